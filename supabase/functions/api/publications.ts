/** Publications: what one would do, starting it, working on it, and how far it is. */
import * as z from 'zod';
import type { Manifest } from '../../../src/flow/manifest.ts';
import { checkFlow } from '../../../src/kinds/registry.ts';
import { contentHash } from '../../../src/lib/hash.ts';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import { effectsOf } from '../../../src/publish/effects.ts';
import { advance } from '../../../src/publish/job.ts';
import {
  isCreation,
  isUnchanged,
  type NumberTarget,
  type PlannedResource,
  type PlannedStep,
  type PublishPlan,
  planResources,
  planSteps,
} from '../../../src/publish/plan.ts';
import { type PlanAnswer, planRequest, publishRequest } from '../../../src/publish/wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { PUBLICATIONS, takeBudget } from '../_shared/budget.ts';
import { row, run } from '../_shared/database.ts';
import { findDeployment } from '../_shared/deployments.ts';
import type { Deps } from '../_shared/deps.ts';
import { diallingOf } from '../_shared/dialling.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { reusable } from '../_shared/in-service.ts';
import { readableFiles } from '../_shared/knowledge-files.ts';
import { NUMBER_COLUMNS, type NumberRow, numberRow } from '../_shared/numbers.ts';
import { createPublishStore } from '../_shared/publish-store.ts';
import { runtimeFor } from '../_shared/runtime-target.ts';
import { isSecret } from '../_shared/secrecy.ts';
import { accountOf } from '../_shared/vapi-accounts.ts';
import { whoAnswers } from './derived.ts';
import { type CompiledFlow, compileRow, type FlowRow, findFlow } from './flow.ts';

/** One invocation works so long; the browser asks again. */
const BUDGET = { milliseconds: 10_000 };

/** `POST /publications/plan`. Changes nothing. */
export async function planPublication(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, planRequest);
  if (!body.ok) return body.failure;
  const planned = await prepare(body.value, person, deps);
  if (!planned.ok) return planned.failure;
  const { flow, number, compiled, steps, expected } = planned.value;
  const creations = steps.filter(isCreation);
  return answer({
    revision: flow.revision,
    creates: creations
      .filter((step) => step.vapiId === null)
      .map((step) => ({ kind: step.kind === 'create-squad' ? 'squad' : 'assistant', name: step.name })),
    reuses: creations.filter((step) => step.vapiId !== null).length,
    number: {
      number: number.number,
      label: number.label,
      answersNow: await nameOfFlow(person, number.flow_id),
    },
    version: await versionOf(person, flow, number),
    effects: effectsOf(compiled.payload, compiled.manifest, await manifestOf(deps, number.deployment_id)),
    unchanged: number.flow_id === flow.id && isUnchanged(steps, expected),
    warnings: compiled.problems.filter((problem) => problem.severity === 'warning').length,
    limits: limitsOf(compiled),
    secrecy: secrecyOf(planned.value),
  } satisfies PlanAnswer);
}

const versionRow = z.object({ id: z.string(), number: z.number() });
const latestRow = versionRow.extend({ content_hash: z.string() });
const liveRow = z.object({ flow_versions: versionRow });

/** Which version it will be, and which one it follows there. */
async function versionOf(person: Person, flow: FlowRow, number: NumberRow): Promise<PlanAnswer['version']> {
  const latest = await row(
    latestRow,
    person.client
      .from('flow_versions')
      .select('id, number, content_hash')
      .eq('flow_id', flow.id)
      .order('number', { ascending: false })
      .limit(1)
      .maybeSingle(),
  );
  if (!latest) return { number: 1, isNew: true, before: null };
  const live =
    number.flow_id === flow.id && number.deployment_id !== null
      ? await row(
          liveRow,
          person.client
            .from('deployments')
            .select('flow_versions(id, number)')
            .eq('id', number.deployment_id)
            .maybeSingle(),
        )
      : null;
  const { id, number: count } = live?.flow_versions ?? latest;
  const isNew = latest.content_hash !== (await contentHash(flow.document));
  return { number: isNew ? latest.number + 1 : latest.number, isNew, before: { id, number: count } };
}

/** What is said of professional secrecy: the drawing may ask for recording all the same. */
function secrecyOf({ compiled, isSecret }: Prepared): PlanAnswer['secrecy'] {
  if (!isSecret) return 'off';
  return compiled.document.settings.recording ? 'leaves-out-recording' : 'on';
}

/** What a step cannot do on this number or with these files: compiling found it, the drawing by itself is sound. */
function limitsOf({ document, problems }: CompiledFlow): PlanAnswer['limits'] {
  const drawn = new Set(checkFlow(document).map(({ code }) => code));
  return problems.flatMap(({ code, at: { node }, severity, params }) =>
    node !== undefined && severity !== 'error' && !drawn.has(code) ? [{ code, node, params }] : [],
  );
}

/** SQLSTATE of `private.keep_known_files` and `private.keep_reused`. */
const GONE = '55000';

const startedRow = z.object({
  outcome: z.enum(['started', 'not-found', 'flow-changed', 'publication-running']),
  deployment: z.uuid().optional(),
});

/** `POST /publications`. Records what is to be done; `advance` does it. */
export async function startPublication(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, publishRequest);
  if (!body.ok) return body.failure;
  const planned = await prepare(body.value, person, deps);
  if (!planned.ok) return planned.failure;
  const { flow, number, compiled, resources, steps, expected } = planned.value;
  if (flow.revision !== body.value.revision) return refuse('flow-changed');
  if (!(await takeBudget(deps.service, flow.workspace_id, PUBLICATIONS))) return refuse('too-often');
  const plan: PublishPlan = { format: 1, resources, expected };
  const start = deps.service.rpc('start_deployment', {
    deployment: deps.newId(),
    flow: flow.id,
    expected_revision: flow.revision,
    number_id: number.id,
    person: person.id,
    version_note: body.value.note ?? null,
    document_hash: await contentHash(flow.document),
    compiled_document: flow.document,
    publish_plan: plan,
    flow_manifest: compiled.manifest,
    step_list: steps,
  });
  const answered = await start;
  // A file that it reads, or a part that it uses again, went away since: what is published is to be looked at anew.
  if (answered.error?.code === GONE) return refuse('flow-changed');
  const started = startedRow.parse(await run(Promise.resolve(answered)));
  if (started.outcome === 'publication-running') {
    return refuse('publication-running', { deployment: started.deployment ?? '' });
  }
  if (started.outcome !== 'started') return refuse(started.outcome);
  const deployment = await findDeployment(person.client, started.deployment ?? '');
  return deployment ? answer(deployment.answer) : refuse('not-found');
}

/** `GET /publications/:id` */
export async function getPublication(id: string, person: Person): Promise<Response> {
  const deployment = z.uuid().safeParse(id).success ? await findDeployment(person.client, id) : null;
  return deployment ? answer(deployment.answer) : refuse('not-found');
}

/** `POST /publications/:id/advance` */
export async function advancePublication(id: string, person: Person, deps: Deps): Promise<Response> {
  const found = z.uuid().safeParse(id).success ? await findDeployment(person.client, id) : null;
  if (!found) return refuse('not-found');
  const refusal = await refuseUnless(person, found.workspace, 'editor');
  if (refusal) return refusal;
  if (found.answer.state !== 'running') return answer(found.answer);
  const account = await accountOf(deps, found.workspace);
  if (!account.ok) return refuse(account.failure);
  const ports = { store: createPublishStore(deps.service), vapi: account.value.api, clock: deps.clock };
  await advance(id, ports, BUDGET);
  return getPublication(id, person);
}

interface Prepared {
  readonly flow: FlowRow;
  readonly number: NumberRow;
  readonly compiled: CompiledFlow;
  readonly isSecret: boolean;
  readonly resources: readonly PlannedResource[];
  readonly steps: readonly PlannedStep[];
  /** What answers the number at Vapi now. */
  readonly expected: NumberTarget;
}

const manifestRow = z.object({ manifest: z.custom<Manifest>() });
const vapiIdRow = z.object({ vapi_id: z.string() });
/** Everything that is the same for a plan and its execution, or the refusal to send. */
async function prepare(
  { flowId, numberId }: { flowId: string; numberId: string },
  person: Person,
  deps: Deps,
): Promise<Result<Prepared, Response>> {
  const flow = await findFlow(person, flowId);
  if (!flow.ok) return flow;
  const workspace = flow.value.workspace_id;
  const number = await row(
    numberRow,
    person.client
      .from('phone_numbers')
      .select(NUMBER_COLUMNS)
      .eq('id', numberId)
      .eq('workspace_id', workspace)
      .maybeSingle(),
  );
  if (!number) return fail(refuse('not-found'));
  const refusal = await refuseUnless(person, workspace, 'editor');
  if (refusal) return fail(refusal);
  const account = await accountOf(deps, workspace);
  if (!account.ok) return fail(refuse(account.failure));
  if (number.elsewhere) return fail(refuse('number-elsewhere'));
  const { api, server, runtime } = account.value;
  const target = {
    mode: 'publish' as const,
    files: await readableFiles(deps.service, workspace),
    dialRefusal: await diallingOf(deps.service, workspace),
    secrecy: await isSecret(deps.service, workspace),
    metadata: { flow: flowId },
    provider: number.provider,
    ...(server ? { server } : {}),
    ...runtimeFor(runtime, flowId, await contentHash(flow.value.document)),
  };
  const compiled = compileRow(flow.value, target);
  if (!compiled.ok) return compiled;

  // Only now, after the checks, with the server's rights: ids and hashes are withheld from people.
  const saved = await row(
    vapiIdRow,
    deps.service.from('phone_numbers').select('vapi_id').eq('id', numberId).single(),
  );
  const expected = await whoAnswers(api, saved?.vapi_id ?? '');
  if (!expected.ok) return expected;
  const resources = await planResources(compiled.value.payload, flow.value.name);
  const steps = planSteps(resources, await reusable(deps, workspace, resources));
  return succeed({
    flow: flow.value,
    number,
    compiled: compiled.value,
    isSecret: target.secrecy,
    resources,
    steps,
    expected: expected.value,
  });
}

/** What answers a number now; null when nothing that we put there does. */
async function manifestOf(deps: Deps, deployment: string | null): Promise<Manifest | null> {
  if (deployment === null) return null;
  const query = deps.service.from('deployments').select('manifest').eq('id', deployment).maybeSingle();
  return (await row(manifestRow, query))?.manifest ?? null;
}

async function nameOfFlow(person: Person, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const query = person.client.from('flows').select('name').eq('id', id).maybeSingle();
  return (await row(z.object({ name: z.string() }), query))?.name ?? null;
}
