/** Tells the listeners of one key, and nobody else, that its value changed. Knows no values and no React. */
export interface KeyedSignal<Key> {
  subscribe(key: Key, listener: () => void): () => void;
  emit(keys: Iterable<Key>): void;
}

/** With it a keystroke in one step re-renders one card, whatever the size of the flow (performance goal 1). */
export function createKeyedSignal<Key>(): KeyedSignal<Key> {
  const listeners = new Map<Key, Set<() => void>>();
  return {
    subscribe(key, listener) {
      let own = listeners.get(key);
      if (!own) {
        own = new Set();
        listeners.set(key, own);
      }
      const mine = own;
      mine.add(listener);
      return () => {
        mine.delete(listener);
        if (mine.size === 0 && listeners.get(key) === mine) listeners.delete(key);
      };
    },
    emit(keys) {
      for (const key of keys) for (const listener of [...(listeners.get(key) ?? [])]) listener();
    },
  };
}
