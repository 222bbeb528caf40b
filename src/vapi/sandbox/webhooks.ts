/**
 * Sends server messages: signed, in order for each call unless the weather says otherwise, never outside this machine
 * (or the app's own origin).
 */
import { createHmac } from 'node:crypto';
import type { Weather } from './control/weather.ts';
import { type JsonRecord, recordOf, textOf } from './runtime/record.ts';

export interface WebhookOptions {
  readonly secret: string;
  /** The credential whose requests are signed with the secret. */
  readonly credentialId: string;
  readonly appOrigin?: string;
  readonly now: () => number;
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  /** What becomes of messages that nobody waits for. */
  readonly weather: Weather;
}

export interface Webhooks {
  /** Sends a message that nobody waits for, after all earlier ones of the same call. */
  tell(callId: string, server: JsonRecord, message: JsonRecord): void;
  /** Sends a message and reads the answer; null when there is none. */
  ask(server: JsonRecord, message: JsonRecord): Promise<unknown>;
  /** The headers by which a credential signs a body now; none for a credential that is not ours. */
  signed(credentialId: unknown, body: string): Readonly<Record<string, string>>;
  /** Resolves when nothing is on its way any more. */
  settled(): Promise<void>;
}

/** Lower-case hex HMAC-SHA256 of `${timestamp}.${body}`. Pure. */
export function sign(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

/** Messages that a late one lets pass, and milliseconds after which it is sent in any case. */
const LATE_BY = 3;
const HELD_FOR = 300;

interface Delivery {
  readonly callId: string;
  readonly server: JsonRecord;
  readonly message: JsonRecord;
  readonly isForged: boolean;
}

export function createWebhooks(options: WebhookOptions): Webhooks {
  const { weather } = options;
  const queues = new Map<string, Promise<void>>();
  let held: { delivery: Delivery; leavesAt: number }[] = [];
  let sent = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const enqueue = (queue: string, delivery: Delivery) => {
    const done = (queues.get(queue) ?? Promise.resolve()).then(async () => {
      await post(options, delivery.server, delivery.message, delivery.isForged);
      if (queues.get(queue) === done) queues.delete(queue);
    });
    queues.set(queue, done);
    sent += 1;
  };
  const release = (isDue: (leavesAt: number) => boolean) => {
    const due = held.filter(({ leavesAt }) => isDue(leavesAt));
    held = held.filter(({ leavesAt }) => !isDue(leavesAt));
    for (const { delivery } of weather.shuffled(due)) enqueue(`${delivery.callId} late`, delivery);
  };
  const releaseSoon = () => {
    timer ??= setTimeout(() => {
      timer = null;
      release(() => true);
    }, HELD_FOR);
    timer.unref();
  };

  return {
    ask: (server, message) => post(options, server, message, false),
    signed: (credentialId, body) => signatureOf(options, credentialId, body),
    tell: (callId, server, message) => {
      const { copies, isLate, isForged } = weather.next();
      const kinds = [...Array.from({ length: copies }, () => false), ...(isForged ? [true] : [])];
      for (const forged of kinds) {
        const delivery = { callId, server, message, isForged: forged };
        if (isLate || weather.shuffles) held.push({ delivery, leavesAt: sent + LATE_BY });
        else enqueue(callId, delivery);
      }
      release((leavesAt) => sent >= leavesAt || (weather.shuffles && held.length > LATE_BY));
      if (held.length > 0) releaseSoon();
    },
    settled: async () => {
      while (queues.size > 0 || held.length > 0) {
        release(() => true);
        await Promise.all(queues.values());
      }
    },
  };
}

async function post(
  options: WebhookOptions,
  server: JsonRecord,
  message: JsonRecord,
  isForged: boolean,
): Promise<unknown> {
  const url = textOf(server.url);
  if (!isNear(url, options.appOrigin)) return null;
  const body = JSON.stringify({ message: { timestamp: options.now(), ...message } });
  const plan = recordOf(server.backoffPlan);
  const retries = typeof plan.maxRetries === 'number' ? plan.maxRetries : 0;
  for (let attempt = 0; ; attempt += 1) {
    const answer = await attemptPost(
      { ...options, secret: isForged ? 'somebody else’s' : options.secret },
      server,
      url,
      body,
    );
    if (answer.done || attempt >= retries) return answer.value;
    const base = typeof plan.baseDelaySeconds === 'number' ? plan.baseDelaySeconds : 1;
    const seconds = plan.type === 'exponential' ? base * 2 ** attempt : base;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

function signatureOf(
  { secret, credentialId: own, now }: WebhookOptions,
  credentialId: unknown,
  body: string,
): Record<string, string> {
  if (secret === '' || credentialId !== own) return {};
  const timestamp = String(Math.floor(now() / 1000));
  return { 'x-timestamp': timestamp, 'x-signature': sign(secret, timestamp, body) };
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
  // A signature is as old as its request: made anew for every attempt.
  Object.assign(headers, signatureOf(options, server.credentialId, body));
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
