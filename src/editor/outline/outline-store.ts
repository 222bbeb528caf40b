/** The rows of one open flow, kept as the drawing changes: at once when a row does, a moment later when only words do. Knows no component. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FlowNode, NodeId } from '../../flow/document.ts';
import type { DocumentChange, DocumentStore } from '../store/document-store.ts';
import type { Timers } from '../store/save-port.ts';
import { type Outline, type OutlineNames, outlineOf, shapeOf } from './outline-rows.ts';

/** Rows show words by themselves; only typing to find them needs these. */
const WORDS_LATER = 400;

export interface OutlineStore {
  readonly state: StoreApi<Outline>;
  /** Words again: the language of the screen changed. */
  rename(names: OutlineNames): void;
  /** Follows the drawing until the answer is called. */
  follow(): () => void;
}

export function createOutlineStore(
  store: DocumentStore,
  firstNames: OutlineNames,
  timers: Timers,
): OutlineStore {
  let names = firstNames;
  let cancel = () => {};
  const read = () => store.state.getState().document;
  let { anytime } = read();
  let shapes = shapesOf(store);
  const state = createStore<Outline>(() => outlineOf(read(), store.kinds, names));
  const refresh = () => {
    cancel();
    anytime = read().anytime;
    state.setState(outlineOf(read(), store.kinds, names, state.getState()), true);
  };

  /** Whether other rows are wanted, or others numbers. */
  function isOther({ nodes, edges, everything }: DocumentChange): boolean {
    const document = read();
    if (everything) shapes = shapesOf(store);
    let isOther = everything || edges.size > 0 || document.anytime !== anytime;
    for (const id of nodes) {
      const node = document.nodes[id];
      const shape = node && shapeOf(node, store.kinds);
      if (shape === shapes.get(id)) continue;
      isOther = true;
      if (shape === undefined) shapes.delete(id);
      else shapes.set(id, shape);
    }
    return isOther;
  }

  return {
    state,
    rename(next) {
      names = next;
      refresh();
    },
    follow() {
      shapes = shapesOf(store);
      refresh();
      const stopListening = store.onChange((change) => {
        cancel();
        if (isOther(change)) refresh();
        else if (change.nodes.size > 0) cancel = timers.after(WORDS_LATER, refresh);
      });
      return () => {
        stopListening();
        cancel();
      };
    },
  };
}

function shapesOf({ state, kinds }: DocumentStore): Map<NodeId, string> {
  const nodes = Object.values(state.getState().document.nodes) as FlowNode[];
  return new Map(nodes.map((node) => [node.id, shapeOf(node, kinds)]));
}
