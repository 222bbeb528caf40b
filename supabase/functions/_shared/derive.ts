/**
 * Deployments that follow from a former one: its version again, or words in its place. Recorded, not yet worked on. Knows no requests and
 * no routes.
 */
import * as z from 'zod';
import type { Manifest } from '../../../src/flow/manifest.ts';
import { compileFlow, readFlow } from '../../../src/kinds/registry.ts';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import {
  type NumberTarget,
  type PlannedResource,
  type PublishPlan,
  planResources,
  planSteps,
} from '../../../src/publish/plan.ts';
import { outOfService } from '../../../src/templates/out-of-service/drawing.ts';
import type { VapiApi, VapiFailure } from '../../../src/vapi/contract/api.ts';
import { run } from './database.ts';
import type { Deps } from './deps.ts';
import { reusable, type StoredDeployment } from './in-service.ts';
import { isSwitchedNow, readSchedule } from './number-schedule.ts';
import { isSecret } from './secrecy.ts';
import type { VapiAccount } from './vapi-accounts.ts';

export interface Derived {
  readonly purpose: 'flow' | 'fallback' | 'words';
  readonly resources: readonly PlannedResource[];
  /** Of the plan that the resources are from; absent where no step asks us. */
  readonly stepVersions?: readonly string[] | undefined;
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
  { purpose, resources, stepVersions, manifest }: Derived,
  person: string | null,
): Promise<Result<string, NotDerived>> {
  const place = await placeOf(deps, { stored, account }, purpose);
  if (!place.ok) return fail({ code: 'vapi', failure: place.failure });
  const { on, expected } = place.value;
  const steps = planSteps(resources, await reusable(deps, stored.workspace_id, resources), on);
  const answered = await deps.service.rpc('start_from_deployment', {
    deployment: deps.newId(),
    source: stored.id,
    person,
    its_purpose: purpose,
    publish_plan: {
      format: 1,
      resources,
      ...(stepVersions ? { stepVersions } : {}),
      expected,
    } satisfies PublishPlan,
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

/** Who answers a number at Vapi now. */
export async function whoAnswers(vapi: VapiApi, id: string): Promise<Result<NumberTarget, VapiFailure>> {
  const number = await vapi.getPhoneNumber(id);
  if (!number.ok) return number;
  const { assistantId = null, squadId = null } = number.value;
  return succeed({ assistantId, squadId });
}

/** Where it will answer: on its number now or when its hours begin, with what answers there; or on the link of its flow. */
async function placeOf(
  deps: Deps,
  { stored, account }: { readonly stored: StoredDeployment; readonly account: VapiAccount },
  purpose: Derived['purpose'],
): Promise<Result<{ on: 'number' | 'later' | 'link'; expected: NumberTarget }, VapiFailure>> {
  const number = stored.phone_numbers;
  if (number === null) return succeed({ on: 'link', expected: { assistantId: null, squadId: null } });
  const expected = await whoAnswers(account.api, number.vapi_id);
  if (!expected.ok) return expected;
  const slot = purpose === 'words' ? 'words' : stored.flow_id;
  const isNow = isSwitchedNow(await readSchedule(deps, number.id), slot, number.deployment_id);
  return succeed({ on: isNow ? 'number' : 'later', expected: expected.value });
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
    ...(stored.phone_numbers ? { provider: stored.phone_numbers.provider } : {}),
    ...(account.server ? { server: account.server } : {}),
  });
  if (payload === null || problems.some(({ severity }) => severity === 'error')) return null;
  const resources = await planResources(payload, document.name);
  // Its steps are no steps of the flow: calls that it answers show none.
  return { resources, manifest: { ...manifest, members: [], tools: [], anytime: [] } };
}
