/** Whether the window is as a media query says. Knows no component. */
import { useCallback, useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = globalThis.matchMedia?.(query);
      list?.addEventListener('change', listener);
      return () => list?.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matches(query));
}

/** For code outside React; inside it, use `useMedia`. */
export function matches(query: string): boolean {
  return globalThis.matchMedia?.(query).matches ?? false;
}
