/** What is asked about versions, as keys and functions for TanStack Query. */
import { settle } from './failure.ts';
import { settleApi } from './settle.ts';

/** Who published what and when, and how many calls each answered. */
export function flowVersionsQuery(flowId: string) {
  return {
    queryKey: ['flow-versions', flowId] as const,
    queryFn: async () => (await settleApi((await import('./versions.ts')).listFlowVersions(flowId))).versions,
  };
}

export function flowDeploymentsQuery(flowId: string) {
  return {
    queryKey: ['flow-deployments', flowId] as const,
    queryFn: async () => settle((await import('./versions.ts')).listFlowDeployments(flowId)),
  };
}
