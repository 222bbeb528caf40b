/** What is asked about calls and what was done in them, as keys and functions for TanStack Query. */
import type { CallFilter, CallPlace } from '../publish/calls-wire.ts';
import { settle } from './failure.ts';
import { settleApi } from './settle.ts';

/** One page of the list: behind a row of it, or the first. */
export function callsQuery(workspaceId: string, filter: CallFilter, size: number, after?: CallPlace) {
  return {
    queryKey: ['calls', workspaceId, 'list', filter, size, after ?? null] as const,
    queryFn: async () => settleApi((await import('./calls.ts')).listCalls(workspaceId, filter, size, after)),
  };
}

export function callSumsQuery(workspaceId: string, filter: CallFilter, zone: string) {
  return {
    queryKey: ['calls', workspaceId, 'sums', filter, zone] as const,
    queryFn: async () => settleApi((await import('./calls.ts')).sumUpCalls(workspaceId, filter, zone)),
  };
}

/** Where the calls of a flow went since a moment (ISO), of one version or of all. */
export function trafficQuery(workspaceId: string, flow: string, since: string, version?: string) {
  return {
    queryKey: ['calls', workspaceId, 'traffic', flow, since, version ?? null] as const,
    queryFn: async () =>
      settleApi((await import('./traffic.ts')).getTraffic(workspaceId, flow, since, version)),
  };
}

export function versionsQuery(flowId: string) {
  return {
    queryKey: ['versions', flowId] as const,
    queryFn: async () => settle((await import('./calls.ts')).listVersions(flowId)),
  };
}

/** It never changes. */
export function versionQuery(id: string) {
  return {
    queryKey: ['version', id] as const,
    queryFn: async () => settle((await import('./calls.ts')).getVersion(id)),
    staleTime: Number.POSITIVE_INFINITY,
  };
}

/** From a moment on (ISO). */
export function bookingsQuery(workspaceId: string, since: string) {
  return {
    queryKey: ['bookings', workspaceId, since] as const,
    queryFn: async () => settle((await import('./bookings.ts')).listBookings(workspaceId, since)),
  };
}

/** The workspace's calendars, besides the usual one, with what depends on each. */
export function calendarsQuery(workspaceId: string) {
  return {
    queryKey: ['calendars', workspaceId] as const,
    queryFn: async () => settleApi((await import('./calendars.ts')).listCalendars(workspaceId)),
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
