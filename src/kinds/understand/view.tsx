/** Find out what they want: its icon and card. */
import { Split } from 'lucide-react';
import type { ExitId } from '../../flow/document.ts';
import { type CardDocument, defineKindView } from '../kind-view.ts';
import { SentenceText } from '../sentence-text.tsx';
import type { UnderstandData } from './kind.ts';
import { messages } from './messages.ts';

function Body({ data, document }: { readonly data: UnderstandData; readonly document: CardDocument }) {
  return <SentenceText sentence={data.question} information={document.information} />;
}

function exitKey(data: UnderstandData, exit: ExitId): string | undefined {
  return data.choices.find(({ id }) => id === exit)?.label.trim() === '' ? 'exit.unnamed' : undefined;
}

export const view = defineKindView<UnderstandData>({
  icon: Split,
  messages,
  Body,
  onCard: { path: 'question' },
  exitKey,
});
