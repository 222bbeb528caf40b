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
