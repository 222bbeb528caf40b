/**
 * The publish plan: which resources a compiled flow needs at Vapi, and which of them are there already. Pure but for hashing;
 * knows no database and sends nothing.
 */
import { contentHash } from '../lib/hash.ts';
import type { AssistantBody, AssistantOverrides } from '../vapi/contract/assistant.ts';
import type { SquadBody } from '../vapi/contract/squad.ts';
import type { StepKind } from './ports.ts';

export type CompiledPayload =
  | { readonly type: 'assistant'; readonly assistant: AssistantBody }
  | { readonly type: 'squad'; readonly squad: SquadBody };

/** A squad whose members are named by their place in the plan; their ids are known once they exist. */
export interface SquadPlan {
  readonly members: readonly {
    readonly resource: number;
    readonly assistantOverrides?: AssistantOverrides;
  }[];
  readonly membersOverrides?: AssistantOverrides;
}

/** One resource at Vapi. Equal hashes mean equal behaviour: names of squads and our own marks do not count. */
export type PlannedResource =
  | { readonly kind: 'assistant'; readonly name: string; readonly hash: string; readonly body: AssistantBody }
  | { readonly kind: 'squad'; readonly name: string; readonly hash: string; readonly squad: SquadPlan };

/** Who answers a number at Vapi; at most one of the two is set. */
export interface NumberTarget {
  readonly assistantId: string | null;
  readonly squadId: string | null;
}

/** Stored with the deployment. The last resource is the one that the number is switched to. */
export interface PublishPlan {
  readonly format: 1;
  readonly resources: readonly PlannedResource[];
  /** Of the steps whose tools ask us during a call (`kinds/step-part.ts`); absent in plans of before, whose tools name the whole drawing. */
  readonly stepVersions?: readonly string[];
  /** What the number answered when this was planned; if it is something else by then, nothing is switched. */
  readonly expected: NumberTarget;
}

/** A resource of the workspace that can be used again, as the ledger has it. */
export interface LedgerEntry {
  readonly kind: 'assistant' | 'squad';
  readonly vapiId: string;
  readonly hash: string;
}

/** A step as it is recorded at the start; one with `vapiId` is done because the resource exists. */
export interface PlannedStep {
  readonly kind: StepKind;
  readonly name: string;
  readonly hash: string | null;
  readonly vapiId: string | null;
}

/** The resources of a payload, assistants first. Deterministic; equal payloads give equal hashes. */
export async function planResources(payload: CompiledPayload, flowName: string): Promise<PlannedResource[]> {
  if (payload.type === 'assistant') return [await planAssistant(payload.assistant)];
  const resources: PlannedResource[] = [];
  const members: { resource: number; assistantOverrides?: AssistantOverrides }[] = [];
  for (const member of payload.squad.members) {
    if (!('assistant' in member))
      throw new Error('planResources: a compiled squad has its members written out');
    const overrides = member.assistantOverrides;
    members.push({ resource: resources.length, ...(overrides ? { assistantOverrides: overrides } : {}) });
    resources.push(await planAssistant(member.assistant));
  }
  const shared = payload.squad.membersOverrides;
  const squad: SquadPlan = { members, ...(shared ? { membersOverrides: shared } : {}) };
  const hash = await contentHash({
    members: members.map((member) => ({ ...member, resource: resources[member.resource]?.hash })),
    membersOverrides: shared,
  });
  return [...resources, { kind: 'squad', name: payload.squad.name ?? flowName, hash, squad }];
}

async function planAssistant(body: AssistantBody): Promise<PlannedResource> {
  return { kind: 'assistant', name: body.name, hash: await contentHash(body), body };
}

/**
 * The steps that realise the resources: each one created or, where the ledger has one with the same hash (the latest of
 * several), reused; then read back, switch the number where there is one, commit. Pure. `later`: the number is switched when its hours
 * begin.
 */
export function planSteps(
  resources: readonly PlannedResource[],
  ledger: readonly LedgerEntry[],
  on: 'number' | 'link' | 'later' = 'number',
): PlannedStep[] {
  const live = new Map(ledger.map((entry) => [`${entry.kind} ${entry.hash}`, entry.vapiId]));
  const creations = resources.map(
    ({ kind, name, hash }): PlannedStep => ({
      kind: kind === 'squad' ? 'create-squad' : 'create-assistant',
      name,
      hash,
      vapiId: live.get(`${kind} ${hash}`) ?? null,
    }),
  );
  // A squad names its members by id: one that is made anew is in no squad that is there already.
  const isAnyNew = creations.some(({ kind, vapiId }) => kind === 'create-assistant' && vapiId === null);
  const steps = creations.map((step) =>
    step.kind === 'create-squad' && isAnyNew ? { ...step, vapiId: null } : step,
  );
  const act = (kind: StepKind): PlannedStep => ({ kind, name: '', hash: null, vapiId: null });
  return [...steps, act('verify'), ...(on === 'number' ? [act('switch-number')] : []), act('commit')];
}

/** True when every resource exists and the number answers with the last one: publishing would change nothing. Pure. */
export function isUnchanged(steps: readonly PlannedStep[], now: NumberTarget): boolean {
  const creations = steps.filter(isCreation);
  const last = creations.at(-1)?.vapiId;
  return (
    last != null &&
    creations.every((step) => step.vapiId !== null) &&
    (now.squadId ?? now.assistantId) === last
  );
}

export function isCreation(step: { readonly kind: StepKind }): boolean {
  return step.kind === 'create-assistant' || step.kind === 'create-squad';
}
