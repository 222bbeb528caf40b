/** Edge Functions run in real Deno, behind a gateway that answers as the hosted one does. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signToken } from '../../local/auth-tokens.ts';
import { readConfig } from '../../local/config.ts';
import { concernsFunctions, type RunningFunctions, startFunctions } from '../../local/functions.ts';
import { makeSecrets, PUBLISHABLE_KEY } from '../../local/secrets.ts';
import { PROJECT_ROOT } from '../../local/settings.ts';
import { isAlive, waitForEnd } from '../../local/wait.ts';

const secrets = makeSecrets();
const vapi = {
  baseUrl: 'http://127.0.0.1:9',
  apiKey: 'key',
  webhookSecret: 'secret',
  webhookCredentialId: 'id',
  publicFunctionsUrl: 'http://app/functions/v1',
};
const output: string[] = [];
let folder: string;
let functions: RunningFunctions;

function write(name: string, code: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'index.ts'), code);
}

beforeAll(async () => {
  // Below the project: Deno looks for packages from where the importing file is.
  mkdirSync(join(PROJECT_ROOT, '.local'), { recursive: true });
  folder = mkdtempSync(join(PROJECT_ROOT, '.local/functions-test-'));
  // `api` is open in config.toml; a name that is not there is guarded.
  write('api', `Deno.serve((request) => Response.json({ path: new URL(request.url).pathname }));`);
  write('guarded', `Deno.serve({ port: 1 }, () => new Response('inside'));`);
  write('environment', `Deno.serve({ handler: () => Response.json(Deno.env.toObject()) });`);
  write('broken', `throw new Error('broken on purpose');`);
  write('silent', `export {};`);
  write('throwing', `Deno.serve(() => { throw new Error('thrown on purpose'); });`);
  write(
    'shared',
    `import * as z from 'zod';
     import { stableStringify } from '${join(PROJECT_ROOT, 'src/lib/json.ts')}';
     const body = z.object({ a: z.number(), b: z.number() });
     Deno.serve(async (request) => new Response(stableStringify(body.parse(await request.json()))));`,
  );
  write('_library', `throw new Error('folders with an underscore are no functions');`);
  functions = await startFunctions({
    origin: 'http://app',
    secrets,
    vapi,
    onOutput: (line) => output.push(line),
    folder,
  });
  await functions.ready();
});

afterAll(async () => {
  await functions.stop();
  rmSync(folder, { recursive: true, force: true });
});

const token = (expiry: number) =>
  signToken({ sub: 'x', exp: Math.round(Date.now() / 1000) + expiry }, secrets.jwtSecret);
const call = (path: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${functions.port}/functions/v1/${path}`, init);
const bearer = (value: string) => ({ headers: { authorization: `Bearer ${value}` } });

describe('the gateway', () => {
  test('gives a function its path without /functions/v1', async () => {
    expect(await (await call('api/numbers/7?x=1')).json()).toEqual({ path: '/api/numbers/7' });
  });

  test('answers 404 for a name that is no function', async () => {
    expect((await call('nothing')).status).toBe(404);
    expect((await call('_library')).status).toBe(404);
  });

  test('a function that does not start is 503 BOOT_ERROR, and the others run', async () => {
    const answer = await call('broken', bearer(token(60)));
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      code: 'BOOT_ERROR',
      message: expect.stringContaining('on purpose'),
    });
    expect((await call('silent', bearer(token(60)))).status).toBe(503);
    expect((await call('api')).status).toBe(200);
    expect(output.join('\n')).toContain('broken on purpose');
  });

  test('a function that throws is 500 and goes on', async () => {
    expect((await call('throwing', bearer(token(60)))).status).toBe(500);
    expect((await call('throwing', bearer(token(60)))).status).toBe(500);
  });

  test('a guarded function needs a valid token', async () => {
    expect((await call('guarded')).status).toBe(401);
    expect((await call('guarded', bearer('a.b.c'))).status).toBe(401);
    expect((await call('guarded', bearer(signToken({ exp: 9e9 }, 'another secret')))).status).toBe(401);
    expect((await call('guarded', bearer(token(-60)))).status).toBe(401);
    expect(await (await call('guarded', bearer(token(60)))).text()).toBe('inside');
  });

  test('functions import packages and the pure floors without network', async () => {
    const answer = await call('shared', { method: 'POST', body: '{"b":1,"a":2}', ...bearer(token(60)) });
    expect(await answer.text()).toBe('{"a":2,"b":1}');
  });
});

test('our functions check who calls in their own code', () => {
  for (const name of ['api', 'vapi-webhook', 'cron']) expect(readConfig().verifyJwt(name)).toBe(false);
});

test('functions use the versions of packages that package.json names', () => {
  const read = (file: string) => JSON.parse(readFileSync(join(PROJECT_ROOT, file), 'utf8'));
  const { dependencies } = read('package.json');
  for (const [name, target] of Object.entries(read('supabase/functions/deno.json').imports)) {
    const [, part = name, rest = ''] = /^((?:@[^/]+\/)?[^/]+)(\/.*)?$/.exec(name) ?? [];
    expect(target).toBe(`npm:${part}@${dependencies[part]}${rest}`);
  }
});

test('the environment holds the secrets of the stack and nothing of the shell', async () => {
  const environment = await (await call('environment', bearer(token(60)))).json();
  expect(environment).toMatchObject({
    SUPABASE_URL: 'http://app',
    SUPABASE_ANON_KEY: PUBLISHABLE_KEY,
    SUPABASE_SERVICE_ROLE_KEY: secrets.secretKey,
    VAPI_BASE_URL: vapi.baseUrl,
    VAPI_API_KEY: vapi.apiKey,
    VAPI_WEBHOOK_SECRET: vapi.webhookSecret,
    VAPI_WEBHOOK_CREDENTIAL_ID: vapi.webhookCredentialId,
    PUBLIC_FUNCTIONS_URL: vapi.publicFunctionsUrl,
    APP_ORIGINS: 'http://app',
    CRON_SECRET: secrets.cronSecret,
  });
  expect(Object.keys(environment)).not.toContain('VITEST');
});

describe('starting anew', () => {
  test('changed code answers, and a repaired function comes back', async () => {
    write('api', `Deno.serve(() => new Response('new'));`);
    write('broken', `Deno.serve(() => new Response('repaired'));`);
    await functions.restart();
    await functions.ready();
    expect(await (await call('api')).text()).toBe('new');
    expect(await (await call('broken', bearer(token(60)))).text()).toBe('repaired');
  });

  test.each([
    ['supabase/functions/api/handler.ts', true],
    ['supabase/functions/deno.json', true],
    ['src/flow/compile/group.ts', true],
    ['src/kinds/say/kind.ts', true],
    ['src/vapi/client.ts', true],
    ['src/flow/compile/group.test.ts', false],
    ['src/vapi/sandbox/serve.ts', false],
    ['src/kinds/say/view.tsx', false],
    ['src/editor/store/history.ts', false],
    ['README.md', false],
  ])('%s concerns them: %s', (file, expected) => {
    expect(concernsFunctions(join(PROJECT_ROOT, file))).toBe(expected);
  });
});

test('Deno ends when its parent is killed', async () => {
  const script = join(folder, 'parent.mts');
  const options = JSON.stringify({ origin: 'http://app', secrets, vapi, folder });
  const code = `
    import { startFunctions } from '${join(PROJECT_ROOT, 'supabase/local/functions.ts')}';
    const functions = await startFunctions({ ...${options}, onOutput: () => {} });
    await functions.ready();
    console.log(functions.pid);
    process.kill(process.pid, 'SIGKILL');`;
  writeFileSync(script, code);
  const pid = await new Promise<number>((resolve) => {
    const place = { cwd: PROJECT_ROOT };
    execFile('node', ['--import', 'tsx', script], place, (_error, stdout) => resolve(Number(stdout)));
  });
  expect(pid).toBeGreaterThan(0);
  expect(await waitForEnd(pid, 5_000)).toBe(true);
  expect(isAlive(pid)).toBe(false);
});
