/**
 * What somebody else changed at Vapi: the number and the resources of what is in service, read in full and compared with how they
 * were read back when it was published. Pure but for reading and hashing; changes nothing.
 */
import { contentHash } from '../lib/hash.ts';
import { isJsonObject, type Json, stableStringify } from '../lib/json.ts';
import { fail, type Result, succeed } from '../lib/result.ts';
import type { VapiApi, VapiFailure } from '../vapi/contract/api.ts';
import { type Look, lookOf } from './look.ts';
import type { NumberTarget, PlannedResource } from './plan.ts';

/** What of an assistant or squad differs from what was published. */
export const ASPECTS = [
  'greeting',
  'instructions',
  'actions',
  'model',
  'voice',
  'hearing',
  'privacy',
  'reports',
  'parts',
  'other',
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** `number-other`: something else answers; `version` when it is one of ours. `gone` and `changed`: a part, by its name. */
export type Finding =
  | { readonly kind: 'number-gone' | 'number-silent' }
  | { readonly kind: 'number-other'; readonly version: number | null }
  | { readonly kind: 'gone'; readonly name: string }
  | { readonly kind: 'changed'; readonly name: string; readonly aspects: readonly Aspect[] };

export interface ServiceResource {
  readonly planned: PlannedResource;
  readonly vapiId: string;
  /** How it looked when it was read back; null: it was not noted. */
  readonly seen: Omit<Look, 'vapiId'> | null;
}

/** What is in service on a number or on a browser link; the last resource answers. */
export interface InService {
  /** Null on a link: nothing at Vapi leads there, so only the resources can differ. */
  readonly vapiNumberId: string | null;
  readonly resources: readonly ServiceResource[];
  /** An assistant that we switched the number to for a time: past a limit, say. */
  readonly divertedTo?: string | null;
  /** On a number that answers by opening hours: whether this is what answers now, and the other targets that it is pointed at in turn. */
  readonly isAnswering?: boolean;
  readonly inTurn?: readonly string[];
}

export interface Comparison {
  /** Empty: all is as it was published. The version of `number-other` is not known here. */
  readonly findings: readonly Finding[];
  /** Equal for equal states of the number and all resources: a choice is about what was seen. */
  readonly state: string;
  /** Who answers the number, or the link; null when there is no such number. */
  readonly target: NumberTarget | null;
  readonly looks: readonly Look[];
  /** Ids at Vapi. */
  readonly gone: readonly string[];
  readonly changed: readonly string[];
}

/** A failure when anything could not be read: then nothing is known. */
export async function compareWithVapi(
  vapi: VapiApi,
  service: InService,
): Promise<Result<Comparison, VapiFailure>> {
  const found = await targetAtVapi(vapi, service);
  if (!found.ok) return found;
  const target = found.value;
  const findings: Finding[] = [];
  const looks: Look[] = [];
  const gone: string[] = [];
  const changed: string[] = [];
  for (const { planned, vapiId, seen } of service.resources) {
    const saved = await orGone<{ readonly id: string; readonly updatedAt: string }>(
      planned.kind === 'squad' ? vapi.getSquad(vapiId) : vapi.getAssistant(vapiId),
    );
    if (!saved.ok) return saved;
    if (saved.value === null) {
      gone.push(vapiId);
      findings.push({ kind: 'gone', name: planned.name });
      continue;
    }
    const look = await lookOf(saved.value);
    looks.push(look);
    // Vapi may write what nobody changed in another way; then it does not say that it was changed.
    if (!seen || seen.fingerprint === look.fingerprint || seen.change === look.change) continue;
    changed.push(vapiId);
    findings.push({ kind: 'changed', name: planned.name, aspects: aspectsOf(planned, saved.value) });
  }
  const onNumber = findingOnNumber(target, service);
  return succeed({
    findings: onNumber ? [onNumber, ...findings] : findings,
    state: await contentHash({ target, gone, looks: looks.map((look) => ({ ...look })) }),
    target,
    looks,
    gone,
    changed,
  });
}

async function targetAtVapi(
  vapi: VapiApi,
  { vapiNumberId, resources }: InService,
): Promise<Result<NumberTarget | null, VapiFailure>> {
  if (vapiNumberId === null) {
    const last = resources.at(-1);
    const id = last?.vapiId ?? null;
    return succeed(
      last?.planned.kind === 'squad'
        ? { assistantId: null, squadId: id }
        : { assistantId: id, squadId: null },
    );
  }
  const number = await orGone(vapi.getPhoneNumber(vapiNumberId));
  if (!number.ok) return number;
  return succeed(
    number.value && {
      assistantId: number.value.assistantId ?? null,
      squadId: number.value.squadId ?? null,
    },
  );
}

function findingOnNumber(target: NumberTarget | null, service: InService): Finding | null {
  const { resources, divertedTo, isAnswering = true, inTurn = [] } = service;
  // Told once, of what answers.
  if (!isAnswering) return null;
  if (target === null) return { kind: 'number-gone' };
  const answers = target.squadId ?? target.assistantId;
  if (answers === null) return { kind: 'number-silent' };
  return answers === resources.at(-1)?.vapiId || answers === divertedTo || inTurn.includes(answers)
    ? null
    : { kind: 'number-other', version: null };
}

/** Null when Vapi says that there is no such thing. */
async function orGone<Saved>(
  asked: Promise<Result<Saved, VapiFailure>>,
): Promise<Result<Saved | null, VapiFailure>> {
  const answer = await asked;
  if (answer.ok) return answer;
  const { failure } = answer;
  return failure.kind === 'refused' && failure.status === 404 ? succeed(null) : fail(failure);
}

const ASPECT_OF: Readonly<Record<string, Aspect>> = {
  firstMessage: 'greeting',
  firstMessageMode: 'greeting',
  endCallMessage: 'greeting',
  voice: 'voice',
  backgroundSound: 'voice',
  transcriber: 'hearing',
  startSpeakingPlan: 'hearing',
  stopSpeakingPlan: 'hearing',
  artifactPlan: 'privacy',
  analysisPlan: 'privacy',
  monitorPlan: 'privacy',
  compliancePlan: 'privacy',
  server: 'reports',
  serverMessages: 'reports',
  members: 'parts',
};

/** What differs of what was sent; `other` when that is nothing, as with a setting that was added. Pure. */
export function aspectsOf(planned: PlannedResource, saved: object): Aspect[] {
  const sent: Readonly<Record<string, unknown>> =
    planned.kind === 'squad' ? { membersOverrides: planned.squad.membersOverrides } : planned.body;
  const now = saved as Readonly<Record<string, unknown>>;
  const found = new Set<Aspect>();
  for (const [key, value] of Object.entries(sent)) {
    if (value === undefined || key === 'metadata' || holds(now[key], value)) continue;
    if (key === 'model') for (const aspect of aspectsOfModel(value, now[key])) found.add(aspect);
    else found.add(ASPECT_OF[key] ?? (planned.kind === 'squad' ? 'actions' : 'other'));
  }
  if (planned.kind === 'squad' && found.size === 0) found.add('parts');
  return found.size === 0 ? ['other'] : ASPECTS.filter((aspect) => found.has(aspect));
}

function aspectsOfModel(sent: unknown, now: unknown): Aspect[] {
  const before = isJsonObject(sent) ? sent : {};
  const after = isJsonObject(now) ? now : {};
  return Object.entries(before).flatMap(([key, value]): Aspect[] => {
    if (holds(after[key], value)) return [];
    return [key === 'messages' ? 'instructions' : key === 'tools' ? 'actions' : 'model'];
  });
}

/** Whether everything that was sent is there, whatever Vapi added. */
function holds(now: unknown, sent: unknown): boolean {
  if (isJsonObject(sent))
    return (
      isJsonObject(now) &&
      Object.entries(sent).every(([key, value]) => value === undefined || holds(now[key], value))
    );
  if (Array.isArray(sent))
    return (
      Array.isArray(now) && now.length === sent.length && sent.every((one, index) => holds(now[index], one))
    );
  return stableStringify((now ?? null) as Json) === stableStringify((sent ?? null) as Json);
}
