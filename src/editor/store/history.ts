/**
 * Undo and redo as a value: entries of patches with the words that name them. Knows neither the document nor
 * how patches are made or applied; time is an argument.
 */
import type { Patch } from './draft.ts';
import type { Selection } from './selection.ts';

/** Names the action in both languages: a key of `commands/messages.*.ts` and its parameters. */
export interface ActionLabel {
  readonly key: string;
  readonly count?: number;
  readonly name?: string;
}

export interface HistoryEntry {
  readonly label: ActionLabel;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
  readonly selectionBefore: Selection;
  readonly selectionAfter: Selection;
  /** Entries with the same key, close in time, become one. */
  readonly mergeKey?: string;
  /** They need not be close in time. */
  readonly isOneGo?: boolean;
  /** So large that the person is told, and offered the way back. */
  readonly isAnnounced?: true;
  /** Milliseconds; only differences count. */
  readonly at: number;
}

/** `now`: an entry of its own. `merge`: joins the last one when both have the same key. `never`: undo passes it by. `others`: somebody else's work, which undo never takes back. */
export type UndoWord = 'now' | 'merge' | 'never' | 'others';

export interface History {
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
}

export const EMPTY_HISTORY: History = { past: [], future: [] };
export const HISTORY_LIMIT = 200;
export const MERGE_WINDOW = 1000;

/** Adds an entry and forgets what could be redone. Pure; the oldest entry beyond the limit is dropped. */
export function record(history: History, entry: HistoryEntry): History {
  const last = history.past.at(-1);
  if (last && history.future.length === 0 && belongTogether(last, entry)) {
    return { past: [...history.past.slice(0, -1), merge(last, entry)], future: [] };
  }
  const kept = history.past.length >= HISTORY_LIMIT ? history.past.slice(1 - HISTORY_LIMIT) : history.past;
  return { past: [...kept, entry], future: [] };
}

/** Moves the last entry to the future; undefined when there is nothing to undo. Pure. */
export function stepBack(history: History): { history: History; entry: HistoryEntry } | undefined {
  const entry = history.past.at(-1);
  if (!entry) return undefined;
  return { entry, history: { past: history.past.slice(0, -1), future: [...history.future, entry] } };
}

/** Moves the next entry back to the past; undefined when there is nothing to redo. Pure. */
export function stepForward(history: History): { history: History; entry: HistoryEntry } | undefined {
  const entry = history.future.at(-1);
  if (!entry) return undefined;
  // Redone entries stop merging: what is typed next is a new thought.
  const { mergeKey: _, ...settled } = entry;
  return { entry, history: { past: [...history.past, settled], future: history.future.slice(0, -1) } };
}

function belongTogether(last: HistoryEntry, entry: HistoryEntry): boolean {
  return (
    entry.mergeKey !== undefined &&
    last.mergeKey === entry.mergeKey &&
    (entry.isOneGo === true || entry.at - last.at < MERGE_WINDOW)
  );
}

function merge(last: HistoryEntry, entry: HistoryEntry): HistoryEntry {
  const rewrites = onlyRewrites(last.patches, entry.patches);
  return {
    ...entry,
    // The same words stay the same object: whoever shows them need not look again at each keystroke.
    label: isSameLabel(last.label, entry.label) ? last.label : entry.label,
    selectionBefore: last.selectionBefore,
    // A thousand keystrokes in one field stay one patch.
    patches: rewrites ? entry.patches : [...last.patches, ...entry.patches],
    inverse: rewrites ? last.inverse : [...entry.inverse, ...last.inverse],
  };
}

function isSameLabel(a: ActionLabel, b: ActionLabel): boolean {
  return a.key === b.key && a.count === b.count && a.name === b.name;
}

/** Both lists replace the values at the very same places, so the first list leaves no trace. */
function onlyRewrites(before: readonly Patch[], after: readonly Patch[]): boolean {
  if (before.length !== after.length) return false;
  return before.every((patch, index) => {
    const next = after[index];
    return (
      patch.op === 'replace' &&
      next?.op === 'replace' &&
      patch.path.join('\u0000') === next.path.join('\u0000')
    );
  });
}
