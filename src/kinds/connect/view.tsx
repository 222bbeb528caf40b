/** Connect a tool: its icon and card. */
import { Plug } from 'lucide-react';
import { useMessages } from '../../i18n/use-messages.ts';
import { type CardDocument, defineKindView } from '../kind-view.ts';
import { SentenceText } from '../sentence-text.tsx';
import { messages } from './messages.ts';
import type { ConnectData } from './settings.ts';

function Body({ data, document }: { readonly data: ConnectData; readonly document: CardDocument }) {
  const t = useMessages(messages);
  const address = data.url.trim().replace(/^https:\/\//i, '');
  return (
    <>
      {data.label.trim() === '' ? null : <span className="block truncate">{data.label}</span>}
      <span className="block truncate">
        {address === '' ? (
          t.noAddress
        ) : (
          <>
            {`${data.method} `}
            <SentenceText sentence={address} information={document.information} />
          </>
        )}
      </span>
    </>
  );
}

export const view = defineKindView<ConnectData>({ icon: Plug, messages, Body });
