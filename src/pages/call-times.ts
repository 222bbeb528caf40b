/** When a call is over and how long it took. Knows no page. */
import type { Call } from '../data/calls.ts';

/** Milliseconds, or null while it goes on or when it never began. Pure. */
export function lengthOf(call: Pick<Call, 'startedAt' | 'endedAt'>): number | null {
  return call.endedAt === null ? null : Math.max(0, Date.parse(call.endedAt) - Date.parse(call.startedAt));
}

/** Pure. */
export function isRunning(call: Pick<Call, 'status'>): boolean {
  return call.status !== 'ended';
}

/** Milliseconds after which what did not come with its end is fetched by `cron`, or never comes. */
const PATIENCE = 600_000;

/** Whether it is over and what was said has yet to come: the end is told first, the report some time later. `now`: since the epoch. Pure. */
export function isAwaited(call: Pick<Call, 'status' | 'endedAt' | 'cost'>, now: number): boolean {
  if (isRunning(call) || call.cost !== null || call.endedAt === null) return false;
  return now - Date.parse(call.endedAt) < PATIENCE;
}
