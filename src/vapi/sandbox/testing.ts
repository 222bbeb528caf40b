/** What the tests of the sandbox share: a sandbox with a clock that stands still, and small bodies. */
import { refereed } from '../contract/testing/referee.ts';
import { printScript } from '../script/print.ts';
import type { PrintableScript } from '../script/script.ts';
import type { JsonRecord } from './runtime/record.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';

export const KEY = 'private-key-of-the-tests';
export const CREDENTIAL = '11111111-1111-4111-8111-111111111111';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers are compared as data
  readonly body: any;
}

/** A sandbox on a clock that moves only when told, judged by the published description where that is at hand. */
export function testSandbox(options: Partial<SandboxOptions> = {}) {
  const clock = { now: Date.UTC(2026, 10, 25, 9) };
  const made = createSandbox({
    key: KEY,
    seed: 7,
    now: () => clock.now,
    webhookCredentialId: CREDENTIAL,
    ...options,
  });
  const sandbox: Sandbox = { ...made, fetch: refereed(made.fetch) };
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    key: string | null = KEY,
  ): Promise<Reply> => {
    const response = await sandbox.fetch(
      new Request(`http://127.0.0.1:8787${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    };
  };
  return { clock, sandbox, send };
}

/** An assistant that speaks first and follows a script. */
export function scriptedAssistant(name: string, script: PrintableScript, rest: JsonRecord = {}): JsonRecord {
  const { tools, ...others } = rest;
  return {
    name,
    firstMessage: '',
    firstMessageMode: 'assistant-speaks-first-with-model-generated-message',
    model: {
      provider: 'openai',
      model: 'gpt-4.1',
      messages: [{ role: 'system', content: printScript(script) }],
      tools: tools ?? [],
    },
    ...others,
  };
}
