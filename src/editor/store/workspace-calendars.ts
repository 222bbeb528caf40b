/** What the calendars of the workspace are called now, as the open flow sees them. Filled from outside; knows no server. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WorkspaceHoldings } from '../../flow/kind.ts';

/** Empty while they are not known. */
export type WorkspaceCalendarsStore = StoreApi<Pick<WorkspaceHoldings, 'calendarNow'>>;

export function createWorkspaceCalendars(): WorkspaceCalendarsStore {
  return createStore(() => ({}));
}
