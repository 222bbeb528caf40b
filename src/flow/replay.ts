/** A call that is over, played again: which step it was at, at any time of it. Pure. */

interface Passed {
  /** Milliseconds from the start of the call; absent where nobody knows. */
  readonly at?: number | undefined;
}

/**
 * Index of the visit going on at a time, milliseconds from the start of the call: the last one begun by then, and the first one before
 * that. Visits without a time begin with the one before them. -1 for no visits.
 */
export function visitAt(path: readonly Passed[], time: number): number {
  let found = path.length > 0 ? 0 : -1;
  for (const [index, { at }] of path.entries()) {
    if (at !== undefined && at > time) break;
    found = index;
  }
  return found;
}

/** The times at which the visits begin; those that nobody knows are the ones before them. Never falling. */
export function beginnings(path: readonly Passed[]): number[] {
  let latest = 0;
  return path.map(({ at }) => {
    latest = Math.max(latest, at ?? latest);
    return latest;
  });
}
