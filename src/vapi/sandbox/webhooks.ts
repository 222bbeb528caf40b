/** Sends server messages: signed, in order for each call, never outside this machine (or the app's own origin). */
import { createHmac } from 'node:crypto';
import { type JsonRecord, recordOf, textOf } from './runtime/record.ts';

export interface WebhookOptions {
  readonly secret: string;
  /** The credential whose requests are signed with the secret. */
  readonly credentialId: string;
  readonly appOrigin?: string;
  readonly now: () => number;
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
}

export interface Webhooks {
  /** Sends a message that nobody waits for, after all earlier ones of the same call. */
  tell(callId: string, server: JsonRecord, message: JsonRecord): void;
  /** Sends a message and reads the answer; null when there is none. */
  ask(server: JsonRecord, message: JsonRecord): Promise<unknown>;
  /** Resolves when nothing is on its way any more. */
  settled(): Promise<void>;
}

/** Lower-case hex HMAC-SHA256 of `${timestamp}.${body}`. Pure. */
export function sign(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

export function createWebhooks(options: WebhookOptions): Webhooks {
  const queues = new Map<string, Promise<void>>();
  const ask = (server: JsonRecord, message: JsonRecord) => post(options, server, message);
  return {
    ask,
    tell: (callId, server, message) => {
      const sent = (queues.get(callId) ?? Promise.resolve()).then(async () => {
        await ask(server, message);
        if (queues.get(callId) === sent) queues.delete(callId);
      });
      queues.set(callId, sent);
    },
    settled: async () => {
      while (queues.size > 0) await Promise.all(queues.values());
    },
  };
}

async function post(options: WebhookOptions, server: JsonRecord, message: JsonRecord): Promise<unknown> {
  const url = textOf(server.url);
  if (!isNear(url, options.appOrigin)) return null;
  const body = JSON.stringify({ message: { timestamp: options.now(), ...message } });
  const plan = recordOf(server.backoffPlan);
  const retries = typeof plan.maxRetries === 'number' ? plan.maxRetries : 0;
  for (let attempt = 0; ; attempt += 1) {
    const answer = await attemptPost(options, server, url, body);
    if (answer.done || attempt >= retries) return answer.value;
    const base = typeof plan.baseDelaySeconds === 'number' ? plan.baseDelaySeconds : 1;
    const seconds = plan.type === 'exponential' ? base * 2 ** attempt : base;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

async function attemptPost(
  options: WebhookOptions,
  server: JsonRecord,
  url: string,
  body: string,
): Promise<{ done: boolean; value: unknown }> {
  const seconds = typeof server.timeoutSeconds === 'number' ? server.timeoutSeconds : 20;
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  for (const [name, value] of Object.entries(recordOf(server.headers))) headers[name] = String(value);
  if (options.secret !== '' && server.credentialId === options.credentialId) {
    // A signature is as old as its request: made anew for every attempt.
    const timestamp = String(Math.floor(options.now() / 1000));
    headers['x-timestamp'] = timestamp;
    headers['x-signature'] = sign(options.secret, timestamp, body);
  }
  try {
    const signal = AbortSignal.timeout(seconds * 1000);
    const response = await options.fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
    const text = await response.text();
    const excluded = recordOf(server.backoffPlan).excludedStatusCodes;
    const final = response.ok || (Array.isArray(excluded) && excluded.includes(response.status));
    return { done: final, value: response.ok ? readJson(text) : null };
  } catch {
    return { done: false, value: null };
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Whether an address is on this machine or the app's own. Pure. */
export function isNear(url: string, appOrigin: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, origin } = new URL(url);
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) || origin === appOrigin;
}
