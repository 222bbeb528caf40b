/** The sandbox's telephone line: a phone to try a number with. Only there when `getStatus` says `sandbox`. */
import * as z from 'zod';
import { fail, type Result, succeed } from '../lib/result.ts';

const lineAnswer = z.object({
  callId: z.string(),
  said: z.array(z.string()),
  ended: z.boolean(),
  /** In which the other side listens; missing where nobody does. */
  language: z.enum(['en', 'fr']).nullish(),
});
/** What was heard since the last word. */
export type LineAnswer = z.infer<typeof lineAnswer>;

/** `no-answer`: nobody answers this number. */
export type LineFailure = 'offline' | 'no-answer' | 'unexpected';

const LINE = '/sandbox/line';

async function ask(path: string, body?: unknown): Promise<Result<LineAnswer, LineFailure>> {
  let response: Response;
  let json: unknown;
  try {
    response = await fetch(`${LINE}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    });
    json = await response.json().catch(() => null);
  } catch {
    return fail('offline');
  }
  if (!response.ok) return fail(response.status >= 400 && response.status < 500 ? 'no-answer' : 'unexpected');
  const read = lineAnswer.safeParse(json);
  return read.success ? succeed(read.data) : fail('unexpected');
}

export function placeCall(to: string, from: string): Promise<Result<LineAnswer, LineFailure>> {
  return ask('/calls', { to, from });
}

export function sayOnCall(callId: string, text: string): Promise<Result<LineAnswer, LineFailure>> {
  return ask(`/calls/${encodeURIComponent(callId)}/say`, { text });
}

/** The room of a call in the browser, by the address that `createWebCall` gave. */
function roomPath(address: string): string {
  return new URL(address).pathname.replace(LINE, '');
}

export function joinRoom(address: string): Promise<Result<LineAnswer, LineFailure>> {
  return ask(`${roomPath(address)}/join`);
}

export function sayInRoom(address: string, text: string): Promise<Result<LineAnswer, LineFailure>> {
  const message = { role: 'user', content: text };
  return ask(`${roomPath(address)}/messages`, { type: 'add-message', message });
}

export function leaveRoom(address: string): Promise<Result<LineAnswer, LineFailure>> {
  return ask(`${roomPath(address)}/leave`);
}

export function hangUpCall(callId: string): Promise<Result<LineAnswer, LineFailure>> {
  return ask(`/calls/${encodeURIComponent(callId)}/hang-up`);
}
