/** A place that two people changed differently, and who is to win there. Knows no document. */
import type { Json } from '../../lib/json.ts';

export type Side = 'mine' | 'theirs';

/** `path`: keys of objects, ids of list rows. A value that a side does not have is absent. */
export interface Conflict {
  readonly path: readonly string[];
  readonly base?: Json;
  readonly mine?: Json;
  readonly theirs?: Json;
  /** Until somebody decides: what one side edited stays although the other removed it; else mine. */
  readonly suggested: Side;
}

/** Decides who wins, and remembers what had to be decided. */
export interface Judge {
  readonly conflicts: Conflict[];
  sideOf(conflict: Conflict): Side;
}

/** Names a conflict; the same place has the same key in every merge. Pure. */
export function conflictKey({ path }: Pick<Conflict, 'path'>): string {
  return JSON.stringify(path);
}

export interface Sides<Value> {
  readonly base: Value | undefined;
  readonly mine: Value | undefined;
  readonly theirs: Value | undefined;
}

/** Has it decided who wins, and gives that side's value. */
export function decide<Value>(
  { base, mine, theirs }: Sides<Value>,
  path: readonly string[],
  judge: Judge,
): Value | undefined {
  const conflict: Conflict = {
    path,
    ...(base === undefined ? {} : { base: base as Json }),
    ...(mine === undefined ? {} : { mine: mine as Json }),
    ...(theirs === undefined ? {} : { theirs: theirs as Json }),
    suggested: mine === undefined ? 'theirs' : 'mine',
  };
  judge.conflicts.push(conflict);
  return judge.sideOf(conflict) === 'mine' ? mine : theirs;
}
