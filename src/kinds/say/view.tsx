/** Say: its icon and card. */
import { MessageCircle } from 'lucide-react';
import { type CardDocument, defineKindView } from '../kind-view.ts';
import { SentenceText } from '../sentence-text.tsx';
import type { SayData } from './kind.ts';
import { messages } from './messages.ts';

function Body({ data, document }: { readonly data: SayData; readonly document: CardDocument }) {
  return <SentenceText sentence={data.text} information={document.information} />;
}

export const view = defineKindView<SayData>({
  icon: MessageCircle,
  messages,
  Body,
  onCard: { path: 'text' },
});
