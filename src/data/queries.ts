/**
 * What pages ask for, as keys and functions for TanStack Query. Plain objects: knows neither React nor the cache.
 * What only some pages ask for is loaded with the asking, so that the first page does not carry it.
 */
import type { Result } from '../lib/result.ts';
import type { ActivityAnswer } from '../publish/workspace-wire.ts';
import type { ApiFailure } from './ask.ts';
import { DataError, settle } from './failure.ts';
import type { WorkspaceFile } from './files.ts';
import { getFlow, listFlows } from './flows.ts';
import type { PhoneNumber } from './numbers.ts';
import { getStatus } from './status.ts';
import { listMembers, listWorkspaces } from './workspaces.ts';

async function settleApi<Value>(answer: Promise<Result<Value, ApiFailure>>): Promise<Value> {
  const settled = await answer;
  if (settled.ok) return settled.value;
  const { code } = settled.failure;
  throw new DataError(code === 'offline' ? { code } : { code: 'unexpected', detail: code });
}

export const statusQuery = { queryKey: ['status'] as const, queryFn: () => settleApi(getStatus()) };

export function workspacesQuery(person: string) {
  return { queryKey: ['workspaces', person] as const, queryFn: () => settle(listWorkspaces(person)) };
}

/** With their addresses; `membersQuery` knows roles alone and needs no server of ours. */
export function peopleQuery(workspaceId: string) {
  return {
    queryKey: ['people', workspaceId] as const,
    queryFn: async () => settleApi((await import('./people.ts')).listPeople(workspaceId)),
  };
}

export function membersQuery(workspaceId: string) {
  return { queryKey: ['members', workspaceId] as const, queryFn: () => settle(listMembers(workspaceId)) };
}

export function flowsQuery(workspaceId: string) {
  return { queryKey: ['flows', workspaceId] as const, queryFn: () => settle(listFlows(workspaceId)) };
}

export function flowQuery(id: string) {
  return { queryKey: ['flow', id] as const, queryFn: () => settle(getFlow(id)) };
}

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

export function connectionQuery(workspaceId: string) {
  return {
    queryKey: ['connection', workspaceId] as const,
    queryFn: async () => settleApi((await import('./connection.ts')).getConnection(workspaceId)),
  };
}

/** Names only. */
export function secretsQuery(workspaceId: string) {
  return {
    queryKey: ['secrets', workspaceId] as const,
    queryFn: async () => settleApi((await import('./api.ts')).listSecrets(workspaceId)),
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
export function activityQuery(workspaceId: string) {
  return {
    queryKey: ['activity', workspaceId] as const,
    queryFn: async ({ pageParam }: { readonly pageParam: string | undefined }) =>
      settleApi((await import('./activity.ts')).listActivity(workspaceId, pageParam)),
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

/** What is being set up is looked at again soon. */
const SOON = 3_000;

/** A list is looked at again soon while something in it is being set up. */
function soonWhile<Item>(isUnsettled: (item: Item) => boolean) {
  return ({ state }: { readonly state: { readonly data?: readonly Item[] | undefined } }) =>
    state.data?.some(isUnsettled) ? SOON : (false as const);
}

export function numbersQuery(workspaceId: string) {
  return {
    queryKey: ['numbers', workspaceId] as const,
    queryFn: async () => settle((await import('./numbers.ts')).listNumbers(workspaceId)),
    refetchInterval: soonWhile<PhoneNumber>(({ state }) => state === 'activating'),
  };
}

/** What answers a number, and what one can go back to. */
export function numberServiceQuery(numberId: string) {
  return {
    queryKey: ['number-service', numberId] as const,
    queryFn: async () => settle((await import('./service.ts')).getNumberService(numberId)),
  };
}

/** Deployments in service that somebody changed at Vapi. */
export function driftedQuery(workspaceId: string) {
  return {
    queryKey: ['number-service', 'drifted', workspaceId] as const,
    queryFn: async () => settle((await import('./service.ts')).listDrifted(workspaceId)),
  };
}

export function filesQuery(workspaceId: string) {
  return {
    queryKey: ['files', workspaceId] as const,
    queryFn: async () => settle((await import('./files.ts')).listFiles(workspaceId)),
    refetchInterval: soonWhile<WorkspaceFile>(({ state }) => state === 'uploading' || state === 'processing'),
  };
}

/** `since` is a moment; the list of days that pages offer is theirs. */
export function callsQuery(workspaceId: string, filter: { flowId?: string; since?: string }) {
  return {
    queryKey: ['calls', workspaceId, filter] as const,
    queryFn: async () => settle((await import('./calls.ts')).listCalls(workspaceId, filter)),
  };
}

/** From a moment on (ISO). */
export function bookingsQuery(workspaceId: string, since: string) {
  return {
    queryKey: ['bookings', workspaceId, since] as const,
    queryFn: async () => settle((await import('./bookings.ts')).listBookings(workspaceId, since)),
  };
}

export function calendarFeedQuery(workspaceId: string) {
  return {
    queryKey: ['calendar-feed', workspaceId] as const,
    queryFn: async () => settle((await import('./bookings.ts')).getCalendarFeed(workspaceId)),
  };
}

export function messagesQuery(workspaceId: string) {
  return {
    queryKey: ['messages', workspaceId] as const,
    queryFn: async () => settle((await import('./sent-messages.ts')).listMessages(workspaceId)),
  };
}

/** What was done outside in a call. */
export function deedsQuery(callId: string) {
  return {
    queryKey: ['deeds', callId] as const,
    queryFn: async () => {
      const [{ listBookingsOfCall }, { listMessagesOfCall }] = await Promise.all([
        import('./bookings.ts'),
        import('./sent-messages.ts'),
      ]);
      const [bookings, messages] = await Promise.all([
        settle(listBookingsOfCall(callId)),
        settle(listMessagesOfCall(callId)),
      ]);
      return { bookings, messages };
    },
  };
}

export function callQuery(id: string) {
  return {
    queryKey: ['call', id] as const,
    queryFn: async () => settle((await import('./calls.ts')).getCall(id)),
  };
}
