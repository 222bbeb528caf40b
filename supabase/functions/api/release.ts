/** What every publication is made of, on a number or on a link alone, and how one is begun. Knows neither. */
import * as z from 'zod';
import type { CalendarNow } from '../../../src/flow/calendar-names.ts';
import type { NodeId } from '../../../src/flow/document.ts';
import { readFlow, registry } from '../../../src/kinds/registry.ts';
import { stepVersions } from '../../../src/kinds/step-part.ts';
import { contentHash } from '../../../src/lib/hash.ts';
import { type Result, succeed } from '../../../src/lib/result.ts';
import {
  type PlannedResource,
  type PlannedStep,
  type PublishPlan,
  planResources,
  planSteps,
} from '../../../src/publish/plan.ts';
import type { Person } from '../_shared/auth.ts';
import { PUBLICATIONS, takeBudget } from '../_shared/budget.ts';
import { calendarsOf } from '../_shared/calendars.ts';
import { run } from '../_shared/database.ts';
import { findDeployment } from '../_shared/deployments.ts';
import type { Deps } from '../_shared/deps.ts';
import { diallingOf } from '../_shared/dialling.ts';
import { answer, refuse } from '../_shared/http.ts';
import { reusable } from '../_shared/in-service.ts';
import { readableFiles } from '../_shared/knowledge-files.ts';
import { runtimeFor } from '../_shared/runtime-target.ts';
import { isSecret } from '../_shared/secrecy.ts';
import type { VapiAccount } from '../_shared/vapi-accounts.ts';
import { type CompiledFlow, compileRow, type FlowRow } from './flow.ts';

export interface Release {
  readonly compiled: CompiledFlow;
  readonly calendarNow: CalendarNow;
  readonly isSecret: boolean;
  /** What the tools of its steps carry, by which the runtime finds the steps again. */
  readonly stepVersions: readonly string[];
  readonly resources: readonly PlannedResource[];
  readonly steps: readonly PlannedStep[];
}

/** A saved drawing as it would answer calls, or why it cannot. `on`: the number, and whether it is switched at once; absent for a link. */
export async function releaseOf(
  flow: FlowRow,
  { server, runtime }: VapiAccount,
  deps: Deps,
  on?: { readonly provider: string; readonly isNow: boolean },
): Promise<Result<Release, Response>> {
  const workspace = flow.workspace_id;
  const secrecy = await isSecret(deps.service, workspace);
  const calendarNow = await calendarsOf(deps.service, workspace);
  const versions = await stepVersions(readFlow(flow.document).document, registry);
  const asked = new Set<string>();
  const versionOf = (node: NodeId) => {
    const version = versions.get(node) ?? '';
    asked.add(version);
    return version;
  };
  const compiled = compileRow(flow, {
    mode: 'publish',
    files: await readableFiles(deps.service, workspace),
    dialRefusal: await diallingOf(deps.service, workspace),
    calendarNow,
    secrecy,
    metadata: { flow: flow.id },
    ...(on === undefined ? {} : { provider: on.provider }),
    ...(server ? { server } : {}),
    ...runtimeFor(runtime, flow.id, versionOf),
  });
  if (!compiled.ok) return compiled;
  const resources = await planResources(compiled.value.payload, flow.name);
  const ledger = await reusable(deps, workspace, resources);
  const steps = planSteps(resources, ledger, on === undefined ? 'link' : on.isNow ? 'number' : 'later');
  return succeed({
    compiled: compiled.value,
    calendarNow,
    isSecret: secrecy,
    stepVersions: [...asked].sort(),
    resources,
    steps,
  });
}

const startedRow = z.object({
  outcome: z.enum(['started', 'not-found', 'flow-changed', 'publication-running']),
  deployment: z.uuid().optional(),
});
/** SQLSTATE of `private.keep_known_files` and `private.keep_reused`, and of `private.keep_schedule`. */
const GONE = '55000';
const SCHEDULE = '55006';

export interface Beginning {
  readonly flow: FlowRow;
  readonly release: Release;
  readonly expected: PublishPlan['expected'];
  /** Null for a link. */
  readonly numberId: string | null;
  readonly note: string | null;
}

/** Records what is to be done; `advance` does it. */
export async function begin(
  { flow, release, expected, numberId, note }: Beginning,
  person: Person,
  deps: Deps,
): Promise<Response> {
  if (!(await takeBudget(deps.service, flow.workspace_id, PUBLICATIONS))) return refuse('too-often');
  const plan: PublishPlan = {
    format: 1,
    resources: release.resources,
    stepVersions: release.stepVersions,
    expected,
  };
  const answered = await deps.service.rpc('start_deployment', {
    deployment: deps.newId(),
    flow: flow.id,
    expected_revision: flow.revision,
    number_id: numberId,
    person: person.id,
    version_note: note,
    document_hash: await contentHash(flow.document),
    compiled_document: flow.document,
    publish_plan: plan,
    flow_manifest: release.compiled.manifest,
    step_list: release.steps,
  });
  // A file that it reads, or a part that it uses again, went away since: what is published is to be looked at anew.
  if (answered.error?.code === GONE) return refuse('flow-changed');
  if (answered.error?.code === SCHEDULE)
    return refuse(answered.error.message === 'number-scheduled' ? 'number-scheduled' : 'number-switching');
  const started = startedRow.parse(await run(Promise.resolve(answered)));
  if (started.outcome === 'publication-running')
    return refuse('publication-running', { deployment: started.deployment ?? '' });
  if (started.outcome !== 'started') return refuse(started.outcome);
  const deployment = await findDeployment(person.client, started.deployment ?? '');
  return deployment ? answer(deployment.answer) : refuse('not-found');
}
