/** A section: its icon and card. */
import { Group } from 'lucide-react';
import { useMessages } from '../../i18n/use-messages.ts';
import { defineKindView } from '../kind-view.ts';
import { PAPER_TINTS } from '../paper-tints.ts';
import type { SectionData } from './kind.ts';
import { messages } from './messages.ts';

function Body({ data }: { readonly data: SectionData }) {
  const t = useMessages(messages);
  return data.title.trim() === '' ? t.untitled : data.title;
}

function Card({ data }: { readonly data: SectionData }) {
  return (
    <div className="size-full overflow-hidden rounded-[inherit]">
      <p
        className={`paper-title flex items-center gap-2 px-3.5 py-2 text-sm font-semibold ${PAPER_TINTS[data.color]}`}
      >
        <Group aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="truncate">
          <Body data={data} />
        </span>
      </p>
    </div>
  );
}

export const view = defineKindView<SectionData>({
  icon: Group,
  messages,
  Body,
  Card,
  onCard: { path: 'title', plain: true },
});
