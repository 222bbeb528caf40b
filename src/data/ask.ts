/** One request to the Edge Function `api`: headers, failures as values. Knows no route. */
import { fail, type Result, succeed } from '../lib/result.ts';
import { recordOf, type Shape, text } from '../lib/shape.ts';
import { ERROR_CODES, type ErrorCode } from '../publish/error-codes.ts';
import type { ErrorAnswer } from '../publish/wire.ts';
import { SUPABASE_KEY, SUPABASE_URL } from './client.ts';
import type { Schema } from './failure.ts';
import { accessToken } from './session.ts';

export interface ApiFailure {
  readonly code: ErrorCode | 'offline';
  readonly params: Readonly<Record<string, string | number>>;
}
export type ApiResult<Answer> = Promise<Result<Answer, ApiFailure>>;

const errorAnswer = recordOf({ error: recordOf({ code: text, params: null }) }) as Shape<ErrorAnswer>;

function isErrorCode(code: string): code is ErrorCode {
  return ERROR_CODES.some((known) => known === code);
}

/** What every request to `api` carries. */
export async function apiHeaders(): Promise<Readonly<Record<string, string>>> {
  const token = await accessToken();
  return { apikey: SUPABASE_KEY, ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
}

/** The answer by its schema, or what the refusal says. Pure. */
export function readAnswer<Answer>(
  status: number,
  json: unknown,
  answer: Schema<Answer>,
): Result<Answer, ApiFailure> {
  if (status < 200 || status > 299) return fail(failureFrom(status, json));
  const read = answer.safeParse(json);
  return read.success ? succeed(read.data) : fail({ code: 'unexpected', params: { status } });
}

/** What a refusal says; an answer of another shape (a gateway's) is `unexpected`. */
function failureFrom(status: number, body: unknown): ApiFailure {
  const read = errorAnswer.safeParse(body);
  if (read.success && isErrorCode(read.data.error.code))
    return { ...read.data.error, code: read.data.error.code };
  return { code: status === 401 ? 'not-signed-in' : 'unexpected', params: { status } };
}

export async function ask<Answer>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  answer: Schema<Answer>,
  body?: unknown,
  signal?: AbortSignal,
): ApiResult<Answer> {
  const headers = await apiHeaders();
  let response: Response;
  let json: unknown;
  try {
    response = await fetch(`${SUPABASE_URL}/functions/v1/api${path}`, {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    json = await response.json().catch(() => null);
  } catch {
    return fail({ code: 'offline', params: {} });
  }
  return readAnswer(response.status, json, answer);
}
