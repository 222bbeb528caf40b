/** What the settings ask for, as keys and functions for TanStack Query. */
import type { ActivityAnswer } from '../publish/workspace-wire.ts';
import type { ActivityShown } from './activity.ts';
import { settle } from './failure.ts';
import { settleApi } from './settle.ts';

/** With their addresses; `membersQuery` knows roles alone and needs no server of ours. */
export function peopleQuery(workspaceId: string) {
  return {
    queryKey: ['people', workspaceId] as const,
    queryFn: async () => settleApi((await import('./people.ts')).listPeople(workspaceId)),
  };
}

export function connectionQuery(workspaceId: string) {
  return {
    queryKey: ['connection', workspaceId] as const,
    queryFn: async () => settleApi((await import('./connection.ts')).getConnection(workspaceId)),
  };
}

export function privacyQuery(workspaceId: string) {
  return {
    queryKey: ['privacy', workspaceId] as const,
    queryFn: async () => settle((await import('./privacy.ts')).getPrivacy(workspaceId)),
  };
}

export function secrecyQuery(workspaceId: string) {
  return {
    queryKey: ['secrecy', workspaceId] as const,
    queryFn: async () => settleApi((await import('./privacy.ts')).getSecrecy(workspaceId)),
  };
}

export function usageQuery(workspaceId: string) {
  return {
    queryKey: ['usage', workspaceId] as const,
    queryFn: async () => settleApi((await import('./spending.ts')).getUsage(workspaceId)),
  };
}

/** Pages of the activity log; each begins before the last entry of the one in front of it. */
export function activityQuery(workspaceId: string, shown: ActivityShown = 'everything') {
  return {
    queryKey: ['activity', workspaceId, shown] as const,
    queryFn: async ({ pageParam }: { readonly pageParam: string | undefined }) =>
      settleApi((await import('./activity.ts')).listActivity(workspaceId, shown, pageParam)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ entries, hasMore }: ActivityAnswer) => (hasMore ? entries.at(-1)?.at : undefined),
  };
}

export function activityDaysQuery(workspaceId: string) {
  return {
    queryKey: ['activity-days', workspaceId] as const,
    queryFn: async () => settle((await import('./activity.ts')).getActivityDays(workspaceId)),
  };
}

export function objectionsQuery(workspaceId: string) {
  return {
    queryKey: ['objections', workspaceId] as const,
    queryFn: async () => settle((await import('./privacy.ts')).listObjections(workspaceId)),
  };
}

export function servedQuery(workspaceId: string) {
  return {
    queryKey: ['served', workspaceId] as const,
    queryFn: async () => settle((await import('./recorded.ts')).listServed(workspaceId)),
  };
}
