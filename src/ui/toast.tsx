/**
 * Short news at the bottom of the page. `notify` may be called from anywhere; `ToastRegion` stands once in the app. The region itself
 * comes with the first notice, or in idle time: until then notices wait for it.
 */
import { useSyncExternalStore } from 'react';
import { later } from './later.ts';

export interface Notice {
  readonly text: string;
  readonly tone?: 'neutral' | 'success' | 'danger';
  /** Something to do about it; the notice then stays longer. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

type Region = typeof import('./toast-region.tsx');
interface Waiting {
  readonly notice: Notice;
  close: (() => void) | undefined;
}

let present: Region | undefined;
const waiting = new Set<Waiting>();
const listeners = new Set<() => void>();

const region = later(async () => {
  present = await import('./toast-region.tsx');
  for (const one of waiting) one.close = present.notices.show(one.notice);
  waiting.clear();
  for (const listener of listeners) listener();
});

/** Shows a notice, and gives what takes it away again. Errors with something to do stay until they are dismissed. */
export function notify(notice: Notice): () => void {
  if (present) return present.notices.show(notice);
  const one: Waiting = { notice, close: undefined };
  waiting.add(one);
  region.load().catch(() => {}); // tried again with the next one, and when there is a network
  return () => {
    waiting.delete(one);
    one.close?.();
  };
}

/** Removes all notices; for tests and sign-out. */
export function clearNotices(): void {
  waiting.clear();
  present?.notices.clear();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function ToastRegion() {
  const Region = useSyncExternalStore(subscribe, () => present)?.NoticeRegion;
  return Region ? <Region /> : null;
}
