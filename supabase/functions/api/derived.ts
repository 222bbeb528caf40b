/** Starting a deployment that follows from a former one: its version again, or words in its place. Knows no routes. */
import * as z from 'zod';
import type { Manifest } from '../../../src/flow/manifest.ts';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import {
  type NumberTarget,
  type PlannedResource,
  type PublishPlan,
  planSteps,
} from '../../../src/publish/plan.ts';
import type { DeploymentAnswer } from '../../../src/publish/wire.ts';
import type { VapiApi } from '../../../src/vapi/contract/api.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { run } from '../_shared/database.ts';
import { findDeployment } from '../_shared/deployments.ts';
import type { Deps } from '../_shared/deps.ts';
import { refuse } from '../_shared/http.ts';
import { findStored, reusable, type StoredDeployment } from '../_shared/in-service.ts';
import { accountOf, type VapiAccount } from '../_shared/vapi-accounts.ts';
import { refuseAsVapi } from '../_shared/vapi-failure.ts';

export interface Former {
  readonly stored: StoredDeployment;
  readonly account: VapiAccount;
}

/** What somebody who may edit asks about, or the refusal to send. */
export async function findFormer(id: string, person: Person, deps: Deps): Promise<Result<Former, Response>> {
  const seen = z.uuid().safeParse(id).success ? await findDeployment(person.client, id) : null;
  if (!seen) return fail(refuse('not-found'));
  const refusal = await refuseUnless(person, seen.workspace, 'editor');
  if (refusal) return fail(refusal);
  const stored = await findStored(deps, id);
  if (!stored) return fail(refuse('not-found'));
  if (stored.phone_numbers?.elsewhere) return fail(refuse('number-elsewhere'));
  const account = await accountOf(deps, seen.workspace);
  if (!account.ok) return fail(refuse(account.failure));
  return succeed({ stored, account: account.value });
}

/** Who answers a number at Vapi now, or the refusal to send. */
export async function whoAnswers(vapi: VapiApi, id: string): Promise<Result<NumberTarget, Response>> {
  const number = await vapi.getPhoneNumber(id);
  if (!number.ok) return fail(refuseAsVapi(number.failure));
  return succeed({ assistantId: number.value.assistantId ?? null, squadId: number.value.squadId ?? null });
}

const startedRow = z.object({
  outcome: z.enum(['started', 'not-found', 'publication-running']),
  deployment: z.uuid().optional(),
});

interface Derived {
  readonly purpose: 'flow' | 'fallback';
  readonly resources: readonly PlannedResource[];
  /** Of the plan that the resources are from; absent where no step asks us. */
  readonly stepVersions?: readonly string[] | undefined;
  readonly manifest: Manifest;
}

/** Started, not yet worked on: the browser advances it, and `cron` if that goes away. */
export async function startDerived(
  { stored, account }: Former,
  { purpose, resources, stepVersions, manifest }: Derived,
  person: Person,
  deps: Deps,
): Promise<Result<DeploymentAnswer, Response>> {
  const number = stored.phone_numbers;
  const nobody = { assistantId: null, squadId: null };
  const expected = number ? await whoAnswers(account.api, number.vapi_id) : succeed(nobody);
  if (!expected.ok) return expected;
  const known = await reusable(deps, stored.workspace_id, resources);
  const steps = planSteps(resources, known, number ? 'number' : 'link');
  const answered = await deps.service.rpc('start_from_deployment', {
    deployment: deps.newId(),
    source: stored.id,
    person: person.id,
    its_purpose: purpose,
    publish_plan: {
      format: 1,
      resources,
      ...(stepVersions ? { stepVersions } : {}),
      expected: expected.value,
    } satisfies PublishPlan,
    flow_manifest: manifest,
    step_list: steps,
  });
  if (answered.error?.message === 'file-gone') return fail(refuse('version-not-possible'));
  if (answered.error?.message === 'resource-gone') return fail(refuse('changed-at-vapi'));
  const started = startedRow.parse(await run(Promise.resolve(answered)));
  if (started.outcome === 'publication-running')
    return fail(refuse('publication-running', { deployment: started.deployment ?? '' }));
  const found = await findDeployment(person.client, started.deployment ?? '');
  return found ? succeed(found.answer) : fail(refuse('not-found'));
}
