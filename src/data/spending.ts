/** What a workspace spends in a month and its limit, over the Edge Function `api`. */
import { doneAnswer } from '../publish/wire.ts';
import {
  type LimitRequest,
  type LimitWordsRequest,
  type UsageAnswer,
  usageAnswer,
} from '../publish/workspace-wire.ts';
import { type ApiResult, ask } from './ask.ts';

export function getUsage(workspaceId: string): ApiResult<UsageAnswer> {
  return ask('GET', `/usage?workspaceId=${encodeURIComponent(workspaceId)}`, usageAnswer);
}

/** Numbers follow at once, or within a minute. */
export function setLimit(limit: LimitRequest): ApiResult<object> {
  return ask('POST', '/usage/limit', doneAnswer, limit);
}

/** What callers of one number hear past the limit; null: what all of them hear. */
export function setLimitWords(
  workspaceId: string,
  numberId: string,
  words: LimitWordsRequest['words'],
): ApiResult<object> {
  return ask('POST', '/usage/limit/words', doneAnswer, { workspaceId, numberId, words });
}

export function removeLimit(workspaceId: string): ApiResult<object> {
  return ask('POST', '/usage/limit/remove', doneAnswer, { workspaceId });
}
