/** Answer questions: its icon and card. */
import { BookOpenText } from 'lucide-react';
import { useMessages } from '../../i18n/use-messages.ts';
import { type CardDocument, defineKindView } from '../kind-view.ts';
import { SentenceText } from '../sentence-text.tsx';
import type { InformData } from './kind.ts';
import { messages } from './messages.ts';

function Body({ data, document }: { readonly data: InformData; readonly document: CardDocument }) {
  const t = useMessages(messages);
  const questions = data.facts.map(({ question }) => question.trim()).filter((question) => question !== '');
  const documents = data.files && data.files.length > 0 ? [t['known.documents'](data.files.length)] : [];
  return (
    <>
      <span className="block truncate">
        <SentenceText sentence={data.invitation} information={document.information} />
      </span>
      <span className="block truncate">{[...documents, ...questions].join(' · ') || t.known(0)}</span>
    </>
  );
}

export const view = defineKindView<InformData>({
  icon: BookOpenText,
  messages,
  Body,
  onCard: { path: 'invitation' },
});
