/** The address and its past: of the browser's window, or in memory for tests. Knows no page and no React. */

export interface Location {
  readonly pathname: string;
  /** With its `?`; empty when there is none. */
  readonly search: string;
  /** With its `#`; empty when there is none. */
  readonly hash: string;
}

export interface NavigateOptions {
  /** Instead of the present entry, so that "back" does not lead to it. */
  readonly replace?: boolean;
}

export type Navigate = (to: string, options?: NavigateOptions) => void;
type Listener = (now: Location, before: Location) => void;

export interface History {
  readonly location: () => Location;
  /** `to`: a whole address of this app, or only `?…` or `#…` of the page that is open. */
  readonly navigate: Navigate;
  readonly subscribe: (listener: Listener) => () => void;
}

/** Pure. */
export function parseAddress(to: string, { pathname, search }: Location): Location {
  const { pathname: path, search: query, hash } = new URL(to, `http://app${pathname}${search}`);
  return { pathname: path, search: query, hash };
}

export function createBrowserHistory(view: Window = window): History {
  const read = (): Location => {
    const { pathname, search, hash } = view.location;
    return { pathname, search, hash };
  };
  const { history, moved } = following(read());
  view.addEventListener('popstate', () => moved(read()));
  return {
    ...history,
    navigate(to, { replace = false } = {}) {
      view.history[replace ? 'replaceState' : 'pushState'](null, '', to);
      moved(read());
    },
  };
}

export function createMemoryHistory(address: string): History {
  const { history, moved } = following(parseAddress(address, { pathname: '/', search: '', hash: '' }));
  return { ...history, navigate: (to) => moved(parseAddress(to, history.location())) };
}

function following(start: Location) {
  let present = start;
  const listeners = new Set<Listener>();
  return {
    moved(next: Location) {
      const before = present;
      present = next;
      for (const listener of listeners) listener(next, before);
    },
    history: {
      location: () => present,
      subscribe(listener: Listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}
