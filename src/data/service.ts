/** What is in service on a number, and what to do about it: going back, taking out of service, what was changed at Vapi. */
import * as z from 'zod';
import { type Result, succeed } from '../lib/result.ts';
import {
  type compareAnswer as CompareAnswer,
  compareAnswer,
  type DriftAnswer,
  type DriftRequest,
  driftAnswer,
  driftRecord,
  type UnpublishRequest,
} from '../publish/service-wire.ts';
import { type DeploymentAnswer, deploymentAnswer } from '../publish/wire.ts';
import { type ApiResult, ask } from './ask.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

const deploymentRow = z
  .object({
    id: z.string(),
    flow_id: z.string(),
    state: z.enum(['live', 'superseded']),
    purpose: z.enum(['flow', 'fallback', 'words']),
    drift: driftRecord.nullable().catch(null),
    created_at: z.string(),
    flow_versions: z.object({ number: z.number() }),
  })
  .transform(({ flow_id, created_at, flow_versions, ...row }) => ({
    ...row,
    flowId: flow_id,
    since: created_at,
    version: flow_versions.number,
  }));
export type ServedDeployment = z.infer<typeof deploymentRow>;

export interface NumberService {
  /** Null when nothing that we put there answers. */
  readonly live: ServedDeployment | null;
  /** What answered before that, words in place of a flow included; null when it was nothing else of ours. */
  readonly before: ServedDeployment | null;
  /** What one can go back to, the latest first: no version twice. */
  readonly earlier: readonly ServedDeployment[];
}

/** So many the server keeps ready. */
const MOST_EARLIER = 3;

/** `flowId`: whose service is meant where several flows answer in turn. */
export function getNumberService(
  numberId: string,
  flowId: string,
): Promise<Result<NumberService, DataFailure>> {
  return serviceFrom((deployments) => deployments.eq('phone_number_id', numberId), flowId);
}

/** What answers the browser link of a flow, where it was published on that alone. */
export function getLinkService(flowId: string): Promise<Result<NumberService, DataFailure>> {
  return serviceFrom((deployments) => deployments.eq('flow_id', flowId).is('phone_number_id', null), flowId);
}

const askDeployments = () =>
  client()
    .from('deployments')
    .select('id, flow_id, state, purpose, drift, created_at, flow_versions(number)');
type Asked = ReturnType<typeof askDeployments>;

async function serviceFrom(
  there: (asked: Asked) => Asked,
  flowId: string,
): Promise<Result<NumberService, DataFailure>> {
  const found = await rows(
    there(askDeployments())
      .in('state', ['live', 'superseded'])
      .order('created_at', { ascending: false })
      .limit(40),
    z.array(deploymentRow),
  );
  return found.ok ? succeed(serviceOf(ofFlow(found.value, flowId))) : found;
}

/** Ids of numbers of whose service somebody changed something at Vapi. */
export async function listDrifted(workspaceId: string): Promise<Result<string[], DataFailure>> {
  const found = await rows(
    client()
      .from('deployments')
      .select('phone_number_id')
      .eq('workspace_id', workspaceId)
      .eq('state', 'live')
      .not('drift', 'is', null),
    z.array(z.object({ phone_number_id: z.string().nullable() })),
  );
  return found.ok ? succeed(found.value.flatMap(({ phone_number_id: id }) => id ?? [])) : found;
}

/** On a number that answers by opening hours, what is of the flow alone; everything otherwise. Pure. */
export function ofFlow(
  deployments: readonly ServedDeployment[],
  flowId: string,
): readonly ServedDeployment[] {
  if (deployments.filter(({ state }) => state === 'live').length < 2) return deployments;
  return deployments.filter((one) => one.flowId === flowId && one.purpose !== 'words');
}

/** Pure; newest first. */
export function serviceOf(deployments: readonly ServedDeployment[]): NumberService {
  const live = deployments.find(({ state }) => state === 'live') ?? null;
  const nameOf = ({ flowId, version }: ServedDeployment) => `${flowId} ${version}`;
  const seen = new Set(live?.purpose === 'flow' ? [nameOf(live)] : []);
  const earlier = deployments.filter((one) => {
    if (one.state === 'live' || one.purpose !== 'flow' || seen.has(nameOf(one))) return false;
    seen.add(nameOf(one));
    return true;
  });
  const isAlike = (one: ServedDeployment) => one.purpose === live?.purpose && nameOf(one) === nameOf(live);
  const before = deployments.find((one) => one.state !== 'live' && !isAlike(one)) ?? null;
  return { live, before, earlier: earlier.slice(0, MOST_EARLIER) };
}

const below = (deploymentId: string, what: string) =>
  `/publications/${encodeURIComponent(deploymentId)}/${what}`;

/** The version of that deployment answers again. Go on with `advancePublication`. */
export function restore(deploymentId: string): ApiResult<DeploymentAnswer> {
  return ask('POST', below(deploymentId, 'restore'), deploymentAnswer);
}

/** Words answer in place of the flow. Go on with `advancePublication`. */
export function unpublish(deploymentId: string, request: UnpublishRequest): ApiResult<DeploymentAnswer> {
  return ask('POST', below(deploymentId, 'unpublish'), deploymentAnswer, request);
}

/** Compares with Vapi now. */
export function compareNow(deploymentId: string): ApiResult<z.infer<typeof CompareAnswer>> {
  return ask('POST', below(deploymentId, 'compare'), compareAnswer);
}

export function settleDrift(deploymentId: string, request: DriftRequest): ApiResult<DriftAnswer> {
  return ask('POST', below(deploymentId, 'drift'), driftAnswer, request);
}
