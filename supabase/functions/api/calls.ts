/** `POST /calls/list` and `POST /calls/sums`: the calls of a workspace, page by page, and what they add up to. `POST /calls/:id/erase`, `POST /calls/:id/hide`. */
import * as z from 'zod';
import {
  type CallsAnswer,
  callsRequest,
  hideRequest,
  type SumsAnswer,
  storedCall,
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

export async function listCalls(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, callsRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, filter, size, after } = body.value;
  const refusal = await refuseUnless(person, workspaceId, 'viewer');
  if (refusal) return refusal;
  const found = await rows(
    storedCall,
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
    calls: found.map(({ call }) => call),
    next: last ? { at: last.createdAt, id: last.call.id } : null,
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

/** `POST /calls/:id/hide`: out of lists and figures, or back. */
export async function hideCall(id: string, request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, hideRequest);
  if (!body.ok) return body.failure;
  if (!z.uuid().safeParse(id).success) return refuse('not-found');
  const { hides } = body.value;
  const refusal = await run(deps.service.rpc('hide_call', { call: id, person: person.id, hides }));
  if (refusal === 'not-found' || refusal === 'not-allowed') return refuse(refusal);
  return refusal === null ? answer({ hidden: hides }) : refuse('bad-request', { field: 'call' });
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
