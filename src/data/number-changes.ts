/** Connecting a number, giving it back, forwarding to it, over the Edge Function `api`. What opens an account at a provider goes in and never comes out. */
import * as z from 'zod';
import { FORWARDING_LINES, FORWARDING_MODES } from '../forwarding/codes.ts';
import type { Result } from '../lib/result.ts';
import {
  arrivalAnswer,
  type ForwardingRequest,
  forwardingAnswer,
  type freeNumberRequest,
  type importRequest,
  removalAnswer,
} from '../publish/numbers-wire.ts';
import { doneAnswer, type NumberAnswer, numberAnswer } from '../publish/wire.ts';
import { type ApiResult, ask } from './ask.ts';
import { client } from './client.ts';
import { type DataFailure, rows } from './failure.ts';

const ofNumber = (id: string, what: string) => `/numbers/${encodeURIComponent(id)}/${what}`;
const ofForwarding = (id: string, what: string) => `/forwardings/${encodeURIComponent(id)}/${what}`;

/** Tried with the provider's keys; nothing stays of what does not work. */
export function importNumber(request: z.input<typeof importRequest>): ApiResult<NumberAnswer> {
  return ask('POST', '/numbers/import', numberAnswer, request);
}

export function getFreeNumber(request: z.input<typeof freeNumberRequest>): ApiResult<NumberAnswer> {
  return ask('POST', '/numbers/free', numberAnswer, request);
}

export function nameNumber(id: string, label: string): ApiResult<object> {
  return ask('POST', ofNumber(id, 'label'), doneAnswer, { label });
}

/** It goes a while later: until then `keepNumber` takes the wish back. */
export function removeNumber(id: string): ApiResult<{ dueAt: string }> {
  return ask('POST', ofNumber(id, 'remove'), removalAnswer);
}

export function keepNumber(id: string): ApiResult<object> {
  return ask('POST', ofNumber(id, 'keep'), doneAnswer);
}

const forwardingRow = z
  .object({
    id: z.string(),
    phone_number_id: z.string(),
    own_number: z.string(),
    operator: z.string(),
    line: z.enum(FORWARDING_LINES),
    mode: z.enum(FORWARDING_MODES),
    seconds: z.number().nullable(),
    tested_from: z.string().nullable(),
    verified_at: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    numberId: row.phone_number_id,
    ownNumber: row.own_number,
    operator: row.operator,
    line: row.line,
    mode: row.mode,
    seconds: row.seconds,
    verifiedAt: row.verified_at,
  }));
/** A number of one's own that is forwarded to a number of the workspace; `verifiedAt`: when a call was seen to arrive. */
export type Forwarding = z.infer<typeof forwardingRow>;

export function listForwardings(workspaceId: string): Promise<Result<Forwarding[], DataFailure>> {
  return rows(
    client()
      .from('forwardings')
      .select('id, phone_number_id, own_number, operator, line, mode, seconds, tested_from, verified_at')
      .eq('workspace_id', workspaceId)
      .order('created_at'),
    z.array(forwardingRow),
  );
}

/** Replaces what was said of this line before. */
export function saveForwarding(numberId: string, request: ForwardingRequest): ApiResult<{ id: string }> {
  return ask('POST', ofNumber(numberId, 'forwardings'), forwardingAnswer, request);
}

/** From now on a call is waited for. */
export function testForwarding(id: string): ApiResult<object> {
  return ask('POST', ofForwarding(id, 'test'), doneAnswer);
}

/** When a call arrived since the test began; null: none has. */
export function lookForCall(id: string): ApiResult<{ arrivedAt: string | null }> {
  return ask('POST', ofForwarding(id, 'look'), arrivalAnswer);
}

export function removeForwarding(id: string): ApiResult<object> {
  return ask('POST', ofForwarding(id, 'remove'), doneAnswer);
}
