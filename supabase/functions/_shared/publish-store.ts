/** The publish store on the database: each method is one call of a function of migration `publishing_functions`. */
import type { SupabaseClient } from '@supabase/supabase-js';
import * as z from 'zod';
import { LEASE_SECONDS } from '../../../src/publish/job.ts';
import type { Look } from '../../../src/publish/look.ts';
import type { PublishPlan } from '../../../src/publish/plan.ts';
import type { Claimed, DeploymentStep, PublishStore } from '../../../src/publish/ports.ts';
import { run } from './database.ts';

const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const stepRow = z.object({
  position: z.number(),
  kind: z.enum(['create-assistant', 'create-squad', 'verify', 'switch-number', 'commit']),
  name: z.string(),
  content_hash: z.string().nullable(),
  state: z.enum(['pending', 'in-flight', 'done', 'failed']),
  vapi_id: z.string().nullable(),
  started_at: time.nullable(),
});

const claimedRow = z.object({
  id: z.string(),
  fence: z.number(),
  // Written by ourselves, from a plan; only its format can have changed since.
  plan: z.custom<PublishPlan>((plan) => (plan as { format?: unknown } | null)?.format === 1),
  created_at: time,
  vapi_number_id: z.string().nullable(),
  steps: z.array(stepRow),
});

const changedIds = z.array(z.string()).nullable();

export function createPublishStore(service: SupabaseClient): PublishStore {
  const ask = async (name: string, held: Claimed, parameters: object): Promise<boolean> =>
    (await run(service.rpc(name, { deployment: held.id, holder: held.fence, ...parameters }))) === true;
  const seconds = LEASE_SECONDS;
  return {
    claim: async (deployment, leaseSeconds) => {
      const claimed = await run(service.rpc('claim_deployment', { deployment, seconds: leaseSeconds }));
      return claimed === null ? null : readClaimed(claimedRow.parse(claimed));
    },
    begin: (held, step) => ask('begin_step', held, { step, seconds }),
    finish: (held, step, created) =>
      ask('finish_step', held, {
        step,
        resource: created?.id ?? null,
        resource_marker: created?.marker ?? null,
        seconds,
      }),
    compare: async (held, looks) =>
      changedIds.parse(
        await run(
          service.rpc('compare_resources', {
            deployment: held.id,
            holder: held.fence,
            looks: looks.map(lookRecord),
            seconds,
          }),
        ),
      ),
    fail: (held, step, reason) => ask('fail_deployment', held, { step, reason }),
    forget: (held, resource, found) =>
      ask('forget_resource', held, { resource, gone: found === 'gone', seconds }),
    commit: (held, step) => ask('commit_deployment', held, { step }),
    release: (held) => ask('release_deployment', held, { seconds: 0 }),
  };
}

/** As the SQL functions read it. */
export function lookRecord({ vapiId, fingerprint, change }: Look) {
  return { vapi_id: vapiId, fingerprint, change };
}

function readClaimed(row: z.infer<typeof claimedRow>): Claimed {
  return {
    id: row.id,
    fence: row.fence,
    plan: row.plan,
    vapiNumberId: row.vapi_number_id,
    createdAt: row.created_at,
    steps: row.steps.map(
      (step): DeploymentStep => ({
        position: step.position,
        kind: step.kind,
        name: step.name,
        hash: step.content_hash,
        state: step.state,
        vapiId: step.vapi_id,
        startedAt: step.started_at,
      }),
    ),
  };
}
