/** Figures about a list of calls. Knows no page. */
import type { Call } from '../../data/calls.ts';
import { lengthOf } from '../call-times.ts';

export interface Figures {
  readonly calls: number;
  readonly served: number;
  /** Milliseconds; null when no call has ended. */
  readonly averageLength: number | null;
  /** US dollars; null when no cost is known. */
  readonly cost: number | null;
}

/** Pure. */
export function figuresOf(calls: readonly Call[]): Figures {
  const lengths = calls.map(lengthOf).filter((length) => length !== null);
  const costs = calls.map(({ cost }) => cost).filter((cost) => cost !== null);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    calls: calls.length,
    served: calls.filter(({ outcome }) => outcome === 'completed' || outcome === 'transferred').length,
    averageLength: lengths.length === 0 ? null : sum(lengths) / lengths.length,
    cost: costs.length === 0 ? null : sum(costs),
  };
}

const DAY = 86_400_000;

/** Calls on each of the last days, oldest first; days begin at local midnight. Pure in `now`. */
export function callsByDay(
  calls: readonly Call[],
  days: number,
  now: number,
): { day: number; count: number }[] {
  const today = new Date(now).setHours(0, 0, 0, 0);
  const counts = new Map<number, number>();
  for (const call of calls) {
    const day = new Date(call.startedAt).setHours(0, 0, 0, 0);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return Array.from({ length: days }, (_, index) => {
    // half a day more, so that a day of 23 or 25 hours does not skip or repeat one
    const day = new Date(today - (days - 1 - index) * DAY + DAY / 2).setHours(0, 0, 0, 0);
    return { day, count: counts.get(day) ?? 0 };
  });
}
