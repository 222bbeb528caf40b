/** The Edge Function `api`, typed. Every failure is a value with a code of `wire.ts`, or `offline`. */
import * as z from 'zod';
import type { TriedRequest } from '../kinds/tried-request.ts';
import type { Json } from '../lib/json.ts';
import { fail, type Result, succeed } from '../lib/result.ts';
import {
  type DeploymentAnswer,
  deploymentAnswer,
  doneAnswer,
  ERROR_CODES,
  type ErrorCode,
  errorAnswer,
  type FileAnswer,
  type FileUsesAnswer,
  fileAnswer,
  fileUsesAnswer,
  type NumberAnswer,
  numberAnswer,
  type PlanAnswer,
  planAnswer,
  type publishRequest,
  type RehearsalAnswer,
  type RehearsalRequest,
  rehearsalAnswer,
  removedAnswer,
  type SecretAnswer,
  type StatusAnswer,
  secretAnswer,
  type secretRequest,
  statusAnswer,
  tryAnswer,
} from '../publish/wire.ts';
import { SUPABASE_KEY, SUPABASE_URL } from './client.ts';
import { accessToken } from './session.ts';

export interface ApiFailure {
  readonly code: ErrorCode | 'offline';
  readonly params: Readonly<Record<string, string | number>>;
}
export type ApiResult<Answer> = Promise<Result<Answer, ApiFailure>>;

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
  answer: z.ZodType<Answer>,
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

/** One request to `api`, its answer read by the schema. */
export async function ask<Answer>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  answer: z.ZodType<Answer>,
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

export function getStatus(): ApiResult<StatusAnswer> {
  return ask('GET', '/status', statusAnswer);
}

/** One turn with the compiled draft. */
export function rehearse(request: RehearsalRequest, signal?: AbortSignal): ApiResult<RehearsalAnswer> {
  return ask('POST', '/rehearsals', rehearsalAnswer, request, signal);
}

/** The workspace's numbers, those that are being set up asked after first. */
export function refreshNumbers(workspaceId: string): ApiResult<NumberAnswer[]> {
  return ask('GET', `/numbers?workspaceId=${encodeURIComponent(workspaceId)}`, z.array(numberAnswer));
}

/** A test number for the workspace. */
export function getTestNumber(workspaceId: string): ApiResult<NumberAnswer> {
  return ask('POST', '/numbers/test', numberAnswer, { workspaceId });
}

/** The workspace's documents, those that are on their way asked after first. */
export function refreshFiles(workspaceId: string): ApiResult<FileAnswer[]> {
  return ask('GET', `/files?workspaceId=${encodeURIComponent(workspaceId)}`, z.array(fileAnswer));
}

/** The flows that name a document, and those that answer calls from it. */
export function getFileUses(fileId: string): ApiResult<FileUsesAnswer> {
  return ask('GET', `/files/${encodeURIComponent(fileId)}/uses`, fileUsesAnswer);
}

export function deleteFile(fileId: string): ApiResult<z.infer<typeof removedAnswer>> {
  return ask('DELETE', `/files/${encodeURIComponent(fileId)}`, removedAnswer);
}

/** What publishing would do; changes nothing. */
export function planPublication(flowId: string, numberId: string): ApiResult<PlanAnswer> {
  return ask('POST', '/publications/plan', planAnswer, { flowId, numberId });
}

/** Starts a publication of the saved revision. Go on with `advancePublication` until it is live or failed. */
export function publish(request: z.infer<typeof publishRequest>): ApiResult<DeploymentAnswer> {
  return ask('POST', '/publications', deploymentAnswer, request);
}

/** Works on a publication for a while. */
export function advancePublication(deploymentId: string): ApiResult<DeploymentAnswer> {
  return ask('POST', `/publications/${encodeURIComponent(deploymentId)}/advance`, deploymentAnswer);
}

export function getPublication(deploymentId: string): ApiResult<DeploymentAnswer> {
  return ask('GET', `/publications/${encodeURIComponent(deploymentId)}`, deploymentAnswer);
}

/** The names of the workspace's secrets; a value is never given back. */
export function listSecrets(workspaceId: string): ApiResult<SecretAnswer[]> {
  return ask('GET', `/secrets?workspaceId=${encodeURIComponent(workspaceId)}`, z.array(secretAnswer));
}

/** Makes or replaces a secret. */
export function setSecret(secret: z.infer<typeof secretRequest>): ApiResult<object> {
  return ask('POST', '/secrets', doneAnswer, secret);
}

export function removeSecret(workspaceId: string, name: string): ApiResult<object> {
  return ask('POST', '/secrets/remove', doneAnswer, { workspaceId, name });
}

/** Makes the request of a step now. The server judges whether it is one. */
export function tryDrawnRequest(
  workspaceId: string,
  step: Json,
  values: Readonly<Record<string, string>>,
): ApiResult<TriedRequest> {
  return ask('POST', '/requests/try', tryAnswer, { workspaceId, step, values });
}
