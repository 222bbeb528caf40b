/** One outline on screen: its rows, what is asked for in it, and its tree; handed down to its rows. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NodeId } from '../../flow/document.ts';
import type { TreeHandle } from '../../ui/tree-focus.tsx';
import type { ExitPlace } from '../commands/drawing.ts';
import type { OutlineStore } from './outline-store.ts';

export interface OutlineAsked {
  /** The way out for which a step is being chosen. */
  readonly connecting: ExitPlace | null;
  /** The step whose name is being written in its row. */
  readonly renaming: NodeId | null;
  readonly collapsed: ReadonlySet<string>;
}

export interface OutlineView {
  readonly outline: OutlineStore;
  readonly asked: StoreApi<OutlineAsked>;
  readonly tree: { current: TreeHandle | null };
}

export function createAsked(): StoreApi<OutlineAsked> {
  return createStore<OutlineAsked>(() => ({ connecting: null, renaming: null, collapsed: new Set() }));
}

const OutlineContext = createContext<OutlineView | null>(null);
export const OutlineProvider = OutlineContext.Provider;

export function useOutlineView(): OutlineView {
  const view = useContext(OutlineContext);
  if (!view) throw new Error('useOutlineView stands outside an OutlineProvider');
  return view;
}

/** The number of a step; undefined for one that is not there. */
export function useNumber(node: NodeId | undefined): number | undefined {
  return useStore(useOutlineView().outline.state, ({ numbers }) =>
    node === undefined ? undefined : numbers.get(node),
  );
}
