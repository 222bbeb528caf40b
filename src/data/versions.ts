/** The versions of a flow: who made them, what answers with them where, and what one can go back to. */
import * as z from 'zod';
import { type Result, succeed } from '../lib/result.ts';
import { type VersionsAnswer, versionsAnswer } from '../publish/versions-wire.ts';
import { type ApiResult, ask } from './ask.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';
import type { PhoneNumber } from './numbers.ts';

export type FlowVersion = VersionsAnswer['versions'][number];

/** Newest first. */
export function listFlowVersions(flowId: string): ApiResult<VersionsAnswer> {
  return ask('GET', `/flows/${encodeURIComponent(flowId)}/versions`, versionsAnswer);
}

const deploymentRow = z
  .object({
    id: z.string(),
    version_id: z.string(),
    phone_number_id: z.string().nullable(),
    state: z.enum(['running', 'live', 'superseded']),
    purpose: z.enum(['flow', 'fallback', 'words']),
    created_at: z.string(),
  })
  .transform(({ version_id, phone_number_id, created_at, ...row }) => ({
    ...row,
    versionId: version_id,
    numberId: phone_number_id,
    since: created_at,
  }));
/** One time that something of the flow was put on a number, or on its browser link: then `numberId` is null. */
export type FlowDeployment = z.infer<typeof deploymentRow>;

/** What went well or is going on, newest first. */
export function listFlowDeployments(flowId: string): Promise<Result<FlowDeployment[], DataFailure>> {
  return rows(
    client()
      .from('deployments')
      .select('id, version_id, phone_number_id, state, purpose, created_at')
      .eq('flow_id', flowId)
      .in('state', ['running', 'live', 'superseded'])
      .order('created_at', { ascending: false })
      .limit(500),
    z.array(deploymentRow),
  );
}

/** The publication of a flow that is going on, whoever began it; null when there is none. */
export async function findRunning(flowId: string): Promise<Result<string | null, DataFailure>> {
  const found = await rows(
    client().from('deployments').select('id').eq('flow_id', flowId).eq('state', 'running').limit(1),
    z.array(z.object({ id: z.string() })),
  );
  return found.ok ? succeed(found.value[0]?.id ?? null) : found;
}

/** A number, or the browser link, on which something of the flow is in service, and what putting another version there starts from. */
export interface ServedNumber {
  /** Null for the link. */
  readonly id: string | null;
  /** Null for the link. */
  readonly number: string | null;
  /** The deployment that answers, and what it is. */
  readonly live: FlowDeployment;
}

export interface VersionService {
  /** Where it answers now. */
  readonly answers: readonly ServedNumber[];
  /** Where it can answer again: by number, the latest deployment of it there. */
  readonly goBack: readonly { readonly on: ServedNumber; readonly deployment: string }[];
}

/**
 * Numbers that something of the flow answers, now or in its hours, words in its place included, and its link where it was published on that
 * alone. Pure.
 */
export function servedNumbers(
  deployments: readonly FlowDeployment[],
  numbers: readonly PhoneNumber[],
): ServedNumber[] {
  const own = deployments.filter(({ purpose }) => purpose !== 'words');
  const onNumbers = numbers.flatMap(({ id, number, isElsewhere, deploymentId }) => {
    // By opening hours, others may answer now.
    const live =
      own.find((one) => one.id === deploymentId) ??
      own.find((one) => one.numberId === id && one.state === 'live');
    return live === undefined || isElsewhere ? [] : [{ id, number, live }];
  });
  const onLink = deployments.find(({ numberId, state }) => numberId === null && state === 'live');
  return onLink ? [...onNumbers, { id: null, number: null, live: onLink }] : onNumbers;
}

/** Of one version. Pure; deployments newest first. */
export function serviceOfVersion(
  versionId: string,
  deployments: readonly FlowDeployment[],
  served: readonly ServedNumber[],
): VersionService {
  const isIt = (one: FlowDeployment) => one.versionId === versionId && one.purpose === 'flow';
  return {
    answers: served.filter(({ live }) => isIt(live)),
    goBack: served.flatMap((on) => {
      if (isIt(on.live)) return [];
      const former = deployments.find(
        (one) => isIt(one) && one.numberId === on.id && one.state === 'superseded',
      );
      return former === undefined ? [] : [{ on, deployment: former.id }];
    }),
  };
}
