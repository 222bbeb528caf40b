/**
 * Where drafts lie: IndexedDB, and local storage for the last moment of a page, which IndexedDB may not live to see.
 * Knows keys and values, no flow. Failures are told, not hidden.
 */
import { createStore, del, get, keys, set, type UseStore } from 'idb-keyval';

const GUARD = 'allokoli:draft:';

export type GuardStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface DraftShelf {
  put(key: string, value: object): Promise<void>;
  /** At once, while the page ends; false when it does not fit. */
  guard(key: string, value: object): boolean;
  /** What lies there: of IndexedDB, then of the last moment. */
  read(key: string): Promise<readonly unknown[]>;
  /** Every key with this beginning. */
  keysOf(prefix: string): Promise<readonly string[]>;
  dropGuard(key: string): void;
  drop(key: string): Promise<void>;
}

/** `local` is asked for at each use: browsers that forbid storage throw on the mere mention of it. */
export function createDraftShelf(local: () => GuardStorage): DraftShelf {
  let opened: UseStore | undefined;
  const store = () => {
    opened ??= createStore('allokoli-drafts', 'drafts');
    return opened;
  };
  const dropGuard = (key: string) => {
    try {
      local().removeItem(GUARD + key);
    } catch {
      // nothing was kept
    }
  };
  return {
    put: async (key, value) => set(key, value, store()),
    guard(key, value) {
      try {
        local().setItem(GUARD + key, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    read: async (key) => [await get(key, store()), guarded(local, key)],
    async keysOf(prefix) {
      const stored = (await keys<string>(store())).filter((key) => String(key).startsWith(prefix));
      return [...new Set([...stored, ...guardedKeys(local, prefix)])];
    },
    dropGuard,
    async drop(key) {
      dropGuard(key);
      await del(key, store());
    },
  };
}

function guarded(local: () => GuardStorage, key: string): unknown {
  try {
    return JSON.parse(local().getItem(GUARD + key) ?? 'null');
  } catch {
    return null;
  }
}

function guardedKeys(local: () => GuardStorage, prefix: string): string[] {
  try {
    const storage = local();
    const all = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    return all.filter((key) => key.startsWith(GUARD + prefix)).map((key) => key.slice(GUARD.length));
  } catch {
    return [];
  }
}
