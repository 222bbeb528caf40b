/** Carries out a fault on a request: the answer that a client sees, or none. Knows no resources. */
import { setTimeout as sleep } from 'node:timers/promises';
import { errorBody } from '../answers.ts';
import type { Fault } from './fault.ts';

/** What a server hands over with a request, where there is one. */
export interface Wire {
  /** Breaks the connection without an answer. */
  cut(): void;
}

/** Set on answers that are not what Vapi would say: whoever judges the sandbox must not judge them. */
const SPOILT = 'x-allokoli-fault';

const PAGE =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>502</h1></body></html>';

/** `carryOut` does what was asked for; it is not called when the request is lost on its way. */
export async function suffer(
  fault: Fault,
  request: Request,
  carryOut: () => Promise<Response>,
  wire: Wire | null,
): Promise<Response> {
  if (fault.type === 'status') return refusal(fault.status, fault.retryAfterSeconds);
  if (fault.type === 'drip') return dripping(await carryOut(), fault.milliseconds, request);
  if (fault.type === 'truncated') return truncated(await carryOut());
  if (fault.effect === 'done') await carryOut();
  if (fault.type === 'html')
    return new Response(PAGE, {
      status: 502,
      headers: { 'content-type': 'text/html; charset=utf-8', [SPOILT]: fault.type },
    });
  if (fault.type === 'reset') {
    wire?.cut();
    throw new TypeError('fetch failed', { cause: new Error('ECONNRESET') });
  }
  return whenGivenUp(request);
}

function refusal(status: number, retryAfterSeconds: number | undefined): Response {
  return Response.json(errorBody(status, 'The sandbox was told to refuse this request.'), {
    status,
    headers: retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  });
}

const DAY = 86_400_000;

/**
 * Rejects when the client gives up. A timer holds the request meanwhile: a signal whose request was collected is never told,
 * since `Request` follows the client's signal by a weak reference.
 */
async function whenGivenUp(request: Request): Promise<never> {
  for (;;) await sleep(DAY, undefined, { signal: request.signal, ref: false });
}

function headersOf(response: Response, fault: string): Headers {
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  headers.set(SPOILT, fault);
  return headers;
}

async function truncated(response: Response): Promise<Response> {
  const text = await response.text();
  const half = text.slice(0, Math.floor(text.length / 2));
  return new Response(half, { status: response.status, headers: headersOf(response, 'truncated') });
}

/** Ten pieces, evenly over the time. */
async function dripping(response: Response, milliseconds: number, request: Request): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const size = Math.max(1, Math.ceil(bytes.length / 10));
  let from = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      if (from >= bytes.length) return controller.close();
      await sleep(milliseconds / 10, undefined, { signal: request.signal });
      controller.enqueue(bytes.slice(from, from + size));
      from += size;
      return undefined;
    },
  });
  return new Response(body, { status: response.status, headers: headersOf(response, 'drip') });
}
