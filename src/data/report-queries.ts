/** What is asked about figures, open questions and processors, as keys and functions for TanStack Query. */
import type { ReportRequest } from '../publish/report-wire.ts';
import { settleApi } from './settle.ts';

export function reportQuery(request: ReportRequest) {
  return {
    queryKey: ['calls', request.workspaceId, 'report', request] as const,
    queryFn: async () => settleApi((await import('./report.ts')).getReport(request)),
  };
}

export function questionsQuery(workspaceId: string) {
  return {
    queryKey: ['questions', workspaceId] as const,
    queryFn: async () =>
      (await settleApi((await import('./report.ts')).listQuestions(workspaceId))).questions,
  };
}

export function processorsQuery(workspaceId: string) {
  return {
    queryKey: ['processors', workspaceId] as const,
    queryFn: async () => settleApi((await import('./report.ts')).getProcessors(workspaceId)),
  };
}
