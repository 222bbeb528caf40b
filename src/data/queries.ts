/**
 * What every page may ask for, as keys and functions for TanStack Query. Plain objects: knows neither React nor the cache.
 * What only some pages ask for stands beside (`…-queries.ts`), and is loaded with the asking.
 */
import { settle } from './failure.ts';
import { getFlow, listFlows } from './flows.ts';
import { settleApi } from './settle.ts';
import { getStatus } from './status.ts';
import { listMembers, listWorkspaces } from './workspaces.ts';

export const statusQuery = { queryKey: ['status'] as const, queryFn: () => settleApi(getStatus()) };

export function workspacesQuery(person: string) {
  return { queryKey: ['workspaces', person] as const, queryFn: () => settle(listWorkspaces(person)) };
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
