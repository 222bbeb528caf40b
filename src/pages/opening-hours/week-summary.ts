/** A week of opening hours in a few lines: neighbouring days with the same hours stand together. Pure. */

import type { OpeningHours, TimeSpan } from '../../flow/document.ts';
import { isSameJson } from '../../lib/same-json.ts';

export interface DayRange {
  /** Monday is 0. */
  readonly first: number;
  readonly last: number;
  readonly spans: readonly TimeSpan[];
}

export function summarizeWeek(week: OpeningHours['week']): DayRange[] {
  const ranges: DayRange[] = [];
  week.forEach((spans, day) => {
    const before = ranges.at(-1);
    if (before && isSameJson(before.spans, spans)) ranges[ranges.length - 1] = { ...before, last: day };
    else ranges.push({ first: day, last: day, spans });
  });
  return ranges;
}
