/** Alerts of a workspace and where they go. What is on now is read under row-level security; the rest over the Edge Function `api`. */
import * as z from 'zod';
import { ALERT_KINDS } from '../alerts/alert.ts';
import type { Result } from '../lib/result.ts';
import {
  type AlertsAnswer,
  alertsAnswer,
  type ChannelAnswer,
  type ChannelRequest,
  channelAnswer,
  type LinkAnswer,
  linkAnswer,
  type TestAnswer,
  testAnswer,
} from '../publish/alerts-wire.ts';
import { doneAnswer } from '../publish/wire.ts';
import { type ApiResult, ask } from './ask.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

export function listAlerts(workspaceId: string): ApiResult<AlertsAnswer> {
  return ask('GET', `/alerts?workspaceId=${encodeURIComponent(workspaceId)}`, alertsAnswer);
}

export function addChannel(channel: ChannelRequest): ApiResult<ChannelAnswer> {
  return ask('POST', '/alerts/channels', channelAnswer, channel);
}

export function changeChannel(id: string, kinds: readonly string[]): ApiResult<object> {
  return ask('POST', `/alerts/channels/${id}/kinds`, doneAnswer, { kinds });
}

/** Asks an address that did not answer once more. */
export function askChannelAgain(id: string): ApiResult<ChannelAnswer> {
  return ask('POST', `/alerts/channels/${id}/again`, channelAnswer, {});
}

export function testChannel(id: string): ApiResult<TestAnswer> {
  return ask('POST', `/alerts/channels/${id}/test`, testAnswer, {});
}

export function removeChannel(id: string): ApiResult<object> {
  return ask('POST', `/alerts/channels/${id}/remove`, doneAnswer, {});
}

/** What stands behind a link of an e-mail; with `act` it is done. Signed in or not. */
export function followAlertLink(token: string, act: boolean): ApiResult<LinkAnswer> {
  return ask('POST', '/alerts/links', linkAnswer, { token, act });
}

const onRow = z.object({ id: z.string(), kind: z.enum(ALERT_KINDS) });
export type AlertOn = z.infer<typeof onRow>;

/** What is on now, the worst first. */
export function listAlertsOn(workspaceId: string): Promise<Result<AlertOn[], DataFailure>> {
  const query = client().from('alerts').select('id, kind').eq('workspace_id', workspaceId);
  const on = query.is('over_at', null).order('level', { ascending: false }).order('began_at');
  return rows(on.limit(20), z.array(onRow));
}
