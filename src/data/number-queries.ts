/** What is asked about numbers, as keys and functions for TanStack Query. */
import { settle } from './failure.ts';
import type { PhoneNumber } from './numbers.ts';
import { settleApi, soonWhile } from './settle.ts';

export function numbersQuery(workspaceId: string) {
  return {
    queryKey: ['numbers', workspaceId] as const,
    queryFn: async () => settle((await import('./numbers.ts')).listNumbers(workspaceId)),
    refetchInterval: soonWhile<PhoneNumber>(
      ({ state, removalDueAt }) => state === 'activating' || removalDueAt !== null,
    ),
  };
}

/** What answers a number, and what one can go back to, as far as it is of a flow where several answer in turn. */
export function numberServiceQuery(numberId: string, flowId: string) {
  return {
    queryKey: ['number-service', numberId, flowId] as const,
    queryFn: async () => settle((await import('./service.ts')).getNumberService(numberId, flowId)),
  };
}

/** What answers the browser link of a flow by itself, and what one can go back to there. */
export function linkServiceQuery(flowId: string) {
  return {
    queryKey: ['number-service', 'link', flowId] as const,
    queryFn: async () => settle((await import('./service.ts')).getLinkService(flowId)),
  };
}

/** The browser link of each flow. */
export function linksQuery(workspaceId: string) {
  return {
    queryKey: ['browser-links', workspaceId] as const,
    queryFn: async () => settleApi((await import('./browser-links.ts')).listBrowserLinks(workspaceId)),
  };
}

/** Numbers on which somebody changed something at Vapi. */
export function driftedQuery(workspaceId: string) {
  return {
    queryKey: ['number-service', 'drifted', workspaceId] as const,
    queryFn: async () => settle((await import('./service.ts')).listDrifted(workspaceId)),
  };
}

/** Numbers of one's own that are forwarded to the workspace's. */
export function forwardingsQuery(workspaceId: string) {
  return {
    queryKey: ['forwardings', workspaceId] as const,
    queryFn: async () => settle((await import('./number-changes.ts')).listForwardings(workspaceId)),
  };
}

/** Numbers that answer by opening hours: who when, and what is ready. */
export function schedulesQuery(workspaceId: string) {
  return {
    queryKey: ['numbers', workspaceId, 'schedules'] as const,
    queryFn: async () => settle((await import('./number-schedules.ts')).listSchedules(workspaceId)),
  };
}
