/** The opening hours of the workspace as the open flow sees them. Filled from outside; knows no server. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OpeningHours } from '../../flow/document.ts';
import type { SharedHours } from '../../flow/shared-hours.ts';

export interface WorkspaceHoursState {
  readonly all: readonly SharedHours[];
  /** Makes hours of the workspace from those of the drawing; absent for people who may not. */
  readonly share?: (hours: OpeningHours) => void;
}

export type WorkspaceHoursStore = StoreApi<WorkspaceHoursState>;

export function createWorkspaceHours(): WorkspaceHoursStore {
  return createStore<WorkspaceHoursState>(() => ({ all: [] }));
}
