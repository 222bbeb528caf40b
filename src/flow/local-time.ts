/**
 * Local dates and minutes of a time zone, and the instants they are. Dates are `YYYY-MM-DD`, minutes are counted from local
 * midnight, instants are milliseconds since the epoch. Pure; daylight saving is left to the time zone database of the runtime.
 */
const MINUTE = 60_000;
const DAY = 86_400_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Of a zone that the runtime knows; throws on another. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    // Making one is slow; a stream of zones must not fill the memory.
    if (clocks.size < 1000) clocks.set(timeZone, clock);
  }
  return clock;
}

export interface LocalMoment {
  readonly date: string;
  readonly minute: number;
}

export function localMoment(timeZone: string, instant: number): LocalMoment {
  const parts: Partial<Record<string, string>> = {};
  for (const { type, value } of clockOf(timeZone).formatToParts(instant)) parts[type] = value;
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    minute: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

/** The first and the last instant at which clocks show it: two when clocks are set back; after a gap, the end of the gap. */
export function instantsOf(
  timeZone: string,
  { date, minute }: LocalMoment,
): readonly [first: number, last: number] {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE;
  const found = [...new Set([asUtc - DAY, asUtc + DAY].map((near) => asUtc - offsetAt(timeZone, near)))]
    .filter((instant) => instant + offsetAt(timeZone, instant) === asUtc)
    .sort((a, b) => a - b);
  const [first, last = first] = found;
  if (first !== undefined && last !== undefined) return [first, last];
  const end = endOfGap(timeZone, asUtc);
  return [end, end];
}

/** Milliseconds by which local clocks are ahead of UTC. */
function offsetAt(timeZone: string, instant: number): number {
  const { date, minute } = localMoment(timeZone, instant);
  return Date.parse(`${date}T00:00:00Z`) + minute * MINUTE - Math.floor(instant / MINUTE) * MINUTE;
}

/** The instant at which clocks jump over a local time that they never show. */
function endOfGap(timeZone: string, asUtc: number): number {
  let before = asUtc - offsetAt(timeZone, asUtc + DAY) - DAY / 8;
  let after = asUtc - offsetAt(timeZone, asUtc - DAY) + DAY / 8;
  const offset = offsetAt(timeZone, before);
  while (after - before > MINUTE) {
    const middle = Math.floor((before + after) / 2 / MINUTE) * MINUTE;
    if (offsetAt(timeZone, middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** `YYYY-MM-DD`, or null when there is no such day. */
export function dateOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null;
}
