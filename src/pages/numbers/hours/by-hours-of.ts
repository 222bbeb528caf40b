/** A stored or drafted schedule with the workspace's hours in it, as the pure core wants it. Pure. */
import type { WorkspaceHours } from '../../../data/opening-hours.ts';
import type { ByHours } from '../../../publish/by-hours.ts';

/** Answers are places: of a row, or `rest`. */
export type Place = number | 'rest';

export function byHoursOf(
  rows: readonly { readonly hoursId: string | null }[],
  hours: readonly WorkspaceHours[],
): ByHours<Place> {
  return {
    rows: rows.map(({ hoursId }, place) => ({
      hours: hours.find(({ id }) => id === hoursId)?.content ?? null,
      answer: place,
    })),
    rest: 'rest',
  };
}

/** The time zone in which changes are told: of the first hours. */
export function zoneOf({ rows }: ByHours<Place>): string {
  return rows.find(({ hours }) => hours !== null)?.hours?.timeZone ?? 'UTC';
}
