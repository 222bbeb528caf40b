/** Appointments that calls have booked, day by day, and the address by which a calendar program follows them. */
import { useQuery } from '@tanstack/react-query';
import { CalendarCheck } from 'lucide-react';
import { useState } from 'react';
import type { Booking } from '../../data/bookings.ts';
import { bookingsQuery } from '../../data/call-queries.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CallsNav } from '../calls-nav.tsx';
import { PageFailure } from '../page-failure.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { CalendarLink } from './calendar-link.tsx';
import { ALL, calendarChosen, useCalendarChoices } from './calendars.ts';
import { CalendarsCard } from './calendars-card.tsx';
import { DayList } from './day-list.tsx';
import { messages } from './messages.ts';

const LATER = 20_000;

export function AppointmentsPage() {
  const t = useMessages(messages);
  const { workspace, canChange } = useWorkspace();
  // Asked once, so that the question to the server stays the same while the page is open.
  const [since] = useState(() => new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString());
  const bookings = useQuery({ ...bookingsQuery(workspace.id, since), refetchInterval: LATER });
  return (
    <PageFrame title={t.title}>
      <PageHeader title={t.title} />
      <CallsNav />
      {bookings.isPending && <Skeleton className="h-40 rounded-card" />}
      {bookings.isError && <PageFailure error={bookings.error} onRetry={() => void bookings.refetch()} />}
      {bookings.data !== undefined && <Upcoming bookings={bookings.data} canChange={canChange} />}
      {canChange && <CalendarsCard />}
      {canChange && <CalendarLink bookings={bookings.data ?? []} />}
    </PageFrame>
  );
}

interface UpcomingProps {
  readonly bookings: readonly Booking[];
  readonly canChange: boolean;
}

function Upcoming({ bookings, canChange }: UpcomingProps) {
  const t = useMessages(messages);
  const choices = useCalendarChoices(bookings);
  const [chosen, setChosen] = useState(ALL);
  if (bookings.length === 0)
    return (
      <EmptyState
        icon={<CalendarCheck />}
        title={t.emptyTitle}
        action={
          <ButtonLink href="/flows" variant="primary">
            {t.emptyAction}
          </ButtonLink>
        }
      >
        {t.emptyText}
      </EmptyState>
    );
  const only = calendarChosen(chosen);
  const shown = only === null ? bookings : bookings.filter(({ calendar }) => calendar === only);
  return (
    <>
      {choices.length > 0 && (
        <FilterChips label={t.calendars} chips={choices} value={chosen} onChange={setChosen} />
      )}
      {shown.length === 0 ? (
        <p className="text-muted">{t.noneHere}</p>
      ) : (
        <DayList bookings={shown} canChange={canChange} />
      )}
    </>
  );
}
