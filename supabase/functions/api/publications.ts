/** Publications: what one would do, starting it, working on it, and how far it is. */
import * as z from 'zod';
import type { Manifest } from '../../../src/flow/manifest.ts';
import { checkFlow } from '../../../src/kinds/registry.ts';
import { contentHash } from '../../../src/lib/hash.ts';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import { effectsOf } from '../../../src/publish/effects.ts';
import { advance } from '../../../src/publish/job.ts';
import { isCreation, isUnchanged, type NumberTarget } from '../../../src/publish/plan.ts';
import { type PlanAnswer, planRequest, publishRequest } from '../../../src/publish/wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { row } from '../_shared/database.ts';
import { findDeployment } from '../_shared/deployments.ts';
import type { Deps } from '../_shared/deps.ts';
import { whoAnswers } from '../_shared/derive.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { liveOn } from '../_shared/in-service.ts';
import { isSwitchedNow, type NumberSchedule, readSchedule } from '../_shared/number-schedule.ts';
import { NUMBER_COLUMNS, type NumberRow, numberRow } from '../_shared/numbers.ts';
import { createPublishStore } from '../_shared/publish-store.ts';
import { accountOf } from '../_shared/vapi-accounts.ts';
import { refuseAsVapi } from '../_shared/vapi-failure.ts';
import { type CompiledFlow, type FlowRow, findFlow } from './flow.ts';
import { begin, type Release, releaseOf } from './release.ts';

/** One invocation works so long; the browser asks again. */
const BUDGET = { milliseconds: 10_000 };

/** `POST /publications/plan`. Changes nothing. */
export async function planPublication(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, planRequest);
  if (!body.ok) return body.failure;
  const planned = await prepare(body.value, person, deps);
  if (!planned.ok) return planned.failure;
  const { flow, number, compiled, calendarNow, steps, place } = planned.value;
  const { payload, manifest } = compiled;
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
    schedule: place.schedule,
    version: await versionOf(person, flow, place.isOwn ? place.deployment : null),
    effects: effectsOf(payload, manifest, await manifestOf(deps, place.deployment), calendarNow),
    unchanged: place.isOwn && isUnchanged(steps, place.answers),
    warnings: compiled.problems.filter((problem) => problem.severity === 'warning').length,
    limits: limitsOf(compiled),
    secrecy: secrecyOf(planned.value),
  } satisfies PlanAnswer);
}

const versionRow = z.object({ id: z.string(), number: z.number() });
const latestRow = versionRow.extend({ content_hash: z.string() });
const liveRow = z.object({ flow_versions: versionRow });

/** Which version it will be, and which one it follows there. */
async function versionOf(
  person: Person,
  flow: FlowRow,
  deployment: string | null,
): Promise<PlanAnswer['version']> {
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
    deployment === null
      ? null
      : await row(
          liveRow,
          person.client
            .from('deployments')
            .select('flow_versions(id, number)')
            .eq('id', deployment)
            .maybeSingle(),
        );
  const { id, number: count } = live?.flow_versions ?? latest;
  const isNew = latest.content_hash !== (await contentHash(flow.document));
  return { number: isNew ? latest.number + 1 : latest.number, isNew, before: { id, number: count } };
}

/** What is said of professional secrecy: the drawing may ask for recording all the same. */
function secrecyOf({ compiled, isSecret }: Prepared): PlanAnswer['secrecy'] {
  if (!isSecret) return 'off';
  return compiled.document.settings.recording ? 'leaves-out-recording' : 'on';
}

/** What a step cannot do on this number, or with these files and calendars: compiling found it, the drawing by itself is sound. */
function limitsOf({ document, problems }: CompiledFlow): PlanAnswer['limits'] {
  const drawn = new Set(checkFlow(document).map(({ code }) => code));
  return problems.flatMap(({ code, at: { node }, severity, params }) =>
    node !== undefined && severity !== 'error' && !drawn.has(code) ? [{ code, node, params }] : [],
  );
}

/** `POST /publications`. Records what is to be done; `advance` does it. */
export async function startPublication(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, publishRequest);
  if (!body.ok) return body.failure;
  const planned = await prepare(body.value, person, deps);
  if (!planned.ok) return planned.failure;
  const { flow, number, expected, place, ...release } = planned.value;
  if (place.schedule?.hours.length === 0 && !place.schedule.rest) return refuse('number-scheduled');
  if (flow.revision !== body.value.revision) return refuse('flow-changed');
  return begin({ flow, release, expected, numberId: number.id, note: body.value.note ?? null }, person, deps);
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

interface Prepared extends Release {
  readonly flow: FlowRow;
  readonly number: NumberRow;
  /** What answers the number at Vapi now. */
  readonly expected: NumberTarget;
  readonly place: Place;
}

/** What it takes the place of on the number. */
interface Place {
  readonly schedule: PlanAnswer['schedule'];
  /** Null when it is nothing of ours. */
  readonly deployment: string | null;
  /** Whether that is the flow itself. */
  readonly isOwn: boolean;
  readonly answers: NumberTarget;
}

/** By opening hours, that is what answers in the flow's own hours. */
async function placeOf(
  deps: Deps,
  schedule: NumberSchedule | null,
  flow: string,
  number: NumberRow,
  expected: NumberTarget,
): Promise<Place> {
  const { flow_id, deployment_id } = number;
  if (schedule === null)
    return { schedule: null, deployment: deployment_id, isOwn: flow_id === flow, answers: expected };
  const own = schedule.rows.filter(({ slot }) => slot === flow);
  const live = (await liveOn(deps, number.id)).find(
    ({ flowId, purpose }) => flowId === flow && purpose !== 'words',
  );
  return {
    schedule: {
      hours: own.flatMap(({ hours }) => (hours === null ? [] : [hours])),
      rest: own.some(({ hours }) => hours === null),
      isDue: schedule.due === flow,
    },
    deployment: live?.id ?? null,
    isOwn: live?.purpose === 'flow',
    answers: { assistantId: live?.target ?? null, squadId: null },
  };
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
  const schedule = await readSchedule(deps, number.id);
  const isNow = isSwitchedNow(schedule, flowId, number.deployment_id);
  const release = await releaseOf(flow.value, account.value, deps, { provider: number.provider, isNow });
  if (!release.ok) return release;

  // Only now, after the checks, with the server's rights: ids and hashes are withheld from people.
  const saved = await row(
    vapiIdRow,
    deps.service.from('phone_numbers').select('vapi_id').eq('id', numberId).single(),
  );
  const expected = await whoAnswers(account.value.api, saved?.vapi_id ?? '');
  if (!expected.ok) return fail(refuseAsVapi(expected.failure));
  const place = await placeOf(deps, schedule, flowId, number, expected.value);
  return succeed({ flow: flow.value, number, expected: expected.value, place, ...release.value });
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
