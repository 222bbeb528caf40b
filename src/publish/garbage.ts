/**
 * What is no longer needed at Vapi: resources that drained, and creations that nobody recorded. Pure; takes what was seen of an
 * account and says what to delete, or why nothing. Its invariants: only what carries our mark is named, nothing that a number, a
 * squad, a call or a way back needs, and nothing at all on the word of lists that are cut, contradict each other or miss what
 * should be there.
 */
import { assistantMark, isMarkedSquad } from './marker.ts';

export type ResourceKind = 'assistant' | 'squad';

/** A resource as the ledger has it. */
export interface LedgerResource {
  readonly kind: ResourceKind;
  readonly vapiId: string;
  readonly marker: string;
  readonly state: 'live' | 'draining' | 'deleting';
  /** Milliseconds since the epoch; null unless it drains. */
  readonly drainingSince: number | null;
  /** What answers now, is being put in service, or can be gone back to. */
  readonly kept: boolean;
}

/** A step of a publication that is over, which sent a creation. */
export interface CreationAttempt {
  readonly deployment: string;
  readonly kind: ResourceKind;
  readonly marker: string;
}

interface SeenAssistant {
  readonly id: string;
  readonly createdAt: string;
  readonly metadata?: unknown;
}
interface SeenSquad {
  readonly id: string;
  readonly createdAt: string;
  readonly name?: string | null | undefined;
  readonly members: readonly { readonly assistantId?: string | null | undefined }[];
}

/** An account at one time. Lists are whole, or there is no observation. */
export interface Observation {
  /** All squads, read twice, with everything else in between. */
  readonly squads: readonly SeenSquad[];
  readonly squadsAgain: readonly SeenSquad[];
  readonly numbers: readonly {
    readonly assistantId?: string | null | undefined;
    readonly squadId?: string | null | undefined;
  }[];
  /** Calls that are not over. */
  readonly calls: readonly {
    readonly assistantId?: string | null | undefined;
    readonly squadId?: string | null | undefined;
  }[];
  /** Those created in the time of the attempts. */
  readonly assistants: readonly SeenAssistant[];
}

/** Why nothing is deleted: the squads changed while they were read; too many that should be there are not. */
export type Doubt = 'unstable' | 'shrunk';

export interface Garbage {
  readonly doubt: Doubt | null;
  /** Squads first: an assistant that is still a member cannot be deleted. */
  readonly drained: readonly LedgerResource[];
  /** Made by an attempt whose answer was lost, and adopted by nobody. */
  readonly orphans: readonly { readonly kind: ResourceKind; readonly vapiId: string }[];
}

/** Longer than the longest call that a flow may set, and a quarter of an hour. */
export const DRAIN_MILLISECONDS = 35 * 60_000;
/** Nothing younger is an orphan: its answer may still be on its way. */
export const ORPHAN_MILLISECONDS = 60 * 60_000;
/** From so many known squads on, half of them missing means another account or a bad list. */
const ENOUGH_TO_DOUBT = 2;

/** Pure. `now` in milliseconds since the epoch. */
export function findGarbage(
  ledger: readonly LedgerResource[],
  attempts: readonly CreationAttempt[],
  seen: Observation,
  now: number,
): Garbage {
  const doubt = doubtOf(ledger, seen);
  if (doubt !== null) return { doubt, drained: [], orphans: [] };
  const going = new Set(ledger.filter((one) => isDrained(one, now)).map(({ vapiId }) => vapiId));
  const orphans = findOrphans(ledger, attempts, seen, now);
  for (const { vapiId } of orphans) going.add(vapiId);
  const needed = neededIds(seen, going);
  return {
    doubt: null,
    drained: squadsFirst(ledger.filter(({ vapiId }) => going.has(vapiId) && !needed.has(vapiId))),
    orphans: squadsFirst(orphans.filter(({ vapiId }) => !needed.has(vapiId))),
  };
}

function isDrained({ state, drainingSince, kept }: LedgerResource, now: number): boolean {
  if (state === 'deleting') return true;
  return state === 'draining' && !kept && drainingSince !== null && now - drainingSince >= DRAIN_MILLISECONDS;
}

function doubtOf(ledger: readonly LedgerResource[], seen: Observation): Doubt | null {
  const picture = (squads: readonly SeenSquad[]) =>
    squads
      .map(({ id, members }) => [id, ...members.map(({ assistantId }) => assistantId ?? '')].join(' '))
      .sort()
      .join('\n');
  if (picture(seen.squads) !== picture(seen.squadsAgain)) return 'unstable';
  const there = new Set(seen.squads.map(({ id }) => id));
  // What is being deleted may be gone already.
  const expected = ledger.filter(({ kind, state }) => kind === 'squad' && state !== 'deleting');
  const found = expected.filter(({ vapiId }) => there.has(vapiId)).length;
  return expected.length >= ENOUGH_TO_DOUBT && found * 2 < expected.length ? 'shrunk' : null;
}

/** Whatever answers a number or a call, or is a member of a squad that stays. */
function neededIds(seen: Observation, going: ReadonlySet<string>): ReadonlySet<string> {
  const needed = new Set<string>();
  for (const { assistantId, squadId } of [...seen.numbers, ...seen.calls])
    for (const id of [assistantId, squadId]) if (id) needed.add(id);
  for (const { id, members } of seen.squads) {
    if (going.has(id) && !needed.has(id)) continue;
    for (const { assistantId } of members) if (assistantId) needed.add(assistantId);
  }
  return needed;
}

function findOrphans(
  ledger: readonly LedgerResource[],
  attempts: readonly CreationAttempt[],
  seen: Observation,
  now: number,
): { kind: ResourceKind; vapiId: string }[] {
  const recorded = new Set(ledger.map(({ vapiId }) => vapiId));
  const isOld = ({ createdAt }: { createdAt: string }) => now - Date.parse(createdAt) >= ORPHAN_MILLISECONDS;
  const sent = new Set(attempts.map(({ kind, deployment, marker }) => `${kind} ${deployment} ${marker}`));
  const squadMarkers = attempts.filter(({ kind }) => kind === 'squad').map(({ marker }) => marker);
  const assistants = seen.assistants.filter((one) => {
    const mark = assistantMark(one.metadata);
    return mark !== null && sent.has(`assistant ${mark.deployment} ${mark.marker}`);
  });
  const squads = seen.squads.filter((squad) => squadMarkers.some((marker) => isMarkedSquad(squad, marker)));
  const left = (items: readonly { id: string; createdAt: string }[], kind: ResourceKind) =>
    items.filter((one) => isOld(one) && !recorded.has(one.id)).map(({ id }) => ({ kind, vapiId: id }));
  return [...left(squads, 'squad'), ...left(assistants, 'assistant')];
}

function squadsFirst<Item extends { readonly kind: ResourceKind }>(items: readonly Item[]): Item[] {
  return [
    ...items.filter(({ kind }) => kind === 'squad'),
    ...items.filter(({ kind }) => kind === 'assistant'),
  ];
}
