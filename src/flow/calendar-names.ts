/** Named calendars of a workspace. A drawing names them, and what was formerly called so is followed. Pure. */

export interface CalendarNames {
  readonly names: readonly string[];
  /** `current`: what it is called now; null when it was removed. */
  readonly former: readonly { readonly name: string; readonly current: string | null }[];
}

/** What a calendar is called now, by any of its names, however that is written; null when it was removed. */
export type CalendarNow = (wanted: string) => string | null;

/** As `calendar_named` has it in the database: a name that nobody ever listed is a calendar of its own. */
export function calendarNow({ names, former }: CalendarNames, wanted: string): string | null {
  const there = names.find((name) => isSameCalendar(name, wanted));
  if (there !== undefined) return there;
  const before = former.find(({ name }) => isSameCalendar(name, wanted));
  return before ? before.current : wanted;
}

/** However they are written. */
export function isSameCalendar(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
