/** Calls that were taken: the list, and one with everything that was said. */
import * as z from 'zod';
import { fail, type Result, succeed } from '../lib/result.ts';
import {
  type CallFilter,
  type CallPlace,
  type CallsAnswer,
  type CallsRequest,
  callsAnswer,
  type HideRequest,
  hideAnswer,
  type ListedCall,
  type SumsAnswer,
  type SumsRequest,
  storedCall,
  sumsAnswer,
} from '../publish/calls-wire.ts';
import { type WordsAnswer, wordsAnswer } from '../publish/workspace-wire.ts';
import { type ApiResult, ask } from './ask.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

export {
  type CallFilter,
  type CallPlace,
  MOST_CALLS,
  OUTCOMES,
  type Outcome,
  type SumsAnswer,
} from '../publish/calls-wire.ts';

/** A step that the call went through. */
export type Visit = ListedCall['path'][number];
export type Call = ListedCall;

const COLUMNS =
  'id, flow_id, version_id, phone_number_id, caller, status, ended_reason, started_at, ended_at, outcome, information, path, cost, created_at, information_erased_at, hidden_at';

const callRow = storedCall.transform(({ call, isErased, isHidden }) => ({ ...call, isErased, isHidden }));

/** One thing that was said. `at` is milliseconds from the start of the call. */
export type Turn = WordsAnswer['turns'][number];

/** Newest first, behind a row of the list. */
export function listCalls(
  workspaceId: string,
  filter: CallFilter,
  size: number,
  after?: CallPlace,
): ApiResult<CallsAnswer> {
  const body = {
    workspaceId,
    filter,
    size,
    ...(after === undefined ? {} : { after }),
  } satisfies CallsRequest;
  return ask('POST', '/calls/list', callsAnswer, body);
}

/** What all calls of a filter add up to, by days and hours of clocks in the time zone. */
export function sumUpCalls(workspaceId: string, filter: CallFilter, zone: string): ApiResult<SumsAnswer> {
  return ask('POST', '/calls/sums', sumsAnswer, { workspaceId, filter, zone } satisfies SumsRequest);
}

/** What was said, collected, and who called; that there was a call stays. */
export function eraseCall(id: string): ApiResult<{ erased: boolean }> {
  return ask('POST', `/calls/${encodeURIComponent(id)}/erase`, z.object({ erased: z.boolean() }));
}

/** Left out of lists and figures, or shown there again. */
export function hideCall(id: string, hides: boolean): ApiResult<{ hidden: boolean }> {
  return ask('POST', `/calls/${encodeURIComponent(id)}/hide`, hideAnswer, { hides } satisfies HideRequest);
}

/** A call, what was said, and the drawing as it was then (raw; null when that version is not known). */
export interface CallRecord {
  readonly call: Call & { readonly isErased: boolean; readonly isHidden: boolean };
  readonly turns: readonly Turn[];
  readonly version: { readonly number: number; readonly document: unknown } | null;
}

const versionRow = z.object({ number: z.number().int(), document: z.unknown() });

/** The versions of a flow, newest first, without their drawings. */
export function listVersions(flowId: string): Promise<Result<{ id: string; number: number }[], DataFailure>> {
  const query = client().from('flow_versions').select('id, number').eq('flow_id', flowId);
  return rows(
    query.order('number', { ascending: false }).limit(100),
    z.array(z.object({ id: z.string(), number: z.number().int() })),
  );
}

/** A drawing as it was published (raw). */
export function getVersion(id: string): Promise<Result<z.infer<typeof versionRow>, DataFailure>> {
  return rows(client().from('flow_versions').select('number, document').eq('id', id).single(), versionRow);
}

/** What was said comes from the server, which notes who reads it. */
async function wordsOf(id: string): Promise<Result<readonly Turn[], DataFailure>> {
  const words = await ask('GET', `/calls/${encodeURIComponent(id)}/words`, wordsAnswer);
  if (words.ok) return succeed(words.value.turns);
  const { code } = words.failure;
  if (code === 'offline' || code === 'not-found') return fail({ code });
  return fail({ code: 'unexpected', detail: code });
}

export async function getCall(id: string): Promise<Result<CallRecord, DataFailure>> {
  const [call, words] = await Promise.all([
    rows(client().from('calls').select(COLUMNS).eq('id', id).single(), callRow),
    wordsOf(id),
  ]);
  if (!call.ok) return call;
  if (!words.ok) return words;
  const turns = words.value;
  const versionId = call.value.versionId;
  if (versionId === null) return succeed({ call: call.value, turns, version: null });
  const version = await getVersion(versionId);
  return succeed({ call: call.value, turns, version: version.ok ? version.value : null });
}
