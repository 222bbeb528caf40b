/** Calls that were taken: the list, and one with everything that was said. */
import * as z from 'zod';
import { fail, type Result, succeed } from '../lib/result.ts';
import { type WordsAnswer, wordsAnswer } from '../publish/workspace-wire.ts';
import { ask } from './ask.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

const visit = z.object({
  node: z.string(),
  /** Milliseconds from the start of the call. */
  at: z.number().optional(),
  confidence: z.enum(['known', 'inferred']),
  because: z.object({ code: z.string(), params: z.record(z.string(), z.string()) }).optional(),
});
/** A step that the call went through. */
export type Visit = z.infer<typeof visit>;

/** How a call ended. */
export const OUTCOMES = [
  'completed',
  'transferred',
  'caller-hung-up',
  'silence',
  'too-long',
  'failed',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const COLUMNS =
  'id, flow_id, version_id, phone_number_id, caller, status, ended_reason, started_at, ended_at, outcome, information, path, cost, created_at';

const callRow = z
  .object({
    id: z.string(),
    flow_id: z.string().nullable(),
    version_id: z.string().nullable(),
    phone_number_id: z.string().nullable(),
    caller: z.string().nullable(),
    status: z.string(),
    ended_reason: z.string().nullable(),
    started_at: z.string().nullable(),
    ended_at: z.string().nullable(),
    created_at: z.string(),
    outcome: z.enum(OUTCOMES).nullable().catch(null),
    information: z.record(z.string(), z.unknown()).nullable(),
    path: z.array(visit).nullable().catch([]),
    // US dollars; `numeric` comes as text when it is long
    cost: z.coerce.number().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    flowId: row.flow_id,
    versionId: row.version_id,
    numberId: row.phone_number_id,
    caller: row.caller,
    status: row.status,
    endedReason: row.ended_reason,
    startedAt: row.started_at ?? row.created_at,
    endedAt: row.ended_at,
    outcome: row.outcome,
    information: row.information ?? {},
    path: row.path ?? [],
    cost: row.cost,
  }));
export type Call = z.infer<typeof callRow>;

/** One thing that was said. `at` is milliseconds from the start of the call. */
export type Turn = WordsAnswer['turns'][number];

export interface CallFilter {
  readonly flowId?: string;
  /** Only calls begun at or after this moment (ISO). */
  readonly since?: string;
}

const PAGE = 200;

/** Newest first, at most 200. */
export function listCalls(workspaceId: string, filter: CallFilter): Promise<Result<Call[], DataFailure>> {
  let query = client().from('calls').select(COLUMNS).eq('workspace_id', workspaceId);
  if (filter.flowId !== undefined) query = query.eq('flow_id', filter.flowId);
  if (filter.since !== undefined) query = query.gte('created_at', filter.since);
  return rows(query.order('created_at', { ascending: false }).limit(PAGE), z.array(callRow));
}

/** A call, what was said, and the drawing as it was then (raw; null when that version is not known). */
export interface CallRecord {
  readonly call: Call;
  readonly turns: readonly Turn[];
  readonly version: { readonly number: number; readonly document: unknown } | null;
}

const versionRow = z.object({ number: z.number().int(), document: z.unknown() });

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
  const version = await rows(
    client().from('flow_versions').select('number, document').eq('id', versionId).single(),
    versionRow,
  );
  return succeed({ call: call.value, turns, version: version.ok ? version.value : null });
}
