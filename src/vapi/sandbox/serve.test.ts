/** The sandbox as a server: only on this machine, and what is saved survives. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from './serve.ts';
import { CREDENTIAL, KEY } from './testing.ts';

let folder: string;
const running: RunningSandbox[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'allokoli-sandbox-'));
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  await rm(folder, { recursive: true });
});

async function start(seed?: number): Promise<RunningSandbox> {
  const one = await startSandbox({
    port: 0,
    key: KEY,
    webhookSecret: 's',
    webhookCredentialId: CREDENTIAL,
    stateFile: join(folder, 'sandbox.json'),
    ...(seed === undefined ? {} : { seed }),
  });
  running.push(one);
  return one;
}

async function post(to: RunningSandbox, path: string, body: unknown) {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
  const response = await fetch(`${to.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Record<string, string>;
}

async function get(to: RunningSandbox, path: string) {
  const response = await fetch(`${to.url}${path}`, { headers: { authorization: `Bearer ${KEY}` } });
  return (await response.json()) as Record<string, string>;
}

it('what was answered is in the file already', async () => {
  const first = await start(3);
  const made = await post(first, '/assistant', { name: 'A' });
  // No stop: as after a kill.
  const second = await start(3);
  expect(await get(second, `/assistant/${made.id}`)).toEqual(made);
  const next = await post(second, '/assistant', { name: 'B' });
  expect(next.id, 'a seed goes on where it was').not.toBe(made.id);
  expect(await readdir(folder)).toEqual(['sandbox.json']);
});

it('a call goes on after a restart', async () => {
  const first = await start();
  const { id } = await post(first, '/assistant', {
    name: 'A',
    firstMessage: 'Hello.',
    model: {
      provider: 'openai',
      model: 'gpt-4.1',
      messages: [{ role: 'system', content: 'You are the help.' }],
    },
  });
  const [number] = (await get(first, '/phone-number')) as unknown as { id: string; number: string }[];
  await fetch(`${first.url}/phone-number/${number?.id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ assistantId: id }),
  });
  const call = await post(first, '/sandbox/line/calls', { to: number?.number, from: '+33612345678' });
  await first.stop();
  const second = await start();
  const turn = await post(second, `/sandbox/line/calls/${call.callId}/say`, { text: 'The moon' });
  expect(turn).toMatchObject({ ended: false, said: [expect.stringContaining('I understand')] });
});

it('a file that cannot be read is put aside', async () => {
  await writeFile(join(folder, 'sandbox.json'), '{"format":');
  const one = await start();
  await post(one, '/assistant', { name: 'A' });
  expect(await readFile(join(folder, 'sandbox.json.unreadable'), 'utf8')).toBe('{"format":');
});

it('is not to be reached from outside', async () => {
  const one = await start();
  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find((address) => !address.internal && address.family === 'IPv4');
  if (outside) await expect(fetch(`http://${outside.address}:${one.port}/`)).rejects.toThrow();
  expect(one.url).toBe(`http://127.0.0.1:${one.port}`);
});

it('says when its port is taken', async () => {
  const one = await start();
  const again = startSandbox({
    port: one.port,
    key: KEY,
    webhookSecret: 's',
    webhookCredentialId: CREDENTIAL,
  });
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
