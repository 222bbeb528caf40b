/** What was booked and sent in this call. Nothing when nothing was. */
import { useQuery } from '@tanstack/react-query';
import { CalendarCheck, Mail, MessageSquareText } from 'lucide-react';
import { deedsQuery } from '../../data/call-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/badge.tsx';
import { MessageBadge } from '../message-state.tsx';
import { messages as pageMessages } from '../messages.ts';
import { messages } from './messages.ts';

/** How often a call that goes on is looked at again. */
const SOON = 2_500;

export function Deeds({ call, isRunning }: { readonly call: string; readonly isRunning: boolean }) {
  const t = useMessages(messages);
  const shared = useMessages(pageMessages);
  const format = useFormat();
  const { data } = useQuery({ ...deedsQuery(call), refetchInterval: isRunning ? SOON : false });
  if (!data || data.bookings.length + data.messages.length === 0) return null;
  return (
    <section className="rounded-card border border-line bg-canvas px-4 py-3">
      <h2 className="text-sm font-semibold">{t.deeds}</h2>
      <ul className="mt-2 flex flex-col gap-2 text-sm">
        {data.bookings.map(({ id, service, from, timeZone, name, state }) => (
          <li key={id} className="flex items-start gap-2">
            <CalendarCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
            <span className="min-w-0 flex-1">
              {`${format.dayIn(from, timeZone)}, ${format.timeIn(from, timeZone)}`}
              <span className="block text-muted">{[service, name].filter(Boolean).join(' · ')}</span>
            </span>
            {state === 'cancelled' && <Badge>{shared.cancelled}</Badge>}
          </li>
        ))}
        {data.messages.map(({ id, channel, subject, text, state }) => {
          const Icon = channel === 'sms' ? MessageSquareText : Mail;
          return (
            <li key={id} className="flex items-start gap-2">
              <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
              <span className="min-w-0 flex-1 break-words whitespace-pre-line">
                {subject !== '' && <strong className="block font-medium">{subject}</strong>}
                {text}
              </span>
              <MessageBadge state={state} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
