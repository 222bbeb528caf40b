/** Figures of calls, questions without an answer, and who gets something of calls, over the Edge Function `api`. */
import {
  type ProcessorsAnswer,
  processorsAnswer,
  type QuestionsAnswer,
  questionsAnswer,
  type ReportAnswer,
  type ReportRequest,
  reportAnswer,
  type SettleRequest,
} from '../publish/report-wire.ts';
import { doneAnswer } from '../publish/wire.ts';
import { type ApiResult, ask } from './ask.ts';

export type {
  Figures,
  OpenQuestion,
  ProcessorPart,
  ProcessorsAnswer,
  ReportAnswer,
  ReportPart,
} from '../publish/report-wire.ts';

export function getReport(request: ReportRequest): ApiResult<ReportAnswer> {
  return ask('POST', '/calls/report', reportAnswer, request);
}

/** Reading them is noted. */
export function listQuestions(workspaceId: string): ApiResult<QuestionsAnswer> {
  return ask('GET', `/questions?${new URLSearchParams({ workspaceId })}`, questionsAnswer);
}

export function settleQuestion(request: SettleRequest): ApiResult<object> {
  return ask('POST', '/questions/settle', doneAnswer, request);
}

export function getProcessors(workspaceId: string): ApiResult<ProcessorsAnswer> {
  return ask('GET', `/processors?${new URLSearchParams({ workspaceId })}`, processorsAnswer);
}
