/** When a place is open, as stretches of instants (milliseconds since the epoch). Pure. */
import { isTimeZone, spansOn, type Times } from './hours.ts';
import { addDays, instantsOf, weekdayOf } from './local-time.ts';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const MIDNIGHT = 1440;

/**
 * On the local days from `first` to `last`, in order, stretches that touch joined. Nothing in an unknown time zone. Where
 * clocks are set back in the middle of a span, only the part about which both readings agree.
 */
export function openTimes(hours: Times, first: string, last: string): Stretch[] {
  const { timeZone } = hours;
  if (!isTimeZone(timeZone)) return [];
  const stretches: Stretch[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    for (const span of spansOn(hours, { date, weekday: weekdayOf(date) })) {
      const end = span.to >= MIDNIGHT ? { date: addDays(date, 1), minute: 0 } : { date, minute: span.to };
      const from = instantsOf(timeZone, { date, minute: span.from })[1];
      const to = instantsOf(timeZone, end)[0];
      if (from < to) stretches.push({ from, to });
    }
  }
  return joined(stretches);
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const before = result.at(-1);
    if (before && stretch.from <= before.to)
      result[result.length - 1] = { from: before.from, to: Math.max(before.to, stretch.to) };
    else result.push(stretch);
  }
  return result;
}
