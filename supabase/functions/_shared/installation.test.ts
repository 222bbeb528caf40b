/** What a function does with an environment that is not complete. */
import { expect, it } from 'vitest';
import WebSocket from 'ws';
import { install } from './installation.ts';
import type { LogLine } from './log.ts';

// Deno has one; supabase-js looks for it.
Object.assign(globalThis, { WebSocket: globalThis.WebSocket ?? WebSocket });

const WHOLE: Record<string, string> = {
  SUPABASE_URL: 'http://127.0.0.1:1',
  SUPABASE_PUBLISHABLE_KEYS: '{"default":"sb_publishable_1"}',
  SUPABASE_SECRET_KEYS: '{"default":"sb_secret_hidden"}',
  PUBLIC_FUNCTIONS_URL: 'https://abc.supabase.co/functions/v1',
  APP_ORIGINS: 'https://app.example.com',
  CRON_SECRET: 'hidden',
  ENCRYPTION_KEYS: `2026:${btoa('hidden'.padEnd(32))}`,
};

function installed(environment: Record<string, string>, name: LogLine['function'] = 'api') {
  const log: LogLine[] = [];
  let handled = 0;
  const ask = install(
    name,
    async () => {
      handled += 1;
      return new Response('handled');
    },
    (variable: string) => environment[variable],
    (line) => log.push(line),
  );
  return { log, ask: (path: string) => ask(new Request(`https://f.example${path}`)), handled: () => handled };
}

it('says nothing and handles when everything is there', async () => {
  const { log, ask } = installed(WHOLE);
  expect(await (await ask('/api/status')).text()).toBe('handled');
  expect(log).toEqual([]);
});

it('logs what is missing once, and works on', async () => {
  const { CRON_SECRET: _, ...rest } = WHOLE;
  const { log, ask, handled } = installed(rest);
  await ask('/api/status');
  await ask('/api/status');
  expect(handled()).toBe(2);
  expect(log).toEqual([
    { function: 'api', event: 'environment', problem: expect.stringMatching(/^CRON_SECRET is missing \(/) },
  ]);
});

it.each([
  ['a key that cannot be read', { ENCRYPTION_KEYS: 'hidden' }, 'ENCRYPTION_KEYS is set, but not to'],
  [
    'keys that are no JSON',
    { SUPABASE_SECRET_KEYS: 'sb_secret_hidden' },
    'SUPABASE_SECRET_KEYS is set, but not to',
  ],
  ['no project', { SUPABASE_URL: '' }, 'SUPABASE_URL is missing'],
  ['an address of Vapi that is none', { VAPI_BASE_URL: 'hidden' }, 'VAPI_BASE_URL is set, but not to'],
  [
    'an address of the functions that is none',
    { PUBLIC_FUNCTIONS_URL: 'hidden' },
    'PUBLIC_FUNCTIONS_URL is set, but not to',
  ],
])('with %s it answers 503, and its health names the setting', async (_what, wrong, sentence) => {
  const { log, ask, handled } = installed({ ...WHOLE, ...wrong });
  const refused = await ask('/api/flows');
  expect(refused.status).toBe(503);
  const health = await ask('/api/health');
  expect(health.status).toBe(503);
  const told = await health.json();
  expect(told).toMatchObject({
    ok: false,
    database: false,
    environment: [expect.stringContaining(sentence)],
  });
  expect(handled()).toBe(0);
  expect(JSON.stringify([told, log, await refused.json()])).not.toContain('hidden');
});

it('tells settings at the health of `api` only', async () => {
  const { ask } = installed({ ...WHOLE, SUPABASE_URL: '' }, 'cron');
  expect(await (await ask('/cron/health')).json()).toEqual({ error: { code: 'unexpected', params: {} } });
});
