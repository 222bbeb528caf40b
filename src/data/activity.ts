/** The activity log of a workspace, over the Edge Function `api`. Owners only. */
import * as z from 'zod';
import type { Result } from '../lib/result.ts';
import {
  type ActivityAnswer,
  type ActivityCheck,
  activityAnswer,
  activityCheck,
} from '../publish/workspace-wire.ts';
import { type ApiResult, ask } from './ask.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

/** `reads`: who read, took away or erased what was said on calls; or on the call with this id. */
export type ActivityShown = 'everything' | 'reads' | { readonly call: string };

/** Latest first; with `before`, what was earlier than that entry. */
export function listActivity(
  workspaceId: string,
  shown: ActivityShown,
  before?: string,
): ApiResult<ActivityAnswer> {
  const query = new URLSearchParams({
    workspaceId,
    ...(before === undefined ? {} : { before }),
    ...(shown === 'reads' ? { show: 'reads' } : {}),
    ...(typeof shown === 'object' ? { call: shown.call } : {}),
  });
  return ask('GET', `/activity?${query}`, activityAnswer);
}

/** Whether somebody changed the log. */
export function checkActivity(workspaceId: string): ApiResult<ActivityCheck> {
  return ask('GET', `/activity/check?${new URLSearchParams({ workspaceId })}`, activityCheck);
}

/** Days that entries are kept, as the database has them. */
export const KEEP_ACTIVITY = { least: 90, most: 1825 } as const;
const kept = z.object({ keep_activity: z.number() }).transform((row) => row.keep_activity);

export function getActivityDays(workspaceId: string): Promise<Result<number, DataFailure>> {
  return rows(client().from('workspaces').select('keep_activity').eq('id', workspaceId).single(), kept);
}

export function saveActivityDays(workspaceId: string, days: number): Promise<Result<number, DataFailure>> {
  const query = client().from('workspaces').update({ keep_activity: days }).eq('id', workspaceId);
  return rows(query.select('keep_activity').single(), kept);
}
