/**
 * The publish job: works on a deployment for a while, from wherever the last worker left it. Its invariants: the intent
 * is on record before a create is sent; a create is never repeated before it was searched for; one PATCH, sent only by
 * the holder of the newest fence, is the switch; what was in service stays in service until then. Knows no database
 * and no HTTP: protocol over ports, safe to kill at any instant.
 */

import type { Result } from '../lib/result.ts';
import type { VapiApi, VapiFailure } from '../vapi/contract/api.ts';
import { PHONE_PROVIDERS } from '../vapi/contract/phone-number.ts';
import type { Look } from './look.ts';
import { markerOf } from './marker.ts';
import { patient } from './patient.ts';
import { isCreation, type NumberTarget, type PlannedResource } from './plan.ts';
import type { Claimed, Clock, DeploymentStep, PublishStore, Reason } from './ports.ts';
import { createResource, deleteResource, listMarked, type Readback, readBack } from './resources.ts';

export interface JobPorts {
  readonly store: PublishStore;
  readonly vapi: VapiApi;
  readonly clock: Clock;
}

export interface Budget {
  /** How long to work before pausing; one request to Vapi may exceed it. */
  readonly milliseconds: number;
}

/**
 * - `live`, `failed`: finished.
 * - `paused`: out of time, or something to wait for; advance again.
 * - `busy`: somebody else holds the lease, or it was finished already. Nothing was done.
 * - `overtaken`: somebody else took over meanwhile. Nothing more was done.
 */
export type Advance = 'live' | 'failed' | 'paused' | 'busy' | 'overtaken';

/** Longer than any single request; renewed with every step. */
export const LEASE_SECONDS = 60;
/**
 * From the recorded intent of a creation until it counts as not created: the request may be on its way as long as the client waits
 * (20 s), and what it created may take 30 s more to appear in Vapi's lists.
 */
export const SETTLE_MILLISECONDS = 55_000;
/** A publication that has not switched the number by then gives up. */
export const PATIENCE_MILLISECONDS = 15 * 60_000;
/** Clocks differ: lists are read from this long before the deployment was recorded. */
const SKEW_MILLISECONDS = 5 * 60_000;
const RECHECK_MILLISECONDS = 3_000;
/** Requests that only read. */
const AT_ONCE = 5;

/** What a step came to. `wait`: nothing can be said yet. */
type StepResult =
  | { readonly type: 'done' }
  | { readonly type: 'live' }
  | { readonly type: 'wait' }
  | { readonly type: 'overtaken' }
  | { readonly type: 'failed'; readonly reason: Reason };

interface Work extends JobPorts {
  readonly held: Claimed;
  readonly deadline: number;
  /** Ids of the resources that exist, by position. */
  readonly ids: Map<number, string>;
}

/** Works on the deployment until it is finished or the budget is spent. Never throws for what Vapi answers. */
export async function advance(deployment: string, ports: JobPorts, budget: Budget): Promise<Advance> {
  const held = await ports.store.claim(deployment, LEASE_SECONDS);
  if (!held) return 'busy';
  const ids = new Map<number, string>();
  for (const step of held.steps)
    if (isCreation(step) && step.vapiId !== null) ids.set(step.position, step.vapiId);
  const deadline = ports.clock.now() + budget.milliseconds;
  const work: Work = { ...ports, vapi: patient(ports.vapi, ports.clock, deadline), held, ids, deadline };

  for (const step of held.steps) {
    if (step.state === 'done') continue;
    if (work.clock.now() >= work.deadline) return pause(work);
    const result = await runStep(work, step);
    switch (result.type) {
      case 'done':
        continue;
      case 'wait':
        return (await isHopeless(work, step)) ? giveUp(work, step) : pause(work);
      case 'failed':
        return (await ports.store.fail(held, step.position, result.reason)) ? 'failed' : 'overtaken';
      default:
        return result.type;
    }
  }
  return pause(work);
}

async function pause(work: Work): Promise<Advance> {
  return (await work.store.release(work.held)) ? 'paused' : 'overtaken';
}

/** Once the switch was begun the number may ring on the new version: then there is no way but on. */
async function isHopeless(work: Work, step: DeploymentStep): Promise<boolean> {
  const late = work.clock.now() - work.held.createdAt > PATIENCE_MILLISECONDS;
  return late && (isCreation(step) || step.kind === 'verify');
}

async function giveUp(work: Work, step: DeploymentStep): Promise<Advance> {
  const reason = { code: 'vapi-unreachable', params: {} };
  return (await work.store.fail(work.held, step.position, reason)) ? 'failed' : 'overtaken';
}

function runStep(work: Work, step: DeploymentStep): Promise<StepResult> {
  switch (step.kind) {
    case 'create-assistant':
    case 'create-squad':
      return runCreation(work, step);
    case 'verify':
      return runVerify(work, step);
    case 'switch-number':
      return runSwitch(work, step);
    case 'commit':
      return runCommit(work, step);
  }
}

async function runCreation(work: Work, step: DeploymentStep): Promise<StepResult> {
  const { held, store, vapi, clock } = work;
  const resource = resourceOf(work, step);
  const mark = { deployment: held.id, marker: await markerOf(held.id, step.position) };
  const finish = async (id: string): Promise<StepResult> => {
    if (!(await store.finish(held, step.position, { id, marker: mark.marker }))) return { type: 'overtaken' };
    work.ids.set(step.position, id);
    return { type: 'done' };
  };
  // In flight means that an earlier attempt was sent, or was about to be.
  let sentAt = step.state === 'in-flight' ? (step.startedAt ?? clock.now()) : null;
  for (;;) {
    if (sentAt !== null) {
      const adopted = await adopt(work, resource.kind, mark);
      if (adopted === 'unknown') return { type: 'wait' };
      if (adopted !== null) return finish(adopted);
      if (clock.now() - sentAt < SETTLE_MILLISECONDS) {
        if (clock.now() + RECHECK_MILLISECONDS >= work.deadline) return { type: 'wait' };
        await clock.sleep(RECHECK_MILLISECONDS);
        continue;
      }
    }
    if (!(await store.begin(held, step.position))) return { type: 'overtaken' };
    sentAt = clock.now();
    const answer = await createResource(vapi, resource, memberIds(work, resource), mark);
    if (answer.ok) return finish(answer.value);
    if (answer.failure.kind === 'refused') return refused(answer.failure);
    if (answer.failure.kind === 'unknown') continue;
    if (!(await canWait(work, answer.failure))) return { type: 'wait' };
    sentAt = null; // Nothing happened: there is nothing to search for.
  }
}

/** The resource with our marker, if any; of several the oldest stays. `unknown` when that cannot be told now. */
async function adopt(
  work: Work,
  kind: 'assistant' | 'squad',
  mark: { deployment: string; marker: string },
): Promise<string | null | 'unknown'> {
  const marked = await listMarked(work.vapi, [kind], work.held.createdAt - SKEW_MILLISECONDS);
  if (!marked.ok) return 'unknown';
  const [oldest, ...others] = marked.value(kind, mark);
  for (const other of others) if (!(await deleteResource(work.vapi, kind, other)).ok) return 'unknown';
  return oldest ?? null;
}

/** Reads everything back, and removes second copies that showed up late. */
async function runVerify(work: Work, step: DeploymentStep): Promise<StepResult> {
  const { held, store } = work;
  if (!(await store.begin(held, step.position))) return { type: 'overtaken' };
  const creations = held.steps.filter(isCreation);
  const looks: Look[] = [];
  for (let from = 0; from < creations.length; from += AT_ONCE) {
    const some = creations.slice(from, from + AT_ONCE);
    const answers = await Promise.all(some.map((creation) => readCreated(work, creation)));
    for (const [index, answer] of answers.entries()) {
      if (!answer.ok) return answer.failure.kind === 'refused' ? refused(answer.failure) : { type: 'wait' };
      if (answer.value.type !== 'as-planned')
        return changedOutside(work, idOf(work, from + index), answer.value.type);
      looks.push(answer.value.look);
    }
  }
  const changed = await store.compare(held, looks);
  if (changed === null) return { type: 'overtaken' };
  if (changed[0] !== undefined) return changedOutside(work, changed[0], 'different');
  const copies = await removeCopies(work, creations);
  if (copies !== 'none-left') return { type: 'wait' };
  return (await store.finish(held, step.position, null)) ? { type: 'done' } : { type: 'overtaken' };
}

function readCreated(work: Work, creation: DeploymentStep): Promise<Result<Readback, VapiFailure>> {
  const resource = resourceOf(work, creation);
  return readBack(work.vapi, resource, idOf(work, creation.position), memberIds(work, resource));
}

/** Offered again, it would fail the next publication as well. */
async function changedOutside(work: Work, id: string, found: 'gone' | 'different'): Promise<StepResult> {
  if (!(await work.store.forget(work.held, id, found))) return { type: 'overtaken' };
  return { type: 'failed', reason: { code: 'changed-at-vapi', params: {} } };
}

async function removeCopies(
  { held, vapi, ids }: Work,
  creations: readonly DeploymentStep[],
): Promise<'none-left' | 'unknown'> {
  const sent = creations.filter((creation) => creation.startedAt !== null);
  if (sent.length === 0) return 'none-left';
  const kinds = [...new Set(sent.map(kindOf))];
  const marked = await listMarked(vapi, kinds, held.createdAt - SKEW_MILLISECONDS);
  if (!marked.ok) return 'unknown';
  for (const creation of sent) {
    const mark = { deployment: held.id, marker: await markerOf(held.id, creation.position) };
    for (const copy of marked.value(kindOf(creation), mark)) {
      if (copy === ids.get(creation.position)) continue;
      if (!(await deleteResource(vapi, kindOf(creation), copy)).ok) return 'unknown';
    }
  }
  return 'none-left';
}

function kindOf(creation: DeploymentStep): 'assistant' | 'squad' {
  return creation.kind === 'create-squad' ? 'squad' : 'assistant';
}

async function runSwitch(work: Work, step: DeploymentStep): Promise<StepResult> {
  const { held, store, vapi } = work;
  const wanted = targetOf(work);
  if (held.vapiNumberId === null) throw new Error('publish job: there is no number to switch');
  const before = await vapi.getPhoneNumber(held.vapiNumberId);
  if (!before.ok) return before.failure.kind === 'refused' ? refused(before.failure) : { type: 'wait' };
  if (!answersWith(before.value, wanted)) {
    // Somebody put something else on it since this was planned: theirs stays.
    if (!answersWith(before.value, held.plan.expected)) return numberBusy();
    if (!(await store.begin(held, step.position))) return { type: 'overtaken' };
    const provider = PHONE_PROVIDERS.find((each) => each === before.value.provider);
    const patched = await vapi.updatePhoneNumber(held.vapiNumberId, {
      ...(provider ? { provider } : {}),
      ...wanted,
    });
    if (!patched.ok && patched.failure.kind === 'refused') return refused(patched.failure);
    if (!patched.ok && patched.failure.kind === 'limited') return { type: 'wait' };
    const after = await vapi.getPhoneNumber(held.vapiNumberId);
    if (!after.ok) return { type: 'wait' };
    if (!answersWith(after.value, wanted)) return patched.ok ? numberBusy() : { type: 'wait' };
  }
  return (await store.finish(held, step.position, null)) ? { type: 'done' } : { type: 'overtaken' };
}

async function runCommit(work: Work, step: DeploymentStep): Promise<StepResult> {
  return (await work.store.commit(work.held, step.position)) ? { type: 'live' } : { type: 'overtaken' };
}

function targetOf(work: Work): NumberTarget {
  const last = work.held.plan.resources.length - 1;
  const id = idOf(work, last);
  return work.held.plan.resources[last]?.kind === 'squad'
    ? { squadId: id, assistantId: null }
    : { assistantId: id, squadId: null };
}

function answersWith(
  number: { readonly assistantId?: string | null | undefined; readonly squadId?: string | null | undefined },
  target: NumberTarget,
): boolean {
  return (number.assistantId ?? null) === target.assistantId && (number.squadId ?? null) === target.squadId;
}

function resourceOf(work: Work, step: DeploymentStep): PlannedResource {
  const resource = work.held.plan.resources[step.position];
  if (!resource) throw new Error(`publish job: step ${step.position} has no resource in the plan`);
  return resource;
}

function idOf(work: Work, position: number): string {
  const id = work.ids.get(position);
  if (id === undefined) throw new Error(`publish job: the resource of step ${position} does not exist yet`);
  return id;
}

function memberIds(work: Work, resource: PlannedResource): string[] {
  return resource.kind === 'squad' ? resource.squad.members.map((member) => idOf(work, member.resource)) : [];
}

/** Sleeps as long as Vapi asks when that fits the budget. */
async function canWait(work: Work, failure: VapiFailure & { kind: 'limited' }): Promise<boolean> {
  const milliseconds = (failure.retryAfterSeconds ?? 1) * 1000;
  if (work.clock.now() + milliseconds >= work.deadline) return false;
  await work.clock.sleep(milliseconds);
  return true;
}

function refused(failure: VapiFailure & { kind: 'refused' }): StepResult {
  const message = failure.messages.join('; ').slice(0, 300);
  return { type: 'failed', reason: { code: 'vapi-refused', params: { status: failure.status, message } } };
}

function numberBusy(): StepResult {
  return { type: 'failed', reason: { code: 'number-busy', params: {} } };
}
