/** What the editor and the forms of steps ask for, as keys and functions for TanStack Query. */
import { settle } from './failure.ts';
import type { WorkspaceFile } from './files.ts';
import { settleApi, soonWhile } from './settle.ts';

/** Drawings of a flow that were set aside. */
export function snapshotsQuery(flowId: string) {
  return {
    queryKey: ['snapshots', flowId] as const,
    queryFn: async () => settle((await import('./snapshots.ts')).listSnapshots(flowId)),
  };
}

export function openingHoursQuery(workspaceId: string) {
  return {
    queryKey: ['opening-hours', workspaceId] as const,
    queryFn: async () => settle((await import('./opening-hours.ts')).listOpeningHours(workspaceId)),
  };
}

export function publishedHoursQuery(workspaceId: string) {
  return {
    queryKey: ['published-hours', workspaceId] as const,
    queryFn: async () => settle((await import('./published-hours.ts')).listPublishedHours(workspaceId)),
  };
}

/** Asked again with what the page of appointments knows of calendars, whose key it begins with. */
export function calendarNamesQuery(workspaceId: string) {
  return {
    queryKey: ['calendars', workspaceId, 'names'] as const,
    queryFn: async () => settle((await import('./calendars.ts')).listCalendarNames(workspaceId)),
  };
}

/** Names only. */
export function secretsQuery(workspaceId: string) {
  return {
    queryKey: ['secrets', workspaceId] as const,
    queryFn: async () => settleApi((await import('./api.ts')).listSecrets(workspaceId)),
  };
}

export function filesQuery(workspaceId: string) {
  return {
    queryKey: ['files', workspaceId] as const,
    queryFn: async () => settle((await import('./files.ts')).listFiles(workspaceId)),
    refetchInterval: soonWhile<WorkspaceFile>(({ state }) => state === 'uploading' || state === 'processing'),
  };
}
