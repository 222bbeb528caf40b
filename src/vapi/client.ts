/**
 * The port to Vapi over `fetch`. Base URL, key and fetch are arguments: it knows neither the environment nor
 * where it runs. It never repeats a request; whoever calls it knows what may be repeated.
 */
import type * as z from 'zod';
import { fail, type Result, succeed } from '../lib/result.ts';
import type { ListQuery, VapiApi, VapiFailure } from './contract/api.ts';
import { savedAssistant } from './contract/assistant.ts';
import { callRecord, webCall } from './contract/call.ts';
import { chat } from './contract/chat.ts';
import { savedCredential } from './contract/credential.ts';
import { errorMessages } from './contract/errors.ts';
import { FILE_PURPOSE, type NewFile, savedFile } from './contract/file.ts';
import { savedPhoneNumber } from './contract/phone-number.ts';
import { createdSimulationRun, simulationRun, simulationRunItem } from './contract/simulation.ts';
import { savedSquad } from './contract/squad.ts';

export interface VapiClientOptions {
  /** Without a trailing slash or with one; a path in front (a proxy) is kept. */
  readonly baseUrl: string;
  /** The private key. It is written into one header and nowhere else. */
  readonly key: string;
  readonly fetch?: (input: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds until a request is given up; default 20 000. */
  readonly timeout?: number;
}

const SIMULATION_RUNS = '/eval/simulation/run';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
type Ask = <Value>(
  method: Method,
  path: string,
  schema: z.ZodType<Value>,
  body?: unknown,
) => Promise<Result<Value, VapiFailure>>;

/** A client of one organisation at Vapi. Its methods never throw: every failure is a value. */
export function createVapiClient(options: VapiClientOptions): VapiApi {
  const ask = createAsk(options);
  const one = (path: string, id: string) => `${path}/${encodeURIComponent(id)}`;
  return {
    createAssistant: (body) => ask('POST', '/assistant', savedAssistant, body),
    getAssistant: (id) => ask('GET', one('/assistant', id), savedAssistant),
    listAssistants: (query) => ask('GET', `/assistant${search(query)}`, savedAssistant.array()),
    deleteAssistant: (id) => ask('DELETE', one('/assistant', id), savedAssistant),
    createSquad: (body) => ask('POST', '/squad', savedSquad, body),
    getSquad: (id) => ask('GET', one('/squad', id), savedSquad),
    listSquads: (query) => ask('GET', `/squad${search(query)}`, savedSquad.array()),
    deleteSquad: (id) => ask('DELETE', one('/squad', id), savedSquad),
    createPhoneNumber: (body) => ask('POST', '/phone-number', savedPhoneNumber, body),
    getPhoneNumber: (id) => ask('GET', one('/phone-number', id), savedPhoneNumber),
    listPhoneNumbers: (query) => ask('GET', `/phone-number${search(query)}`, savedPhoneNumber.array()),
    updatePhoneNumber: (id, body) => ask('PATCH', one('/phone-number', id), savedPhoneNumber, body),
    deletePhoneNumber: (id) => ask('DELETE', one('/phone-number', id), savedPhoneNumber),
    createCredential: (body) => ask('POST', '/credential', savedCredential, body),
    listCredentials: () => ask('GET', '/credential', savedCredential.array()),
    deleteCredential: (id) => ask('DELETE', one('/credential', id), savedCredential),
    getCall: (id) => ask('GET', one('/call', id), callRecord),
    listCalls: (query) => ask('GET', `/call${search(query)}`, callRecord.array()),
    findRecording: (id) => locate(options, `${one('/call', id)}/mono-recording`),
    deleteCall: (id) => ask('DELETE', one('/call', id), callRecord),
    createWebCall: (body) => ask('POST', '/call/web', webCall, body),
    createChat: (body) => ask('POST', '/chat', chat, body),
    createSimulationRun: (body) => ask('POST', SIMULATION_RUNS, createdSimulationRun, body),
    getSimulationRunItem: (run, id) =>
      ask('GET', one(`${one(SIMULATION_RUNS, run)}/item`, id), simulationRunItem),
    cancelSimulationRun: (id) => ask('PATCH', one(SIMULATION_RUNS, id), simulationRun),
    createFile: (file) => ask('POST', '/file', savedFile, formOf(file)),
    getFile: (id) => ask('GET', one('/file', id), savedFile),
    // No limit and no window are published for this list (vapi-facts §10 has them from elsewhere).
    listFiles: () => ask('GET', `/file${search({ purpose: FILE_PURPOSE })}`, savedFile.array()),
    deleteFile: (id) => ask('DELETE', one('/file', id), savedFile),
  };
}

/** An upload as Vapi takes it. */
function formOf(file: NewFile): FormData {
  const form = new FormData();
  form.set('file', new Blob([file.bytes], { type: file.type }), file.name);
  form.set('purpose', FILE_PURPOSE);
  form.set('metadata', JSON.stringify(file.metadata));
  return form;
}

function createAsk({ baseUrl, key, fetch: given, timeout = 20_000 }: VapiClientOptions): Ask {
  const send = given ?? ((input: string, init: RequestInit) => fetch(input, init));
  const base = baseUrl.replace(/\/+$/, '');
  return async (method, path, schema, body) => {
    const init: RequestInit = {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        accept: 'application/json',
        // A form names its own type, with the border between its parts.
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.timeout(timeout),
      // A redirect would carry the key to another place.
      redirect: 'error',
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    };
    let response: Response;
    let text: string;
    try {
      response = await send(`${base}${path}`, init);
      text = await response.text();
    } catch (error) {
      return fail({ kind: 'unknown', cause: without(key, causeOf(error, timeout)) });
    }
    const answer = readJson(text);
    if (!response.ok) return fail(failureOf(response, answer, key));
    const read = schema.safeParse(answer);
    if (read.success) return succeed(read.data);
    const at = read.error.issues[0]?.path.join('.') ?? '';
    return fail({
      kind: 'unknown',
      cause: `unreadable answer of ${method} ${path.split('?')[0]} at "${at}"`,
    });
  };
}

/** Where Vapi sends whoever asks for a file (vapi-facts §8: 302, with the private key). Nobody goes there with the key. */
async function locate(
  { baseUrl, key, fetch: given, timeout = 20_000 }: VapiClientOptions,
  path: string,
): Promise<Result<string, VapiFailure>> {
  const send = given ?? ((input: string, init: RequestInit) => fetch(input, init));
  const url = `${baseUrl.replace(/\/+$/, '')}${path}`;
  try {
    const response = await send(url, {
      method: 'GET',
      headers: { authorization: `Bearer ${key}`, accept: 'application/json' },
      signal: AbortSignal.timeout(timeout),
      redirect: 'manual',
    });
    const text = await response.text();
    const place = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && place && URL.canParse(place, url))
      return succeed(new URL(place, url).href);
    if (response.status < 400)
      return fail({ kind: 'unknown', cause: `HTTP ${response.status} without an address` });
    return fail(failureOf(response, readJson(text), key));
  } catch (error) {
    return fail({ kind: 'unknown', cause: without(key, causeOf(error, timeout)) });
  }
}

function failureOf(response: Response, answer: unknown, key: string): VapiFailure {
  if (response.status === 429) return limited(response);
  // 408 and 5xx may come from a gateway while the request itself went on.
  if (response.status >= 500 || response.status === 408)
    return { kind: 'unknown', cause: `HTTP ${response.status}` };
  const messages = errorMessages(answer).map((message) => without(key, message));
  return { kind: 'refused', status: response.status, messages };
}

function limited(response: Response): VapiFailure {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0
    ? { kind: 'limited', retryAfterSeconds: seconds }
    : { kind: 'limited' };
}

function causeOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return 'connection failed';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return `no answer within ${timeout} ms`;
  const below = error.cause instanceof Error ? error.cause.message : '';
  return `connection failed: ${below || error.message}`;
}

function without(key: string, text: string): string {
  return key === '' ? text : text.replaceAll(key, '…');
}

/** `undefined` when the text is no JSON; no schema takes that. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function search(query: ListQuery & { readonly phoneNumberId?: string; readonly purpose?: string }): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) parameters.set(name, String(value));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
