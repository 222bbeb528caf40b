/** `POST /calls/list` and `POST /calls/sums`: the calls of a workspace, page by page, and what they add up to. `POST /calls/:id/erase`. */
import * as z from 'zod';
import {
  type CallsAnswer,
  callsRequest,
  type ListedCall,
  listedCall,
  type SumsAnswer,
  sumsAnswer,
  sumsRequest,
} from '../../../src/publish/calls-wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { DatabaseError, rows, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { forgetAtVapi } from '../_shared/forgetting.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';

/** Calls that Vapi forgets in one request. */
const AT_ONCE = 10;

const listedRow = z
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
    outcome: z.unknown(),
    information: z.unknown(),
    path: z.unknown(),
    // `numeric` comes as text when it is long
    cost: z.coerce.number().nullable(),
    created_at: z.string(),
  })
  .transform((row): ListedCall & { created_at: string } => ({
    ...listedCall.parse({
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
      information: row.information,
      path: row.path,
      cost: row.cost,
    }),
    created_at: row.created_at,
  }));

export async function listCalls(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, callsRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, filter, size, after } = body.value;
  const refusal = await refuseUnless(person, workspaceId, 'viewer');
  if (refusal) return refusal;
  const found = await rows(
    listedRow,
    deps.service.rpc('list_calls', {
      workspace: workspaceId,
      person: person.id,
      filter,
      size,
      before_at: after?.at ?? null,
      before_id: after?.id ?? null,
    }),
  );
  const last = found.length === size ? found.at(-1) : undefined;
  return answer({
    calls: found.map(({ created_at, ...call }) => call),
    next: last ? { at: last.created_at, id: last.id } : null,
  } satisfies CallsAnswer);
}

/** `POST /calls/:id/erase`: what was said and collected, here and at Vapi. `cron` goes on where Vapi does not answer now. */
export async function eraseCall(id: string, person: Person, deps: Deps): Promise<Response> {
  if (!z.uuid().safeParse(id).success) return refuse('not-found');
  const refusal = await run(deps.service.rpc('erase_call', { call: id, person: person.id }));
  if (refusal === 'not-found' || refusal === 'not-allowed') return refuse(refusal);
  if (refusal !== null) return refuse('bad-request', { field: 'call' });
  await forgetAtVapi(deps, AT_ONCE);
  return answer({ erased: true });
}

/** SQLSTATE of a time zone that Postgres does not know. */
const INVALID_PARAMETER = '22023';

export async function sumUpCalls(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, sumsRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, filter, zone } = body.value;
  const refusal = await refuseUnless(person, workspaceId, 'viewer');
  if (refusal) return refusal;
  try {
    const sums = await run(
      deps.service.rpc('sum_up_calls', { workspace: workspaceId, person: person.id, filter, zone }),
    );
    return sums === null ? refuse('not-found') : answer(sumsAnswer.parse(sums) satisfies SumsAnswer);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === INVALID_PARAMETER)
      return refuse('bad-request', { field: 'zone' });
    throw error;
  }
}
