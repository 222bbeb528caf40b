/**
 * The conformance suite: the same behaviours against the sandbox, always, and against a live Vapi when a key is given for that
 * (`ALLOKOLI_VAPI_LIVE_KEY`). What is doubtful at Vapi is looked at and printed.
 */
import { writeSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../sandbox/serve.ts';
import { CREDENTIAL, KEY } from '../sandbox/testing.ts';
import { behaviours, type World } from './behaviours.ts';
import { doubts } from './evidence.ts';
import { MARK, markedAt } from './marked.ts';
import { simulationDoubts } from './simulations.ts';
import { liveTarget, NO_LIVE_TARGET, type Target } from './target.ts';

let running: RunningSandbox;
beforeAll(async () => {
  running = await startSandbox({ port: 0, key: KEY, webhookSecret: 's', webhookCredentialId: CREDENTIAL });
});
afterAll(() => running.stop());

const sandbox = (): Target => ({ name: 'sandbox', baseUrl: running.url, key: KEY, pause: 0 });

/** Written past the reporter, which keeps quiet about tests that pass. */
const print = (line: string) => writeSync(1, `${line}\n`);

function conformance(name: string, target: () => Target): void {
  describe(name, { timeout: 240_000 }, () => {
    let world: World;
    beforeAll(async () => {
      world = { target: target(), marked: markedAt(target(), Date.now().toString(36)) };
      // What a killed run left behind.
      await world.marked.sweep();
    }, 240_000);
    // Also when something failed.
    afterAll(async () => {
      expect(await world.marked.sweep(), 'nothing is left behind').toEqual([]);
    }, 240_000);

    it.each(behaviours)('$name', ({ run }) => run(world));
    it.each([...doubts, ...simulationDoubts])('$name is looked at', async ({ name: doubt, look }) => {
      const seen = await look(world);
      print(`evidence (${world.target.name}) ${doubt}: ${seen}`);
      expect(seen).not.toBe('');
    });
  });
}

conformance('the sandbox', sandbox);

const live = liveTarget(process.env);
if (live) conformance(live.name, () => live);
else print(NO_LIVE_TARGET);

describe('a live account', () => {
  it.each([
    [{}, null],
    [{ VAPI_API_KEY: 'k', ALLOKOLI_VAPI_API_KEY: 'k', ALLOKOLI_VAPI_LIVE_URL: 'https://x.invalid' }, null],
    [{ ALLOKOLI_VAPI_LIVE_KEY: 'k' }, 'https://api.vapi.ai'],
    [
      { ALLOKOLI_VAPI_LIVE_KEY: 'k', ALLOKOLI_VAPI_LIVE_URL: 'https://api.eu.vapi.ai/' },
      'https://api.eu.vapi.ai',
    ],
  ])('of %j is %s', (environment, url) => {
    expect(liveTarget(environment)?.baseUrl ?? null).toBe(url);
  });
});

describe('the mark', () => {
  it('finds what a killed run left behind, and touches nothing else', async () => {
    const killed = markedAt(sandbox(), 'killed');
    const send = (path: string, body: unknown) => killed.send('POST', path, body);
    const assistant = (await send('/assistant', { name: 'Renamed', metadata: { app: MARK } })).body;
    const named = (await send('/assistant', { name: killed.name() })).body;
    const squad = (await send('/squad', { name: killed.name(), members: [{ assistantId: assistant.id }] }))
      .body;
    const tool = (await send('/tool', { type: 'function', function: { name: 'allokoli_conformance_1' } }))
      .body;
    const other = (await send('/assistant', { name: 'Somebody else' })).body;
    const others = (await send('/squad', { name: 'Not theirs', members: [{ assistantId: other.id }] })).body;
    // Another process: it has noted nothing.
    const next = markedAt(sandbox(), 'next');
    expect(await next.sweep()).toEqual([]);
    const status = async (path: string) => (await next.send('GET', path)).status;
    for (const path of [
      `/assistant/${assistant.id}`,
      `/assistant/${named.id}`,
      `/squad/${squad.id}`,
      `/tool/${tool.id}`,
    ])
      expect(await status(path), path).toBe(404);
    expect(await status(`/assistant/${other.id}`)).toBe(200);
    expect(await status(`/squad/${others.id}`)).toBe(200);
  });

  it('tells what cannot be removed', async () => {
    const marked = markedAt(sandbox(), 'used');
    const used = (await marked.send('POST', '/assistant', { name: marked.name() })).body;
    const user = (
      await marked.send('POST', '/squad', { name: 'Not theirs', members: [{ assistantId: used.id }] })
    ).body;
    const stranger = markedAt(sandbox(), 'stranger');
    expect(await stranger.sweep()).toEqual([`assistant ${used.id}`]);
    await marked.send('DELETE', `/squad/${user.id}`);
    expect(await stranger.sweep()).toEqual([]);
  });
});
