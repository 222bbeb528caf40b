/** What two tabs do and what befalls them, drawn by a seed: the same seed gives the same schedule. Knows no browser. */

export type TabName = 'a' | 'b';

export type Happening =
  /** Types a new name for a step. */
  | { readonly type: 'type'; readonly tab: TabName; readonly step: number }
  /** Moves a step with the arrow keys. */
  | { readonly type: 'move'; readonly tab: TabName; readonly step: number }
  | { readonly type: 'add'; readonly tab: TabName }
  /** Deletes a step that was added. */
  | { readonly type: 'delete'; readonly tab: TabName }
  | { readonly type: 'offline' | 'online' | 'reload' | 'kill'; readonly tab: TabName }
  | { readonly type: 'saved'; readonly tab: TabName }
  /** The token is too old and cannot be renewed; signed in again somewhat later. */
  | { readonly type: 'expire' };

export interface Schedule {
  readonly seed: number;
  /** Whether both tabs write in the same steps: they will disagree. */
  readonly sharesSteps: boolean;
  readonly happenings: readonly Happening[];
}

/** A small generator of random numbers (mulberry32), so that a schedule is its seed and nothing else. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const EDITS = ['type', 'type', 'type', 'move', 'add', 'delete'] as const;
const TROUBLE = ['offline', 'online', 'reload', 'kill', 'saved', 'expire'] as const;

export function scheduleOf(seed: number): Schedule {
  const next = random(seed);
  const pick = <Value>(all: readonly Value[]): Value => all[Math.floor(next() * all.length)]!;
  const hasTwo = next() < 0.5;
  const happenings = Array.from({ length: 6 + Math.floor(next() * 5) }, (): Happening => {
    const tab: TabName = hasTwo && next() < 0.5 ? 'b' : 'a';
    const type = next() < 0.6 ? pick(EDITS) : pick(TROUBLE);
    if (type === 'expire') return { type };
    return type === 'type' || type === 'move' ? { type, tab, step: Math.floor(next() * 2) } : { type, tab };
  });
  return { seed, sharesSteps: hasTwo && next() < 0.25, happenings };
}
