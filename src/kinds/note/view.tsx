/** A note: its icon and card. */
import { StickyNote } from 'lucide-react';
import { useMessages } from '../../i18n/use-messages.ts';
import { defineKindView } from '../kind-view.ts';
import { PAPER_TINTS } from '../paper-tints.ts';
import type { NoteData } from './kind.ts';
import { messages } from './messages.ts';

function Body({ data }: { readonly data: NoteData }) {
  const t = useMessages(messages);
  return data.text.trim() === '' ? t.empty : data.text;
}

function Card({ data }: { readonly data: NoteData }) {
  return (
    <div className={`size-full overflow-hidden rounded-[inherit] p-3.5 ${PAPER_TINTS[data.color]}`}>
      <p
        className={`paper-text line-clamp-6 text-sm break-words whitespace-pre-wrap ${data.text.trim() === '' ? 'text-muted' : ''}`}
      >
        <Body data={data} />
      </p>
    </div>
  );
}

export const view = defineKindView<NoteData>({
  icon: StickyNote,
  messages,
  Body,
  Card,
  onCard: { path: 'text', plain: true },
});
