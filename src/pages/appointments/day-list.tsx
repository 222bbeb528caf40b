/** Appointments under the heading of their day, each of which can be cancelled. Days and times are those of the place. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Booking, cancelBooking } from '../../data/bookings.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Link } from '../../ui/link.tsx';
import { notify } from '../../ui/toast.tsx';
import { CallerNumber } from '../caller-number.tsx';
import { messages as pageMessages } from '../messages.ts';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export interface DayListProps {
  readonly bookings: readonly Booking[];
  readonly canChange: boolean;
}

export function DayList({ bookings, canChange }: DayListProps) {
  const format = useFormat();
  const [leaving, setLeaving] = useState<Booking | null>(null);
  const days = new Map<string, Booking[]>();
  for (const booking of bookings) {
    const day = format.dayIn(booking.from, booking.timeZone);
    days.set(day, [...(days.get(day) ?? []), booking]);
  }
  return (
    <>
      {[...days].map(([day, all]) => (
        <section key={day} className="rounded-card border border-line bg-card shadow-card">
          <h2 className="border-b border-line px-5 py-3 text-md font-semibold first-letter:uppercase">
            {day}
          </h2>
          <ul className="divide-y divide-line">
            {all.map((booking) => (
              <AppointmentRow
                key={booking.id}
                booking={booking}
                {...(canChange ? { onCancel: () => setLeaving(booking) } : {})}
              />
            ))}
          </ul>
        </section>
      ))}
      {leaving && <CancelDialog booking={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

interface AppointmentRowProps {
  readonly booking: Booking;
  readonly onCancel?: () => void;
}

function AppointmentRow({ booking, onCancel }: AppointmentRowProps) {
  const t = useMessages(messages);
  const shared = useMessages(pageMessages);
  const format = useFormat();
  const { from, to, timeZone, name, phone, service, calendar, state, callId } = booking;
  const isCancelled = state === 'cancelled';
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2.5">
      <span
        className={`w-28 shrink-0 font-medium tabular-nums ${isCancelled ? 'text-muted line-through' : ''}`}
      >
        {`${format.timeIn(from, timeZone)} – ${format.timeIn(to, timeZone)}`}
      </span>
      <span className="min-w-40 flex-1">
        <span className="inline-block font-medium first-letter:uppercase">
          {name === '' ? t.nameless : name}
        </span>
        <span className="block text-sm text-muted">{[service, calendar].filter(Boolean).join(' · ')}</span>
      </span>
      <CallerNumber number={phone} />
      {callId !== null && (
        <Link href={`/calls/${callId}`} className="text-sm">
          {t.toCall}
        </Link>
      )}
      {isCancelled ? (
        <Badge>{shared.cancelled}</Badge>
      ) : (
        onCancel && (
          <Button size="small" variant="ghost" onPress={onCancel} aria-label={t.cancelOne(name)}>
            {t.cancel}
          </Button>
        )
      )}
    </li>
  );
}

function CancelDialog({ booking, onClose }: { readonly booking: Booking; readonly onClose: () => void }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const format = useFormat();
  const queries = useQueryClient();
  const { workspace } = useWorkspace();
  const when = `${format.dayIn(booking.from, booking.timeZone)}, ${format.timeIn(booking.from, booking.timeZone)}`;
  const cancel = useMutation({
    mutationFn: () => cancelBooking(booking.id),
    onSuccess: (cancelled) => {
      onClose();
      if (cancelled.ok) notify({ tone: 'success', text: t.cancelledNow });
      else notify({ tone: 'danger', text: say(cancelled.failure.code) });
      return queries.invalidateQueries({ queryKey: ['bookings', workspace.id] });
    },
  });
  return (
    <Confirm
      isOpen
      isDanger
      title={t.cancelTitle(booking.name === '' ? t.nameless : booking.name, when)}
      confirmLabel={t.cancelConfirm}
      isPending={cancel.isPending}
      onConfirm={() => cancel.mutate()}
      onClose={onClose}
    >
      {t.cancelText}
    </Confirm>
  );
}
