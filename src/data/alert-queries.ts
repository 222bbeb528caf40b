/** What is asked about alerts, as keys and functions for TanStack Query. */
import { settle } from './failure.ts';
import { settleApi } from './settle.ts';

export function alertsQuery(workspaceId: string) {
  return {
    queryKey: ['alerts', workspaceId] as const,
    queryFn: async () => settleApi((await import('./alerts.ts')).listAlerts(workspaceId)),
  };
}

/** For the line above every page. */
export function alertsOnQuery(workspaceId: string) {
  return {
    queryKey: ['alerts-on', workspaceId] as const,
    queryFn: async () => settle((await import('./alerts.ts')).listAlertsOn(workspaceId)),
  };
}
