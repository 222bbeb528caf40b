/**
 * A language model behind an OpenAI-compatible address (`POST …/chat/completions`) in place of the scripted one. It never
 * throws: what goes wrong is a failure of the reply, as Vapi would name it. Knows neither the environment nor Vapi objects.
 */
import type { Model, ModelFailure, ModelReply, ModelView } from './model.ts';
import { replyIn, requestFor } from './open-ai-messages.ts';

export interface OpenAiOptions {
  /** As programs take it: `http://127.0.0.1:11434/v1`, with or without a trailing slash. */
  readonly baseUrl: string;
  /** Servers on the own machine want none. */
  readonly key?: string;
  /** The name of the model there. */
  readonly name: string;
  /** Milliseconds until a reply is given up; default 15 000, so that whoever waits for the turn still hears of it. */
  readonly timeout?: number;
  readonly fetch?: (input: string, init: RequestInit) => Promise<Response>;
  /** Resolves after as many milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** The longest pause before a request is repeated, milliseconds. */
const LONGEST_PAUSE = 2000;

export function openAiModel(options: OpenAiOptions): Model {
  return {
    reply: (view) => reply(view, options),
    gathered: toldIn,
  };
}

async function reply(view: ModelView, options: OpenAiOptions): Promise<ModelReply> {
  const body = JSON.stringify(requestFor(view, options.name));
  const first = await ask(body, options);
  const wait =
    options.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  if (first.repeatAfter === undefined) return first.reply;
  // A server that is busy, or stumbled, is asked once more.
  await wait(Math.min(first.repeatAfter, LONGEST_PAUSE));
  return (await ask(body, options)).reply;
}

interface Asked {
  readonly reply: ModelReply;
  /** Milliseconds; absent when asking again would change nothing. */
  readonly repeatAfter?: number;
}

async function ask(body: string, options: OpenAiOptions): Promise<Asked> {
  const { baseUrl, key, timeout = 15_000 } = options;
  const send = options.fetch ?? ((input: string, init: RequestInit) => fetch(input, init));
  const failed = (failure: ModelFailure): ModelReply => ({ content: '', toolCalls: [], failure });
  try {
    const response = await send(`${baseUrl.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key ? { authorization: `Bearer ${key}` } : {}),
      },
      body,
      signal: AbortSignal.timeout(timeout),
      // A redirect would carry the key to another place.
      redirect: 'error',
    });
    const text = await response.text();
    if (!response.ok) {
      const reply = failed(failureOf(response.status, text, key));
      return isPassing(response.status) ? { reply, repeatAfter: pauseOf(response) } : { reply };
    }
    const read = replyIn(readJson(text));
    return { reply: read ?? failed({ reason: 'llm-failed', message: 'its answer could not be read' }) };
  } catch (error) {
    const isLate = error instanceof Error && /^(TimeoutError|AbortError)$/.test(error.name);
    if (isLate) return { reply: failed({ reason: 'llm-failed', message: `no answer within ${timeout} ms` }) };
    return { reply: failed({ reason: 'llm-failed', message: 'it cannot be reached' }), repeatAfter: 500 };
  }
}

function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}

function pauseOf(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : 500;
}

/** Vapi's names of what models answer (the `endedReason` values of its published API). */
const REASONS: Readonly<Record<number, string>> = {
  400: '400-bad-request-validation-failed',
  401: '401-unauthorized',
  403: '403-model-access-denied',
  429: '429-rate-limit-reached',
  500: '500-server-error',
  503: '503-server-overloaded-error',
};

function failureOf(status: number, text: string, key: string | undefined): ModelFailure {
  const isSpent = status === 429 && text.includes('insufficient_quota');
  const reason = isSpent ? '429-exceeded-quota' : (REASONS[status] ?? 'llm-failed');
  const told = errorText(readJson(text));
  const said = key ? told.replaceAll(key, '…') : told;
  return { reason, message: `it answered ${status}${said === '' ? '' : `: ${said}`}` };
}

/** The sentence of an error body, at most 300 characters. */
function errorText(body: unknown): string {
  const { error, message } = (body ?? {}) as { error?: unknown; message?: unknown };
  const inner = (error as { message?: unknown } | undefined)?.message;
  const text = [inner, error, message].find((one) => typeof one === 'string');
  return typeof text === 'string' ? text.slice(0, 300) : '';
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What the caller told, as far as the model has put it into arguments of tools. */
function toldIn({ messages }: ModelView): Record<string, string> {
  const calls = messages.flatMap((message) => (message.role === 'assistant' ? message.toolCalls : []));
  const values = calls.flatMap((call) => Object.entries(call.arguments));
  return Object.fromEntries(
    values.flatMap(([key, value]) =>
      key !== 'destination' && /^(string|number|boolean)$/.test(typeof value) && value !== ''
        ? [[key, String(value)]]
        : [],
    ),
  );
}
