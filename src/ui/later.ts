/**
 * Parts of the screen that nobody sees at first: fetched when the first one is wanted, or while nothing else is to do, so
 * that the page is there sooner. Knows no part.
 */
import { type ComponentType, createElement, use, useEffect, useReducer, useState } from 'react';

export interface Later<Part> {
  /** Undefined until it was fetched. */
  readonly now: () => Part | undefined;
  /** Fetches it, again if that has failed. */
  readonly load: () => Promise<unknown>;
  /** The same promise for everybody who draws it, also when it has failed, until somebody loads it again. */
  readonly coming: () => Promise<unknown>;
}

/** A part that could not be fetched: mostly because there is no network. */
export class NotLoaded extends Error {
  override readonly name = 'NotLoaded';
  constructor(cause: unknown) {
    super('A part of the app could not be fetched.', { cause });
  }
}

const all = new Set<Later<unknown>>();
const failed = new Set<() => void>();
let isIdle = false;

/** Fetched by itself once the page is there and nothing else is to do. */
export function later<Part>(fetch: () => Promise<Part>): Later<Part> {
  const one = onWish(fetch);
  all.add(one);
  if (isIdle) whenFree(() => void one.load().catch(() => {})); // told when it is wanted
  return one;
}

/** Fetched only when it is wanted. */
export function onWish<Part>(fetch: () => Promise<Part>): Later<Part> {
  let part: Part | undefined;
  let promise: Promise<void> | undefined;
  const forget = () => {
    promise = undefined;
  };
  const coming = () => {
    promise ??= fetch().then(
      (found) => {
        part = found;
      },
      (cause: unknown) => {
        failed.add(forget);
        throw new NotLoaded(cause);
      },
    );
    return promise;
  };
  return {
    now: () => part,
    coming,
    load() {
      if (failed.delete(forget)) forget();
      return coming();
    },
  };
}

/** For what somebody does: undefined when the part cannot be fetched now. */
export async function partOf<Part>(one: Later<Part>): Promise<Part | undefined> {
  await one.load().catch(() => {});
  return one.now();
}

/** What could not be fetched is asked for again when it is drawn again. Whoever offers "try again" calls it. */
export function forgetFailures(): void {
  for (const forget of failed) forget();
  failed.clear();
}

export type LaterComponent<Props> = ComponentType<Props> & {
  readonly load: () => Promise<unknown>;
  readonly isHere: () => boolean;
};

/** A component that stands for one still to come: the `Suspense` around it waits, the boundary hears of a failure. */
export function laterComponent<Props extends object>(
  one: Later<ComponentType<Props>>,
): LaterComponent<Props> {
  function Waiting(props: Props) {
    use(one.coming());
    return createElement(one.now() as ComponentType<Props>, props);
  }
  function Coming(props: Props) {
    // Once it is there nothing waits, not even for a moment. Decided once: another component in its place would begin anew.
    const [wasHere] = useState(() => one.now() !== undefined);
    return createElement(wasHere ? (one.now() as ComponentType<Props>) : Waiting, props);
  }
  return Object.assign(Coming, { load: one.load, isHere: () => one.now() !== undefined });
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

/** Fetches whatever is still to come, and what that brings, so that it is there when the network is not. */
export async function loadLater(): Promise<void> {
  let known = 0;
  while (known < all.size) {
    known = all.size;
    await Promise.allSettled([...all].map((one) => one.load()));
  }
}

/** Set once everything is there: from then on the page can do without a network (User Timing). */
export const ALL_HERE = 'all parts are here';

/** From now on parts come by themselves. */
export function startLoadingLater(): void {
  isIdle = true;
  whenFree(() => void loadLater().then(() => performance.mark(ALL_HERE)));
  window.addEventListener('online', () => {
    forgetFailures();
    void loadLater();
  });
}

/** Somebody waits for a first picture: what is for later must not take the line from it. Gives back how to end that. */
export function holdLater(): () => void {
  let isHeld = true;
  holds += 1;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    holds -= 1;
    // One picture that is waited for often brings the next.
    setTimeout(goOn, SETTLED);
  };
}

let holds = 0;
const held = new Set<() => void>();
const SETTLED = 300;

function goOn(): void {
  if (holds > 0) return;
  const tasks = [...held];
  held.clear();
  for (const task of tasks) whenFree(task);
}

/** While the line is busy with what is waited for nothing is to do either: that alone is no rest. */
function whenFree(task: () => void): void {
  whenIdle(() => {
    if (holds > 0) held.add(task);
    else task();
  });
}

/** Safari has no idle callback yet. */
function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(task, { timeout: 5_000 });
  else setTimeout(task, 2_000);
}
