/** What the open flow may do with systems of other people: secrets by name, requests made now. Filled from outside; knows no server. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OutsideForm } from '../../kinds/kind-view.ts';

export interface OutsideState {
  /** Absent until somebody says who can be asked. */
  readonly form?: OutsideForm;
}

export type OutsideStore = StoreApi<OutsideState>;

export function createOutside(): OutsideStore {
  return createStore<OutsideState>(() => ({}));
}
