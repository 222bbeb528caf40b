/** Free places in a calendar: within opening hours, after the notice, apart from what is booked. Pure; instants in milliseconds. */
import type { OpeningHours } from '../../flow/document.ts';
import { addDays, instantsOf, localMoment } from '../../flow/local-time.ts';
import { openTimes, type Stretch } from '../../flow/open-times.ts';
import type { Wish } from './wish.ts';
import type { Days } from './wish-day.ts';
import type { TimeWindow } from './wish-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Nothing is booked further ahead. Days. */
const HORIZON = 366;

/** What is booked; `buffer` minutes around it stay free. */
export interface Taken extends Stretch {
  readonly buffer: number;
}

export interface Calendar {
  readonly hours: OpeningHours;
  /** Of what is to be booked. */
  readonly minutes: number;
  /** Minutes kept free between two bookings. */
  readonly buffer: number;
  /** Hours beforehand at the latest. */
  readonly notice: number;
  readonly taken: readonly Taken[];
  readonly now: number;
}

/** Beginnings that fit the wishes, the liked ones first. A time that can be meant in two ways, both open, fits nothing. */
export function* placesFor(calendar: Calendar, wishes: readonly Wish[]): Generator<number> {
  for (const wish of wishes) {
    const days = reachable(calendar, wish);
    const open = openTimes(calendar.hours, days.first, days.last);
    const possible = wish.readings
      .map((reading) => startsIn(calendar, days, reading, open))
      .filter((starts) => starts.length > 0);
    if (possible.length > 1 && !wish.isSure) continue;
    for (const start of possible[0] ?? []) if (isFree(calendar, start)) yield start;
  }
}

/**
 * Up to `most` free beginnings near the wishes, nearest first: on the same days, then on the days around. Where nobody understood
 * what was wished, the soonest.
 */
export function nearestPlaces(calendar: Calendar, wishes: readonly Wish[], most: number): number[] {
  const { timeZone } = calendar.hours;
  const today = localMoment(timeZone, calendar.now).date;
  const [wish = { first: today, last: today, readings: [] }] = wishes;
  const [reading] = wish.readings;
  const minute = reading ? (reading.near ?? reading.from) : 0;
  const wished = instantsOf(timeZone, { date: wish.first, minute })[0];
  const around = { first: addDays(wish.first, -3), last: addDays(wish.last, 7) };
  const all: Wish = { ...around, readings: [{ from: 0, to: 1439 }], isSure: true };
  const free = [...placesFor(calendar, [all])];
  const chosen: number[] = [];
  for (const start of free.sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished) || a - b)) {
    if (chosen.length === most) break;
    // One after the other: two that overlap are hardly two.
    if (chosen.every((other) => Math.abs(other - start) >= calendar.minutes * MINUTE)) chosen.push(start);
  }
  return chosen;
}

/** Whether a beginning still holds: open all the while, late enough, nothing else there. */
export function isPlace(calendar: Calendar, start: number): boolean {
  const { date } = localMoment(calendar.hours.timeZone, start);
  const end = start + calendar.minutes * MINUTE;
  return (
    isFree(calendar, start) &&
    openTimes(calendar.hours, addDays(date, -1), addDays(date, 1)).some(
      ({ from, to }) => from <= start && end <= to,
    )
  );
}

function isFree({ minutes, buffer, notice, taken, now }: Calendar, start: number): boolean {
  const end = start + minutes * MINUTE;
  return (
    start > now &&
    start >= now + notice * HOUR &&
    taken.every((other) => {
      const apart = Math.max(buffer, other.buffer) * MINUTE;
      return end + apart <= other.from || start >= other.to + apart;
    })
  );
}

/** The days that lie neither behind us nor beyond the horizon; perhaps none. */
function reachable({ hours, now }: Calendar, { first, last }: Days): Days {
  const today = localMoment(hours.timeZone, now).date;
  const furthest = addDays(today, HORIZON);
  return { first: first > today ? first : today, last: last < furthest ? last : furthest };
}

/** Beginnings in the open times on the wished days, whatever is booked. */
function startsIn(
  calendar: Calendar,
  { first, last }: Days,
  wished: TimeWindow,
  open: readonly Stretch[],
): number[] {
  const { hours, minutes } = calendar;
  const starts: number[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const from = instantsOf(hours.timeZone, { date, minute: wished.from })[0];
    const to = instantsOf(hours.timeZone, { date, minute: wished.to })[1];
    // A time that clocks jump over on this day is not moved to another one.
    if (wished.from === wished.to && localMoment(hours.timeZone, from).minute !== wished.from) continue;
    for (const stretch of open) starts.push(...startsWithin(stretch, { from, to }, minutes));
  }
  const { near } = wished;
  if (near === undefined) return starts;
  const liked = instantsOf(hours.timeZone, { date: first, minute: near })[0];
  return starts.sort((a, b) => Math.abs(a - liked) - Math.abs(b - liked) || a - b);
}

/** An exact time may be any minute; otherwise places follow one another from the beginning of the opening. */
function startsWithin(open: Stretch, within: Stretch, minutes: number): number[] {
  const latest = Math.min(open.to - minutes * MINUTE, within.to);
  if (within.from === within.to)
    return within.from >= open.from && within.from <= latest ? [within.from] : [];
  const step = stepOf(minutes) * MINUTE;
  const skipped = Math.max(0, Math.ceil((within.from - open.from) / step));
  const starts: number[] = [];
  for (let start = open.from + skipped * step; start <= latest; start += step) starts.push(start);
  return starts;
}

/** Beginnings that people can remember. Minutes. */
function stepOf(minutes: number): number {
  return [15, 10].find((step) => minutes % step === 0) ?? 5;
}
