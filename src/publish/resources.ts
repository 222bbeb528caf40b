/** The two kinds of resources behind one set of verbs: create, read back, find by marker, delete; and uploads by our id. Knows no steps. */
import { stableStringify } from '../lib/json.ts';
import { fail, type Result, succeed } from '../lib/result.ts';
import type { ListQuery, VapiApi, VapiFailure } from '../vapi/contract/api.ts';
import type { SavedAssistant } from '../vapi/contract/assistant.ts';
import type { SavedSquad, SquadBody } from '../vapi/contract/squad.ts';
import { type Look, lookOf } from './look.ts';
import { assistantMark, isMarkedAssistant, isMarkedSquad, squadName } from './marker.ts';
import type { PlannedResource } from './plan.ts';

export interface Mark {
  readonly deployment: string;
  readonly marker: string;
}

/** `members` are the ids of the squad's members, in their order; empty for an assistant. */
export async function createResource(
  vapi: VapiApi,
  resource: PlannedResource,
  members: readonly string[],
  mark: Mark,
): Promise<Result<string, VapiFailure>> {
  const answer =
    resource.kind === 'squad'
      ? await vapi.createSquad(squadBody(resource, members, mark.marker))
      : await vapi.createAssistant({
          ...resource.body,
          metadata: {
            ...resource.body.metadata,
            allokoli: { ...mark, hash: resource.hash, member: resource.name },
          },
        });
  return answer.ok ? succeed(answer.value.id) : answer;
}

function squadBody(
  resource: PlannedResource & { kind: 'squad' },
  members: readonly string[],
  marker: string,
): SquadBody {
  const { membersOverrides } = resource.squad;
  return {
    name: squadName(resource.name, marker),
    members: resource.squad.members.map((member, index) => ({
      assistantId: members[index] ?? '',
      ...(member.assistantOverrides ? { assistantOverrides: member.assistantOverrides } : {}),
    })),
    ...(membersOverrides ? { membersOverrides } : {}),
  };
}

/** `look`: what it looks like at Vapi now. */
export type Readback =
  | { readonly type: 'as-planned' | 'different'; readonly look: Look }
  | { readonly type: 'gone' };

/** Whether the saved resource is the planned one: an assistant by its hash and name, a squad by its members. */
export async function readBack(
  vapi: VapiApi,
  resource: PlannedResource,
  id: string,
  members: readonly string[],
): Promise<Result<Readback, VapiFailure>> {
  if (resource.kind === 'squad') {
    const wanted = stableStringify(members);
    return compare(await vapi.getSquad(id), (squad) => {
      return stableStringify(squad.members.map((member) => member.assistantId)) === wanted;
    });
  }
  return compare(await vapi.getAssistant(id), (assistant) => {
    return assistant.name === resource.name && assistantMark(assistant.metadata)?.hash === resource.hash;
  });
}

async function compare<Saved extends Found & { readonly updatedAt: string }>(
  answer: Result<Saved, VapiFailure>,
  isPlanned: (saved: Saved) => boolean,
): Promise<Result<Readback, VapiFailure>> {
  if (answer.ok)
    return succeed({
      type: isPlanned(answer.value) ? 'as-planned' : 'different',
      look: await lookOf(answer.value),
    });
  return answer.failure.kind === 'refused' && answer.failure.status === 404
    ? succeed({ type: 'gone' })
    : answer;
}

interface Found {
  readonly id: string;
  readonly createdAt: string;
}

/** What carries the marker, oldest first. */
export type Marked = (kind: 'assistant' | 'squad', mark: Mark) => readonly string[];

/** Reads the lists of these kinds once, from `since` on: milliseconds since the epoch. */
export async function listMarked(
  vapi: VapiApi,
  kinds: readonly ('assistant' | 'squad')[],
  since: number,
): Promise<Result<Marked, VapiFailure>> {
  const assistants = kinds.includes('assistant') ? await listAssistants(vapi, since) : succeed([]);
  if (!assistants.ok) return assistants;
  const squads = kinds.includes('squad') ? await listSquads(vapi, since) : succeed([]);
  if (!squads.ok) return squads;
  return succeed((kind, { deployment, marker }) =>
    kind === 'squad'
      ? oldestFirst(squads.value.filter((squad) => isMarkedSquad(squad, marker)))
      : oldestFirst(assistants.value.filter((one) => isMarkedAssistant(one, deployment, marker))),
  );
}

export function listAssistants(vapi: VapiApi, since: number): Promise<Result<SavedAssistant[], VapiFailure>> {
  return listAll((query) => vapi.listAssistants(query), since);
}

export function listSquads(vapi: VapiApi, since: number): Promise<Result<SavedSquad[], VapiFailure>> {
  return listAll((query) => vapi.listSquads(query), since);
}

/** Uploads that carry our id of the file, oldest first. */
export async function findUploads(
  vapi: VapiApi,
  file: string,
  since: number,
): Promise<Result<readonly string[], VapiFailure>> {
  const list = await vapi.listFiles();
  if (!list.ok) return list;
  const found = list.value.filter(
    ({ createdAt, metadata }) =>
      Date.parse(createdAt) >= since && metadata?.app === 'allokoli' && metadata.file === file,
  );
  // The list has no pages. Should it be cut where the other lists are, what is missing may be ours.
  if (list.value.length === USUAL_PAGE && found.length === 0)
    return fail({ kind: 'unknown', cause: 'the list of files may be cut' });
  return succeed(oldestFirst(found));
}

function oldestFirst(items: readonly Found[]): readonly string[] {
  const sorted = items.toSorted(
    (a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1),
  );
  return sorted.map((item) => item.id);
}

const PAGE = 1000;
/** What lists give when no limit is asked for. */
const USUAL_PAGE = 100;
const MOST_PAGES = 10;

/** Everything created since then. A list that cannot be read to its end is a failure: what is missing may be ours. */
export async function listAll<
  Item extends { readonly id: string; readonly createdAt?: string | null | undefined },
>(
  list: (query: ListQuery) => Promise<Result<readonly Item[], VapiFailure>>,
  since: number,
): Promise<Result<Item[], VapiFailure>> {
  const found = new Map<string, Item>();
  let before: number | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await list({
      limit: PAGE,
      createdAtGe: new Date(since).toISOString(),
      ...(before === undefined ? {} : { createdAtLt: new Date(before).toISOString() }),
    });
    if (!answer.ok) return answer;
    for (const item of answer.value) found.set(item.id, item);
    if (answer.value.length < PAGE) return succeed([...found.values()]);
    // Newest come first; the millisecond of the oldest is read again, since more may share it.
    before = Math.min(...answer.value.map((item) => Date.parse(item.createdAt ?? ''))) + 1;
    if (!Number.isFinite(before)) break;
  }
  return fail({ kind: 'unknown', cause: 'the list is too long to be read to its end' });
}

/** Deletes; gone already is as good. */
export async function deleteResource(
  vapi: VapiApi,
  kind: 'assistant' | 'squad',
  id: string,
): Promise<Result<null, VapiFailure>> {
  return asGone(kind === 'squad' ? await vapi.deleteSquad(id) : await vapi.deleteAssistant(id));
}

/** A number of Vapi's is given back; one that was brought along stays with its provider, and is known at Vapi no more. */
export async function releaseNumber(vapi: VapiApi, id: string): Promise<Result<null, VapiFailure>> {
  return asGone(await vapi.deletePhoneNumber(id));
}

/** What opened an account at a provider of numbers. */
export async function removeCredential(vapi: VapiApi, id: string): Promise<Result<null, VapiFailure>> {
  return asGone(await vapi.deleteCredential(id));
}

export async function deleteUpload(vapi: VapiApi, id: string): Promise<Result<null, VapiFailure>> {
  return asGone(await vapi.deleteFile(id));
}

/** The call with everything that was said and recorded on it. */
export async function deleteCall(vapi: VapiApi, id: string): Promise<Result<null, VapiFailure>> {
  return asGone(await vapi.deleteCall(id));
}

function asGone(answer: Result<unknown, VapiFailure>): Result<null, VapiFailure> {
  if (answer.ok || (answer.failure.kind === 'refused' && answer.failure.status === 404)) return succeed(null);
  return answer;
}
