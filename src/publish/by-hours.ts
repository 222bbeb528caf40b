/**
 * Who answers a number that several flows share by opening hours: the first row whose hours are open, else the rest. At an instant, and
 * from one change to the next. Pure; instants are milliseconds since the epoch; knows neither flows nor numbers.
 */
import { isOpen, isTimeZone, localDate, spansOn, type Times } from '../flow/hours.ts';
import { addDays, instantsOf, weekdayOf } from '../flow/local-time.ts';

export interface HoursRow<Answer> {
  /** Null when they cannot be read: then they are never open. */
  readonly hours: Times | null;
  readonly answer: Answer;
}

export interface ByHours<Answer> {
  readonly rows: readonly HoursRow<Answer>[];
  readonly rest: Answer;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MIDNIGHT = 1440;

export function answerAt<Answer>({ rows, rest }: ByHours<Answer>, now: number): Answer {
  const open = rows.find(({ hours }) => hours !== null && isOpen(hours, now));
  return open === undefined ? rest : open.answer;
}

export interface Change<Answer> {
  /** From then on it answers. */
  readonly at: number;
  readonly answer: Answer;
}

/** What changes after `from`, up to so many days later, in order; at most `most`. Answers are told apart by identity. */
export function changesAfter<Answer>(
  schedule: ByHours<Answer>,
  from: number,
  { days, most }: { readonly days: number; readonly most: number },
): Change<Answer>[] {
  const changes: Change<Answer>[] = [];
  let before = answerAt(schedule, from);
  for (let start = from; start < from + days * DAY && changes.length < most; start += DAY) {
    for (const at of boundaries(schedule, start)) {
      const answer = answerAt(schedule, at);
      if (answer === before) continue;
      changes.push({ at, answer });
      before = answer;
      if (changes.length === most) break;
    }
  }
  return changes;
}

/** Every instant of the day that follows at which some hours may begin or end, in order. */
function boundaries({ rows }: ByHours<unknown>, start: number): number[] {
  const found = rows.flatMap(({ hours }) => (hours === null ? [] : boundariesOf(hours, start)));
  return [...new Set(found)].filter((at) => at > start && at <= start + DAY).sort((a, b) => a - b);
}

function boundariesOf(hours: Times, start: number): number[] {
  const { timeZone } = hours;
  if (!isTimeZone(timeZone)) return [];
  const found: number[] = [];
  const last = localDate(timeZone, start + DAY);
  for (let date = localDate(timeZone, start); date <= last; date = addDays(date, 1)) {
    const midnight = instantsOf(timeZone, { date, minute: 0 })[0];
    const next = instantsOf(timeZone, { date: addDays(date, 1), minute: 0 })[0];
    for (const { from, to } of spansOn(hours, { date, weekday: weekdayOf(date) }))
      for (const minute of [from, to])
        found.push(
          ...instantsOf(
            timeZone,
            minute >= MIDNIGHT ? { date: addDays(date, 1), minute: 0 } : { date, minute },
          ),
        );
    // Clocks are moved that day: inside of a span, hours may end and begin where no span does. They are moved at a half hour.
    if (next - midnight !== DAY) for (let at = midnight; at < next; at += 30 * MINUTE) found.push(at);
  }
  return found;
}

/** Places of two rows that are open at the same time within so many days; the upper one answers then. */
export function overlaps(
  { rows }: ByHours<unknown>,
  from: number,
  days: number,
): { readonly upper: number; readonly lower: number; readonly at: number }[] {
  const found: { upper: number; lower: number; at: number }[] = [];
  for (const [upper, first] of rows.entries())
    for (const [lower, second] of rows.entries()) {
      if (lower <= upper || first.hours === null || second.hours === null) continue;
      const both = { rows: [first, second].map(({ hours }) => ({ hours, answer: null })), rest: null };
      const at = [from, ...changePoints(both, from, days)].find((instant) =>
        both.rows.every(({ hours }) => hours !== null && isOpen(hours, instant)),
      );
      if (at !== undefined) found.push({ upper, lower, at });
    }
  return found;
}

function changePoints(schedule: ByHours<unknown>, from: number, days: number): number[] {
  return Array.from({ length: days }, (_, day) => boundaries(schedule, from + day * DAY)).flat();
}
