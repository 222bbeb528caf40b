/** Moments that a rehearsal can pretend: local times of the flow's own time zone. Pure; the present is given. */
import type { FlowDocument, OpeningHours } from '../../flow/document.ts';
import { nextHolidays } from '../../flow/holidays.ts';
import { isTimeZone } from '../../flow/hours.ts';
import { addDays, instantsOf, localMoment, weekdayOf } from '../../flow/local-time.ts';
import { openTimes } from '../../flow/open-times.ts';

export const MOMENTS = ['open', 'night', 'sunday', 'sunday-night', 'holiday'] as const;
export type MomentName = (typeof MOMENTS)[number];

const SUNDAY = 6;
const HOUR = 3_600_000;
const LATE_MORNING = 11 * 60;
const DEEP_NIGHT = 3 * 60;
const BEFORE_MIDNIGHT = 23 * 60;
/** Days in which an open moment is looked for. */
const FAR = 28;

/** Where the clock of the flow hangs; `here` where the drawing does not say. */
export function timeZoneOf({ hours }: Pick<FlowDocument, 'hours'>, here: string): string {
  return Object.values(hours).find(({ timeZone }) => isTimeZone(timeZone))?.timeZone ?? here;
}

/** The next such moments, milliseconds since the epoch; without those that the drawing knows no hours or holidays for. */
export function nextMoments(
  { hours }: Pick<FlowDocument, 'hours'>,
  timeZone: string,
  now: number,
): ReadonlyMap<MomentName, number> {
  const today = localMoment(timeZone, now).date;
  const sunday = addDays(today, (SUNDAY - weekdayOf(today) + 7) % 7 || 7);
  const at = (date: string, minute: number) => instantsOf(timeZone, { date, minute })[0];
  const all = Object.values(hours);
  const holiday = all.map((one) => nextHolidays(one.holidays, addDays(today, 1), 1)[0]).find(Boolean);
  const open = all.map((one) => nextOpen(one, today, now)).find((moment) => moment !== undefined);
  return new Map<MomentName, number>([
    ...(open === undefined ? [] : [['open', open] as const]),
    ['night', at(addDays(today, 1), DEEP_NIGHT)],
    ['sunday', at(sunday, LATE_MORNING)],
    ['sunday-night', at(sunday, BEFORE_MIDNIGHT)],
    ...(holiday === undefined ? [] : [['holiday', at(holiday, LATE_MORNING)] as const]),
  ]);
}

/** Well within the next opening that has not begun yet: somebody who is early or late is another matter. */
function nextOpen(hours: OpeningHours, today: string, now: number): number | undefined {
  const next = openTimes(hours, today, addDays(today, FAR)).find(({ from }) => from > now);
  return next && next.from + Math.min(HOUR, (next.to - next.from) / 2);
}

/** `YYYY-MM-DDTHH:MM`, as fields for date and time hold it. */
export function writtenMoment(timeZone: string, instant: number): string {
  const { date, minute } = localMoment(timeZone, instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** The instant of a written moment; null for what is none, or too far away. */
export function readMoment(timeZone: string, written: string): number | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(written);
  if (!match || Number.isNaN(Date.parse(`${match[1]}T00:00:00Z`))) return null;
  const instant = instantsOf(timeZone, {
    date: match[1]!,
    minute: Number(match[2]) * 60 + Number(match[3]),
  })[0];
  return instant >= 0 && instant < Date.UTC(2100, 0, 1) ? instant : null;
}
