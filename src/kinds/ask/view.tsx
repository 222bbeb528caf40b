/** Ask: its icon and card. */
import { MessageCircleQuestionMark } from 'lucide-react';
import type { InformationId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { type CardDocument, defineKindView } from '../kind-view.ts';
import { SentenceText } from '../sentence-text.tsx';
import type { AskData } from './kind.ts';
import { messages } from './messages.ts';

function Body({ data, document }: { readonly data: AskData; readonly document: CardDocument }) {
  const t = useMessages(messages);
  const names = data.items.flatMap(
    (item) => document.information[item.information as InformationId]?.name ?? [],
  );
  if (names.length === 0) return <SentenceText sentence={data.question} information={document.information} />;
  return (
    <>
      <span className="block truncate">
        <SentenceText sentence={data.question} information={document.information} />
      </span>
      <span className="block truncate">{t.obtains(names.join(', '))}</span>
    </>
  );
}

export const view = defineKindView<AskData>({
  icon: MessageCircleQuestionMark,
  messages,
  Body,
  onCard: { path: 'question' },
});
