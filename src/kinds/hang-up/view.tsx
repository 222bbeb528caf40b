/** Hang up: its icon and card. */
import { PhoneOff } from 'lucide-react';
import { type CardDocument, defineKindView } from '../kind-view.ts';
import { SentenceText } from '../sentence-text.tsx';
import type { HangUpData } from './kind.ts';
import { messages } from './messages.ts';

function Body({ data, document }: { readonly data: HangUpData; readonly document: CardDocument }) {
  return <SentenceText sentence={data.closing} information={document.information} />;
}

export const view = defineKindView<HangUpData>({
  icon: PhoneOff,
  messages,
  Body,
  onCard: { path: 'closing' },
});
