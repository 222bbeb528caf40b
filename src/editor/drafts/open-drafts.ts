/**
 * Unsaved work on this machine: each open editor has a draft of its own, and finds those of editors that are gone. Belongs to
 * one person and one flow; nobody else is ever given it. Knows no server.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Draft, DraftPort, LeftDraft, Timers } from '../store/save-port.ts';
import { type DraftEntry, type ReadDocument, readEntry } from './draft-entry.ts';
import type { DraftShelf } from './draft-shelf.ts';
import { holdTab, type Locks } from './tab-lock.ts';

/** Typing is kept after this long at the latest. */
export const KEPT_WITHIN = 300;
/** How long the page that this one follows may take to end. */
const PATIENCE = 1500;
/** A storage that does not answer is none. */
const LONGEST_WAIT = 4000;
const LAST_TAB = 'allokoli:tab';

export interface DraftsDeps {
  readonly shelf: DraftShelf;
  readonly locks: Locks | undefined;
  readonly timers: Timers;
  readonly person: string;
  readonly flow: string;
  readonly tab: string;
  readonly read: ReadDocument;
  now(): number;
  /** Names the tab that this page follows, and remembers this one. */
  follow(tab: string): string | null;
}

export interface OpenDrafts {
  readonly draft: DraftPort;
  readonly left: readonly LeftDraft[];
  /** Whether this machine keeps nothing: its storage is full or forbidden. */
  readonly blocked: StoreApi<boolean>;
  /** The editor is closed: what it left belongs to whoever opens the flow next. */
  close(): void;
}

export async function openDrafts(deps: DraftsDeps): Promise<OpenDrafts> {
  const { locks, tab } = deps;
  const blocked = createStore<boolean>(() => false);
  const last = deps.follow(tab);
  const own = await holdTab(locks, tab);
  const left = await withinReason(deps.timers, findLeft(deps, last)).catch(() => {
    blocked.setState(true, true);
    return [];
  });
  const draft = createTabDraft(deps, blocked);
  return {
    draft,
    left,
    blocked,
    close() {
      draft.hurry();
      void draft.settled().then(() => own?.release());
    },
  };
}

const prefixOf = ({ person, flow }: DraftsDeps) => `${person}:${flow}:`;

async function findLeft(deps: DraftsDeps, last: string | null): Promise<LeftDraft[]> {
  const { shelf, locks, read, tab } = deps;
  const prefix = prefixOf(deps);
  const found: { readonly entry: DraftEntry; readonly left: LeftDraft }[] = [];
  for (const key of await shelf.keysOf(prefix)) {
    const other = key.slice(prefix.length);
    if (other === tab) continue;
    const held = await holdTab(locks, other, other === last ? PATIENCE : 0);
    if (!held) continue;
    const entries = (await shelf.read(key)).map((stored) => readEntry(stored, read));
    const entry = newest(entries.filter((one) => one !== undefined));
    const done = () => {
      void shelf.drop(key).catch(() => {});
      held.release();
    };
    // What cannot be read stays where it is: a newer version of the product may read it.
    if (entry) found.push({ entry, left: { draft: entry, done } });
    else held.release();
  }
  return found.sort((one, other) => one.entry.at - other.entry.at).map(({ left }) => left);
}

function newest(entries: readonly DraftEntry[]): DraftEntry | undefined {
  return entries.reduce<DraftEntry | undefined>(
    (best, entry) => (best && best.at > entry.at ? best : entry),
    undefined,
  );
}

/** Rejects when the storage does not answer. */
function withinReason<Value>(timers: Timers, answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(LONGEST_WAIT, () => reject(new Error('no answer')));
    answer.then(resolve, reject).finally(cancel);
  });
}

/** Writes one after the other, the newest last; what comes while one is under way waits for it. */
function createTabDraft(deps: DraftsDeps, blocked: StoreApi<boolean>): DraftPort {
  const { shelf, timers } = deps;
  const key = prefixOf(deps) + deps.tab;
  let waiting: Draft | null | undefined;
  let cancel: (() => void) | undefined;
  let writing = Promise.resolve();
  let isKept = false;

  const entryOf = (draft: Draft): DraftEntry => ({ ...draft, at: deps.now() });
  const flush = (): Promise<void> => {
    cancel?.();
    cancel = undefined;
    if (waiting === undefined) return writing;
    writing = writing.then(async () => {
      const next = waiting;
      waiting = undefined;
      if (next === undefined || (next === null && !isKept)) return;
      try {
        if (next) await shelf.put(key, entryOf(next));
        else await shelf.drop(key);
        isKept = next !== null;
        if (next && waiting === undefined) shelf.dropGuard(key);
        // A device that is full forgets without any trouble: only what was kept tells that there is room.
        if (next) blocked.setState(false, true);
      } catch {
        blocked.setState(true, true);
      }
    });
    return writing;
  };
  const later = (draft: Draft) => {
    waiting = draft;
    cancel ??= timers.after(KEPT_WITHIN, () => void flush());
  };
  return {
    write: later,
    clear() {
      waiting = null;
      void flush();
    },
    hurry() {
      if (waiting) {
        shelf.guard(key, entryOf(waiting));
        isKept = true;
      }
      void flush();
    },
    settled: flush,
  };
}

/** The tab that this page follows, by the browser's memory of one tab. */
export function followIn(memory: () => Pick<Storage, 'getItem' | 'setItem'>): DraftsDeps['follow'] {
  return (tab) => {
    try {
      const last = memory().getItem(LAST_TAB);
      memory().setItem(LAST_TAB, tab);
      return last;
    } catch {
      return null;
    }
  };
}
