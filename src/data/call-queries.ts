/** What is asked about calls and what was done in them, as keys and functions for TanStack Query. */
import { settle } from './failure.ts';

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
