/** Requests and answers, the same for all functions. Knows no database and no Vapi. */
import * as z from 'zod';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import type { ErrorCode } from '../../../src/publish/wire.ts';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'bad-request': 400,
  'flow-has-errors': 422,
  'flow-changed': 409,
  'publication-running': 409,
  'number-busy': 409,
  'number-switching': 409,
  'number-scheduled': 409,
  'changed-at-vapi': 409,
  'drift-changed': 409,
  'version-not-possible': 409,
  'too-often': 429,
  'too-many-secrets': 409,
  'secrets-not-configured': 503,
  'file-too-large': 413,
  'file-type': 415,
  'file-unreadable': 422,
  'too-many-files': 409,
  'file-in-service': 409,
  'recording-none': 404,
  'recording-too-large': 413,
  'recording-unreachable': 502,
  'last-owner': 409,
  'name-differs': 409,
  'already-member': 409,
  'too-many-workspaces': 409,
  'too-many-invitations': 409,
  'invitation-unknown': 404,
  'invitation-expired': 410,
  'invitation-used': 410,
  'invitation-revoked': 410,
  'invitation-other-email': 403,
  'email-not-confirmed': 403,
  'vapi-not-configured': 503,
  'vapi-key-refused': 422,
  'connection-unreadable': 503,
  'number-elsewhere': 409,
  'vapi-refused': 502,
  'vapi-limited': 503,
  'vapi-unreachable': 502,
  'vapi-payment': 402,
  'too-many-simulations': 429,
  'simulation-failed': 502,
  unexpected: 500,
};

/** Answers are about one person at one moment: nobody keeps them. */
const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export function answer(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: HEADERS });
}

/** Bytes of a media type that the product knows: no page that could run. */
export function answerFile(bytes: Uint8Array, type: string): Response {
  return new Response(new Blob([bytes as Uint8Array<ArrayBuffer>]), {
    headers: { ...HEADERS, 'content-type': type },
  });
}

/** An `errorAnswer`. The usual status of the code, unless another is given. */
export function refuse(
  code: ErrorCode,
  params: Readonly<Record<string, string | number>> = {},
  status = STATUS[code],
): Response {
  return answer({ error: { code, params } }, status);
}

/** The body's bytes; a failure once there are more than the limit, without reading on, or when they stop coming. */
export async function readBytes(
  request: Request,
  limit: number,
): Promise<Result<Uint8Array<ArrayBuffer>, 'too-large' | 'broken'>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return fail('too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  try {
    for (;;) {
      const part = await reader?.read();
      if (!part || part.done) break;
      size += part.value.byteLength;
      if (size > limit) {
        await reader?.cancel();
        return fail('too-large');
      }
      chunks.push(part.value);
    }
  } catch {
    return fail('broken');
  }
  return succeed(join(chunks));
}

/** One array of all bytes. */
export function join(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** `undefined` when the bytes are no JSON; no schema takes that. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

const JSON_LIMIT = 64 * 1024;

/** The body by its schema, or the refusal to send. Only JSON is taken, so that a browser asks before it sends from elsewhere. */
export async function readJson<Body>(
  request: Request,
  schema: z.core.$ZodType<Body>,
): Promise<Result<Body, Response>> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    return fail(refuse('bad-request', { field: 'content-type' }, 415));
  }
  const bytes = await readBytes(request, JSON_LIMIT);
  if (!bytes.ok)
    return fail(refuse('bad-request', { field: 'body' }, bytes.failure === 'broken' ? 400 : 413));
  const read = z.safeParse(schema, parseJson(bytes.value));
  if (read.success) return succeed(read.data);
  return fail(refuse('bad-request', { field: read.error.issues[0]?.path.map(String).join('.') ?? '' }));
}

/** Adds what a browser of a listed origin needs. Exact matches only; other origins, and none, get nothing. */
export async function withCors(
  request: Request,
  origins: ReadonlySet<string>,
  handle: () => Promise<Response>,
): Promise<Response> {
  const origin = request.headers.get('origin');
  const isListed = origin !== null && origins.has(origin);
  const response = request.method === 'OPTIONS' ? new Response(null, { status: 204 }) : await handle();
  response.headers.append('vary', 'origin');
  if (!isListed) return response;
  response.headers.set('access-control-allow-origin', origin);
  if (request.method === 'OPTIONS') {
    response.headers.set('access-control-allow-methods', 'GET, POST, DELETE');
    response.headers.set(
      'access-control-allow-headers',
      'authorization, apikey, content-type, x-client-info, x-region',
    );
    response.headers.set('access-control-max-age', '600');
  }
  return response;
}
