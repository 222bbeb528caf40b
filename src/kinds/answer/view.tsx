/** Answer the call: its icon and card. */
import { Phone } from 'lucide-react';
import { type CardDocument, defineKindView } from '../kind-view.ts';
import { SentenceText } from '../sentence-text.tsx';
import type { AnswerData } from './kind.ts';
import { messages } from './messages.ts';

function Body({ data, document }: { readonly data: AnswerData; readonly document: CardDocument }) {
  return <SentenceText sentence={`${data.greeting} ${data.disclosure}`} information={document.information} />;
}

export const view = defineKindView<AnswerData>({
  icon: Phone,
  messages,
  Body,
  onCard: { path: 'greeting' },
});
