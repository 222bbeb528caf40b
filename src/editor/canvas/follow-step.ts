/**
 * A step as its card shows it. Whoever types into a form is not held up by the card: it draws the first change at once, and those that
 * come right after it together. What links hold on to, the exits, is never late.
 */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { FlowNode, NodeId } from '../../flow/document.ts';
import { useEditor } from '../editor-context.ts';
import type { DocumentStore } from '../store/document-store.ts';

/** Milliseconds: a card may lag so far behind, which nobody sees who looks at what is typed. */
export const FOLLOWS_AFTER = 100;

/** For the title alone. */
export function useFollowedTitle(id: NodeId): FlowNode | undefined {
  const { store } = useEditor();
  const subscribe = useCallback((listener: () => void) => follow(store, id, listener), [store, id]);
  return useSyncExternalStore(subscribe, () => nodeIn(store, id));
}

/** As it was when anything but its title last changed. */
export function useFollowedStep(id: NodeId): FlowNode | undefined {
  const { store } = useEditor();
  const subscribe = useCallback((listener: () => void) => follow(store, id, listener), [store, id]);
  const read = useMemo(() => {
    let last: FlowNode | undefined;
    return () => {
      const now = nodeIn(store, id);
      if (!now || !last || !isSameButTitle(last, now)) last = now;
      return last;
    };
  }, [store, id]);
  return useSyncExternalStore(subscribe, read);
}

const nodeIn = ({ state }: DocumentStore, id: NodeId): FlowNode | undefined =>
  state.getState().document.nodes[id];

/** Tells the listener of the first change, then at most every `FOLLOWS_AFTER`; of other exits at once. */
export function follow(store: DocumentStore, id: NodeId, listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;
  let told = nodeIn(store, id);
  const tell = () => {
    clearTimeout(timer);
    timer = undefined;
    toldAt = performance.now();
    told = nodeIn(store, id);
    listener();
  };
  const stop = store.onNode(id, () => {
    const wait = toldAt + FOLLOWS_AFTER - performance.now();
    if (wait <= 0 || exitsIn(store, told) !== exitsIn(store, nodeIn(store, id))) tell();
    else timer ??= setTimeout(tell, wait);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Fields of steps are exchanged, never written into. */
function isSameButTitle({ title: _, ...one }: FlowNode, { title: __, ...other }: FlowNode): boolean {
  const fields = Object.keys({ ...one, ...other }) as (keyof typeof one)[];
  return fields.every((field) => one[field] === other[field]);
}

/** The ids of the exits, in order. */
function exitsIn({ kinds }: DocumentStore, node: FlowNode | undefined): string {
  if (!node) return '';
  try {
    const exits = kinds.get(node.kind)?.exits(node.data) ?? [];
    return exits.map(({ id }) => id).join();
  } catch {
    return ''; // data of another version
  }
}
