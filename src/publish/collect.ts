/**
 * Deletes at Vapi what is no longer needed in one account. What that is, `garbage.ts` says; here the account is read, the intent
 * is recorded before each deletion, and whoever carries no mark of ours at the last look stays. Safe to kill and to run twice.
 */
import { fail, type Result, succeed } from '../lib/result.ts';
import type { VapiApi, VapiFailure } from '../vapi/contract/api.ts';
import {
  type CreationAttempt,
  type Doubt,
  DRAIN_MILLISECONDS,
  findGarbage,
  type LedgerResource,
  type Observation,
  ORPHAN_MILLISECONDS,
  type ResourceKind,
} from './garbage.ts';
import { assistantMark, isMarkedSquad } from './marker.ts';
import { patient } from './patient.ts';
import type { Clock } from './ports.ts';
import { deleteResource, listAll, listAssistants, listSquads } from './resources.ts';

/** Every method is one transaction. */
export interface GarbageStore {
  /** Everything of the account that is not deleted. */
  ledger(): Promise<readonly LedgerResource[]>;
  /** Creations that were sent by publications which ended between the two times, milliseconds since the epoch. */
  attempts(after: number, before: number): Promise<readonly CreationAttempt[]>;
  /** Records the intent; false when somebody needs it by now. */
  condemn(vapiId: string): Promise<boolean>;
  /** It is gone. */
  bury(vapiId: string): Promise<void>;
}

/** Publications are searched for left-over creations for this long. */
const SEARCHED_MILLISECONDS = 7 * 24 * 60 * 60_000;
/** No call is older. */
const OLDEST_CALL = 24 * 60 * 60_000;

export interface Collected {
  readonly deleted: number;
  readonly orphans: number;
  /** `unread`: a list could not be read to its end. */
  readonly doubt: Doubt | 'unread' | null;
}

/** As long as one invocation may wait for Vapi. */
const PATIENCE = 20_000;

export async function collectGarbage(
  vapiNow: VapiApi,
  store: GarbageStore,
  clock: Clock,
  most: number,
): Promise<Collected> {
  const now = clock.now();
  const vapi = patient(vapiNow, clock, now + PATIENCE);
  // Before anything is read at Vapi: what is recorded meanwhile must not look like an orphan.
  const attempts = await store.attempts(now - SEARCHED_MILLISECONDS, now - ORPHAN_MILLISECONDS);
  const seen = await observe(vapi, attempts.length > 0, now);
  if (!seen.ok) return { deleted: 0, orphans: 0, doubt: 'unread' };
  const garbage = findGarbage(await store.ledger(), attempts, seen.value, now);
  let deleted = 0;
  for (const { kind, vapiId, marker } of garbage.drained.slice(0, most)) {
    if (!(await store.condemn(vapiId))) continue;
    const gone = await deleteOurs(vapi, kind, vapiId, marker);
    // Refused, as long as somebody else's squad or number needs it, or not known: the intent stays, and it is tried again.
    if (!gone) continue;
    await store.bury(vapiId);
    deleted += 1;
  }
  let orphans = 0;
  for (const { kind, vapiId } of garbage.orphans.slice(0, most))
    if ((await deleteResource(vapi, kind, vapiId)).ok) orphans += 1;
  return { deleted, orphans, doubt: garbage.doubt };
}

async function observe(
  vapi: VapiApi,
  hasAttempts: boolean,
  now: number,
): Promise<Result<Observation, VapiFailure>> {
  const squads = await listSquads(vapi, 0);
  if (!squads.ok) return squads;
  const numbers = await listAll((query) => vapi.listPhoneNumbers(query), 0);
  if (!numbers.ok) return numbers;
  const calls = await listAll((query) => vapi.listCalls(query), now - OLDEST_CALL);
  if (!calls.ok) return calls;
  const assistants = hasAttempts
    ? await listAssistants(vapi, now - SEARCHED_MILLISECONDS - DRAIN_MILLISECONDS)
    : succeed([]);
  if (!assistants.ok) return assistants;
  const squadsAgain = await listSquads(vapi, 0);
  if (!squadsAgain.ok) return squadsAgain;
  return succeed({
    squads: squads.value,
    squadsAgain: squadsAgain.value,
    numbers: numbers.value,
    calls: calls.value.filter(({ status }) => status !== 'ended'),
    assistants: assistants.value,
  });
}

/** True when it is not there any more. */
async function deleteOurs(
  vapi: VapiApi,
  kind: ResourceKind,
  vapiId: string,
  marker: string,
): Promise<boolean> {
  const isOurs = await carriesMark(vapi, kind, vapiId, marker);
  if (!isOurs.ok) return isOurs.failure.kind === 'refused' && isOurs.failure.status === 404;
  return isOurs.value && (await deleteResource(vapi, kind, vapiId)).ok;
}

async function carriesMark(
  vapi: VapiApi,
  kind: ResourceKind,
  vapiId: string,
  marker: string,
): Promise<Result<boolean, VapiFailure>> {
  if (kind === 'squad') {
    const squad = await vapi.getSquad(vapiId);
    return squad.ok ? succeed(isMarkedSquad(squad.value, marker)) : fail(squad.failure);
  }
  const assistant = await vapi.getAssistant(vapiId);
  return assistant.ok
    ? succeed(assistantMark(assistant.value.metadata)?.marker === marker)
    : fail(assistant.failure);
}
