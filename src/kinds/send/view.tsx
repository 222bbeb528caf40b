/** Send: its icon and card. */
import { Send } from 'lucide-react';
import type { InformationId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { type CardDocument, defineKindView } from '../kind-view.ts';
import { SentenceText } from '../sentence-text.tsx';
import type { SendData } from './kind.ts';
import { messages } from './messages.ts';
import { CALLER, ME } from './recipient.ts';

function Body({ data, document }: { readonly data: SendData; readonly document: CardDocument }) {
  const t = useMessages(messages);
  const given = document.information[data.to as InformationId]?.name;
  const recipient = data.to === CALLER ? t.theCaller : data.to === ME ? data.address.trim() : given;
  return (
    <>
      <span className="block truncate">{t.to(t[data.channel], recipient || t.nobody)}</span>
      <span className="block truncate">
        <SentenceText sentence={data.text} information={document.information} />
      </span>
    </>
  );
}

export const view = defineKindView<SendData>({
  icon: Send,
  messages,
  Body,
  onCard: { path: 'text' },
});
