/** Book: its icon and card. */
import { CalendarCheck2 } from 'lucide-react';
import type { HoursId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { type CardDocument, defineKindView } from '../kind-view.ts';
import type { BookData } from './kind.ts';
import { messages } from './messages.ts';

function Body({ data, document }: { readonly data: BookData; readonly document: CardDocument }) {
  const t = useMessages(messages);
  const hours = document.hours[data.hours as HoursId];
  return (
    <>
      <span className={data.service.trim() === '' ? 'block truncate italic' : 'block truncate'}>
        {data.service.trim() || t.nothingYet}
      </span>
      <span className="block truncate">
        {t.minutes(data.minutes)} · {hours?.name ?? t.anyTime}
      </span>
    </>
  );
}

export const view = defineKindView<BookData>({ icon: CalendarCheck2, messages, Body });
