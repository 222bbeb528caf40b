/** The calendars of a workspace as choices: all of them, the usual one, those with a name. Knows no component. */
import { useQuery } from '@tanstack/react-query';
import type { Booking } from '../../data/bookings.ts';
import { calendarsQuery } from '../../data/call-queries.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useWorkspace } from '../workspace-context.ts';
import { messages } from './messages.ts';

export const ALL = 'all';
const OF = 'of ';

export interface CalendarChoice {
  readonly id: string;
  readonly label: string;
}

/** Empty where there is but the usual one. What is booked tells of calendars, too. */
export function useCalendarChoices(bookings: readonly Booking[]): readonly CalendarChoice[] {
  const t = useMessages(messages);
  const { workspace } = useWorkspace();
  const { data: listed = [] } = useQuery(calendarsQuery(workspace.id));
  const names = [...listed, ...bookings.map(({ calendar }) => ({ name: calendar }))].map(({ name }) => name);
  const named = [...new Set(names)].filter((name) => name !== '').sort((a, b) => a.localeCompare(b));
  if (named.length === 0) return [];
  return [
    { id: ALL, label: t.allCalendars },
    { id: OF, label: t.usualCalendar },
    ...named.map((name) => ({ id: `${OF}${name}`, label: name })),
  ];
}

/** The name that a choice stands for; null for all, empty for the usual calendar. */
export function calendarChosen(id: string): string | null {
  return id === ALL ? null : id.slice(OF.length);
}
