/**
 * Deployments that follow from a former one: its version again, or words in its place. Recorded, not yet worked on. Knows no requests and
 * no routes.
 */
import * as z from 'zod';
import type { Manifest } from '../../../src/flow/manifest.ts';
import { compileFlow, readFlow } from '../../../src/kinds/registry.ts';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import { type PlannedResource, planResources, planSteps } from '../../../src/publish/plan.ts';
import { outOfService } from '../../../src/templates/out-of-service/drawing.ts';
import type { VapiFailure } from '../../../src/vapi/contract/api.ts';
import { run } from './database.ts';
import type { Deps } from './deps.ts';
import { reusable, type StoredDeployment } from './in-service.ts';
import { isSwitchedNow, readSchedule } from './number-schedule.ts';
import { isSecret } from './secrecy.ts';
import type { VapiAccount } from './vapi-accounts.ts';

export interface Derived {
  readonly purpose: 'flow' | 'fallback' | 'words';
  readonly resources: readonly PlannedResource[];
  readonly manifest: Manifest;
}

export type NotDerived =
  | { readonly code: 'vapi'; readonly failure: VapiFailure }
  | { readonly code: 'publication-running'; readonly deployment: string }
  | {
      readonly code:
        | 'not-found'
        | 'version-not-possible'
        | 'changed-at-vapi'
        | 'number-switching'
        | 'number-scheduled';
    };

const startedRow = z.object({
  outcome: z.enum(['started', 'not-found', 'publication-running']),
  deployment: z.uuid().optional(),
});
/** What the database raises, and what that means. */
const RAISED: Readonly<Record<string, Exclude<NotDerived['code'], 'vapi' | 'publication-running'>>> = {
  'file-gone': 'version-not-possible',
  'resource-gone': 'changed-at-vapi',
  'number-switching': 'number-switching',
  'number-scheduled': 'number-scheduled',
};

/** `person`: null when nobody asked at that moment. Gives back the id of the deployment. */
export async function derive(
  deps: Deps,
  { stored, account }: { readonly stored: StoredDeployment; readonly account: VapiAccount },
  { purpose, resources, manifest }: Derived,
  person: string | null,
): Promise<Result<string, NotDerived>> {
  const { phone_numbers: number, workspace_id: workspace } = stored;
  const saved = await account.api.getPhoneNumber(number.vapi_id);
  if (!saved.ok) return fail({ code: 'vapi', failure: saved.failure });
  const { assistantId = null, squadId = null } = saved.value;
  const slot = purpose === 'words' ? 'words' : stored.flow_id;
  const isNow = isSwitchedNow(await readSchedule(deps, number.id), slot, number.deployment_id);
  const steps = planSteps(resources, await reusable(deps, workspace, resources), isNow ? 'number' : 'later');
  const answered = await deps.service.rpc('start_from_deployment', {
    deployment: deps.newId(),
    source: stored.id,
    person,
    its_purpose: purpose,
    publish_plan: { format: 1, resources, expected: { assistantId, squadId } },
    flow_manifest: manifest,
    step_list: steps,
  });
  const raised = RAISED[answered.error?.message ?? ''];
  if (raised) return fail({ code: raised });
  const started = startedRow.parse(await run(Promise.resolve(answered)));
  const deployment = started.deployment ?? '';
  if (started.outcome === 'publication-running') return fail({ code: started.outcome, deployment });
  return started.outcome === 'started' ? succeed(deployment) : fail({ code: started.outcome });
}

/** Words that answer in place of a flow, in its language and voice; null when they do not compile. */
export async function wordsInPlaceOf(
  deps: Deps,
  { stored, account }: { readonly stored: StoredDeployment; readonly account: VapiAccount },
  words: string,
): Promise<Omit<Derived, 'purpose'> | null> {
  const { document } = readFlow(stored.flow_versions.document);
  const { payload, manifest, problems } = compileFlow(outOfService(document, words), {
    mode: 'publish',
    files: {},
    dialRefusal: () => 'unknown',
    secrecy: await isSecret(deps.service, stored.workspace_id),
    metadata: { flow: stored.flow_id },
    provider: stored.phone_numbers.provider,
    ...(account.server ? { server: account.server } : {}),
  });
  if (payload === null || problems.some(({ severity }) => severity === 'error')) return null;
  const resources = await planResources(payload, document.name);
  // Its steps are no steps of the flow: calls that it answers show none.
  return { resources, manifest: { ...manifest, members: [], tools: [], anytime: [] } };
}
