/** What is in service, with everything that browsers are not told: plans, ids at Vapi, how it looked. Knows no requests. */
import * as z from 'zod';
import type { Manifest } from '../../../src/flow/manifest.ts';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import {
  type Comparison,
  compareWithVapi,
  type Finding,
  type InService,
} from '../../../src/publish/drift.ts';
import {
  isCreation,
  type LedgerEntry,
  type PlannedResource,
  type PublishPlan,
} from '../../../src/publish/plan.ts';
import { choicesFor, type DriftRecord } from '../../../src/publish/service-wire.ts';
import type { VapiApi, VapiFailure } from '../../../src/vapi/contract/api.ts';
import { row, rows, run } from './database.ts';
import type { Deps } from './deps.ts';
import { lookRecord } from './publish-store.ts';

const STEP_KINDS = ['create-assistant', 'create-squad', 'verify', 'switch-number', 'commit'] as const;

const storedRow = z.object({
  id: z.string(),
  workspace_id: z.string(),
  flow_id: z.string(),
  state: z.enum(['running', 'live', 'failed', 'superseded']),
  purpose: z.enum(['flow', 'fallback', 'words']),
  // Written by ourselves.
  plan: z.custom<PublishPlan>((plan) => (plan as { format?: unknown } | null)?.format === 1),
  manifest: z.custom<Manifest>(),
  flow_versions: z.object({ number: z.number(), document: z.unknown() }),
  // Null: it answers the browser link of its flow.
  phone_numbers: z
    .object({
      id: z.string(),
      vapi_id: z.string(),
      provider: z.string(),
      elsewhere: z.boolean(),
      diverted_to: z.string().nullable(),
      deployment_id: z.string().nullable(),
    })
    .nullable(),
  deployment_steps: z.array(
    z.object({ position: z.number(), kind: z.enum(STEP_KINDS), vapi_id: z.string().nullable() }),
  ),
});
export type StoredDeployment = z.infer<typeof storedRow>;

/** With the server's rights, after a check. */
export function findStored({ service }: Deps, id: string): Promise<StoredDeployment | null> {
  return row(
    storedRow,
    service
      .from('deployments')
      .select(
        `id, workspace_id, flow_id, state, purpose, plan, manifest, flow_versions(number, document),
         phone_numbers!deployments_workspace_id_phone_number_id_fkey(id, vapi_id, provider, elsewhere, diverted_to, deployment_id),
         deployment_steps(position, kind, vapi_id)`,
      )
      .eq('id', id)
      .maybeSingle(),
  );
}

/** The ids at Vapi of what a deployment made or reused, in the order of its plan. */
export function resourceIds({ deployment_steps }: StoredDeployment): string[] {
  const creations = deployment_steps.filter(isCreation).sort((a, b) => a.position - b.position);
  return creations.flatMap(({ vapi_id }) => (vapi_id === null ? [] : [vapi_id]));
}

const ledgerRow = z
  .object({ kind: z.enum(['assistant', 'squad']), vapi_id: z.string(), content_hash: z.string() })
  .transform((entry): LedgerEntry => ({ kind: entry.kind, vapiId: entry.vapi_id, hash: entry.content_hash }));

/** What of these resources is there already: in use, or draining. The database makes sure that it stays (`keep_reused`). */
export function reusable(
  { service }: Deps,
  workspace: string,
  resources: readonly PlannedResource[],
): Promise<LedgerEntry[]> {
  const hashes = resources.map((resource) => resource.hash);
  return rows(
    ledgerRow,
    service
      .from('vapi_resources')
      .select('kind, vapi_id, content_hash')
      .eq('workspace_id', workspace)
      .in('state', ['live', 'draining'])
      .eq('elsewhere', false)
      .in('content_hash', hashes)
      .order('created_at'),
  );
}

const seenRow = z.object({
  vapi_id: z.string(),
  seen_fingerprint: z.string().nullable(),
  seen_change: z.string().nullable(),
});

/** Reads everything at Vapi and notes what is seen for the first time. */
export async function compareService(
  deps: Deps,
  vapi: VapiApi,
  stored: StoredDeployment,
): Promise<Result<Comparison, VapiFailure>> {
  const ids = resourceIds(stored);
  const query = deps.service
    .from('vapi_resources')
    .select('vapi_id, seen_fingerprint, seen_change')
    .eq('workspace_id', stored.workspace_id)
    .in('vapi_id', ids);
  const seen = new Map(
    (await rows(seenRow, query)).flatMap(({ vapi_id, seen_fingerprint, seen_change }) =>
      seen_fingerprint === null || seen_change === null
        ? []
        : [[vapi_id, { fingerprint: seen_fingerprint, change: seen_change }] as const],
    ),
  );
  const { phone_numbers: number } = stored;
  const service: InService = {
    vapiNumberId: number?.vapi_id ?? null,
    divertedTo: number?.diverted_to ?? null,
    isAnswering: number === null || number.deployment_id === stored.id,
    inTurn: number ? (await liveOn(deps, number.id)).map(({ target }) => target) : [],
    resources: stored.plan.resources.flatMap((planned, index) => {
      const vapiId = ids[index];
      return vapiId === undefined ? [] : [{ planned, vapiId, seen: seen.get(vapiId) ?? null }];
    }),
  };
  const compared = await compareWithVapi(vapi, service);
  if (!compared.ok) return fail(compared.failure);
  const looks = compared.value.looks.map(lookRecord);
  await run(deps.service.rpc('note_looks', { workspace: stored.workspace_id, looks }));
  return succeed(compared.value);
}

const liveRow = z.object({
  id: z.string(),
  flow_id: z.string(),
  purpose: z.enum(['flow', 'fallback', 'words']),
  deployment_steps: z.array(z.object({ position: z.number(), vapi_id: z.string().nullable() })),
});

export interface LiveDeployment {
  readonly id: string;
  readonly flowId: string;
  readonly purpose: 'flow' | 'fallback' | 'words';
  /** The id at Vapi of what answers. */
  readonly target: string;
}

/** What is in service on a number; several by opening hours. */
export async function liveOn({ service }: Deps, number: string): Promise<LiveDeployment[]> {
  const live = await rows(
    liveRow,
    service
      .from('deployments')
      .select('id, flow_id, purpose, deployment_steps(position, vapi_id)')
      .eq('phone_number_id', number)
      .eq('state', 'live')
      .in('deployment_steps.kind', ['create-assistant', 'create-squad']),
  );
  return live.flatMap(({ id, flow_id, purpose, deployment_steps }) => {
    const last = deployment_steps.sort((a, b) => b.position - a.position)[0]?.vapi_id;
    return last ? [{ id, flowId: flow_id, purpose, target: last }] : [];
  });
}

const answeringRow = z.object({
  deployment_id: z.string(),
  deployments: z.object({ flow_versions: z.object({ number: z.number() }) }),
});

/** The deployment of ours that answers a number by somebody else's doing; null when it is none. */
export async function answeringInstead(
  { service }: Deps,
  stored: StoredDeployment,
  { target }: Comparison,
): Promise<{ readonly id: string; readonly version: number } | null> {
  const id = target?.squadId ?? target?.assistantId;
  // Nobody but us says what answers a link.
  if (!id || stored.phone_numbers === null) return null;
  const found = await rows(
    answeringRow,
    service
      .from('deployment_steps')
      .select(
        'deployment_id, deployments!inner(phone_number_id, state, created_at, flow_versions!inner(number))',
      )
      .eq('vapi_id', id)
      .eq('workspace_id', stored.workspace_id)
      .eq('deployments.phone_number_id', stored.phone_numbers.id)
      .eq('deployments.state', 'superseded')
      .limit(50),
  );
  const [first] = found;
  return first ? { id: first.deployment_id, version: first.deployments.flow_versions.number } : null;
}

/** Compares and records what was found with the deployment; what differs because of a publication of ours is no drift. */
export async function recordDrift(
  deps: Deps,
  vapi: VapiApi,
  stored: StoredDeployment,
): Promise<Result<{ readonly comparison: Comparison; readonly drift: DriftRecord | null }, VapiFailure>> {
  const compared = await compareService(deps, vapi, stored);
  if (!compared.ok) return fail(compared.failure);
  const comparison = compared.value;
  const instead = await answeringInstead(deps, stored, comparison);
  const findings = comparison.findings.map(
    (finding): Finding =>
      finding.kind === 'number-other' ? { ...finding, version: instead?.version ?? null } : finding,
  );
  const drift: DriftRecord | null =
    findings.length === 0
      ? null
      : {
          findings: findings as DriftRecord['findings'],
          choices: choicesFor(findings as DriftRecord['findings']),
          state: comparison.state,
          foundAt: new Date(deps.clock.now()).toISOString(),
        };
  const isNoted = await run(deps.service.rpc('note_drift', { deployment: stored.id, found_drift: drift }));
  return succeed({ comparison, drift: isNoted === true ? drift : null });
}
