/**
 * Which sections are folded: how one person looks at a drawing on one device, so it is no part of the document, is not undone and
 * changes nothing that is compiled. Knows no document.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NodeId } from '../../flow/document.ts';

export interface FoldsPort {
  read(): readonly string[];
  write(sections: readonly string[]): void;
}

export interface Folds {
  readonly state: StoreApi<ReadonlySet<NodeId>>;
  /** Those that are folded, or unfolded, from now on; the others stay as they are. */
  set(sections: readonly NodeId[], isFolded: boolean): void;
}

export function createFolds(port?: FoldsPort): Folds {
  const state = createStore<ReadonlySet<NodeId>>(() => new Set((port?.read() ?? []) as NodeId[]));
  return {
    state,
    set(sections, isFolded) {
      const folded = state.getState();
      const next = new Set(folded);
      for (const section of sections) {
        if (isFolded) next.add(section);
        else next.delete(section);
      }
      if (next.size === folded.size && [...next].every((section) => folded.has(section))) return;
      state.setState(next, true);
      port?.write([...next]);
    },
  };
}

/** In the browser's storage; where it is full or forbidden, sections are unfolded next time. */
export function createLocalFolds(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  person: string,
  flow: string,
): FoldsPort {
  const key = `allokoli:folded:${person}:${flow}`;
  return {
    read() {
      try {
        const stored: unknown = JSON.parse(storage.getItem(key) ?? '[]');
        return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
      } catch {
        return [];
      }
    },
    write(sections) {
      try {
        if (sections.length === 0) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify(sections));
      } catch {
        // a lost comfort
      }
    },
  };
}
