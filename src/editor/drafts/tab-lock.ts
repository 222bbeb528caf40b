/** Who still lives: an editor holds a lock while it is open, and whoever gets a lock owns what its holder left. */

/** The part of `LockManager` that is used. */
export type Locks = Pick<LockManager, 'request'>;

export interface Held {
  release(): void;
}

const NAME = 'allokoli:tab:';

/**
 * The lock of an editor, or undefined while somebody holds it for longer than `patience` (milliseconds). Browsers without
 * locks give every one: two editors then may bring the same work back, which merges.
 */
export function holdTab(locks: Locks | undefined, tab: string, patience = 0): Promise<Held | undefined> {
  if (!locks) return Promise.resolve({ release() {} });
  return new Promise((resolve) => {
    const given = (lock: Lock | null) => {
      if (!lock) return resolve(undefined);
      return new Promise<void>((release) => resolve({ release }));
    };
    const options = patience > 0 ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
    locks.request(NAME + tab, options, given).catch(() => resolve(undefined));
  });
}
