/**
 * Parts of the screen that nobody sees at first: fetched when the first one is wanted, or while nothing else is to do, so
 * that the page is there sooner. Knows no part.
 */
import { useEffect, useReducer } from 'react';

export interface Later<Part> {
  /** Undefined until it was fetched. */
  readonly now: () => Part | undefined;
  readonly load: () => Promise<unknown>;
}

const all = new Set<Later<unknown>>();

export function later<Part>(fetch: () => Promise<Part>): Later<Part> {
  let part: Part | undefined;
  let coming: Promise<void> | undefined;
  const one: Later<Part> = {
    now: () => part,
    load() {
      coming ??= fetch().then(
        (found) => {
          part = found;
        },
        (error: unknown) => {
          coming = undefined; // the next wish tries again
          throw error;
        },
      );
      return coming;
    },
  };
  all.add(one);
  return one;
}

/** The part, once it is wanted and there. One that cannot be fetched is thrown, for the boundary around it. */
export function useLater<Part>(one: Later<Part>, isWanted: boolean): Part | undefined {
  const [failure, settle] = useReducer((_: unknown, next: { error?: unknown }) => next, {});
  const part = one.now();
  useEffect(() => {
    if (!isWanted || part !== undefined) return;
    let isGone = false;
    const done = (next: { error?: unknown }) => !isGone && settle(next);
    one.load().then(
      () => done({}),
      (error: unknown) => done({ error }),
    );
    return () => {
      isGone = true;
    };
  }, [one, isWanted, part]);
  if (isWanted && part === undefined && 'error' in failure) throw failure.error;
  return part;
}

/** Fetches whatever is still to come, so that it is there when the network is not. */
export async function loadLater(): Promise<void> {
  await Promise.allSettled([...all].map((one) => one.load()));
}
