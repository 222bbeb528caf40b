/** Where the calls of a flow went, counted by the server. */
import { type TrafficAnswer, type TrafficRequest, trafficAnswer } from '../publish/calls-wire.ts';
import { type ApiResult, ask } from './ask.ts';

export { MOST_TRAFFIC, type TrafficAnswer } from '../publish/calls-wire.ts';

/** Of one version, or of all of them, since a moment (ISO). */
export function getTraffic(
  workspaceId: string,
  flow: string,
  since: string,
  version?: string,
): ApiResult<TrafficAnswer> {
  const body = { workspaceId, flow, since, ...(version === undefined ? {} : { version }) };
  return ask('POST', '/calls/traffic', trafficAnswer, body satisfies TrafficRequest);
}
