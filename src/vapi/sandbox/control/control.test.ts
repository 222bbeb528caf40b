/** Faults on demand: what a client sees of each, what took effect, and that the same seed gives the same world. */
import { afterEach, describe, expect, it } from 'vitest';
import { createVapiClient } from '../../client.ts';
import { type RunningSandbox, startSandbox } from '../serve.ts';
import { CREDENTIAL, KEY, testSandbox } from '../testing.ts';

const BODY = {
  name: 'A',
  firstMessage: 'Hello.',
  model: { provider: 'openai', model: 'gpt-4.1', messages: [] },
};
const failing = (fault: object, more: object = {}) => ({
  rules: [{ method: 'POST', path: '/assistant', fault, ...more }],
});

/** `timeout` in milliseconds: long enough for whatever answers at all. */
async function world(settings: object, timeout = 1000) {
  const { send, clock, sandbox } = testSandbox();
  await send('PUT', '/sandbox/control/faults', settings);
  const client = createVapiClient({
    baseUrl: 'http://127.0.0.1:8787',
    key: KEY,
    timeout,
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
  });
  const saved = async () => (await send('GET', '/assistant')).body.length as number;
  return { send, clock, client, saved };
}

describe('what a client sees', () => {
  it.each([
    [{ type: 'status', status: 429, retryAfterSeconds: 7 }, { kind: 'limited', retryAfterSeconds: 7 }, 0],
    [{ type: 'status', status: 402 }, { kind: 'refused', status: 402 }, 0],
    [{ type: 'status', status: 503 }, { kind: 'unknown' }, 0],
    [{ type: 'time-out', effect: 'none' }, { kind: 'unknown' }, 0],
    [{ type: 'time-out', effect: 'done' }, { kind: 'unknown' }, 1],
    [{ type: 'reset', effect: 'none' }, { kind: 'unknown' }, 0],
    [{ type: 'reset', effect: 'done' }, { kind: 'unknown' }, 1],
    [{ type: 'drip', milliseconds: 60_000 }, { kind: 'unknown' }, 1],
    [{ type: 'truncated' }, { kind: 'unknown' }, 1],
    [{ type: 'html', effect: 'none' }, { kind: 'unknown' }, 0],
    [{ type: 'html', effect: 'done' }, { kind: 'unknown' }, 1],
  ])('%j', async (fault, failure, created) => {
    const { client, saved } = await world(failing(fault));
    const answer = await client.createAssistant(BODY as never);
    expect(answer).toMatchObject({ ok: false, failure });
    expect(await saved(), 'created all the same').toBe(created);
    expect((await client.createAssistant(BODY as never)).ok, 'only one request is hit').toBe(true);
  });

  it('a slow answer that comes in time is an answer', async () => {
    const { client } = await world(failing({ type: 'drip', milliseconds: 20 }), 20_000);
    expect((await client.createAssistant(BODY as never)).ok).toBe(true);
  });
});

describe('rules and chances', () => {
  it('hits the nth request that fits, as often as told', async () => {
    const { send } = await world(failing({ type: 'status', status: 500 }, { nth: 2, times: 2 }));
    const statuses = [];
    for (let count = 0; count < 5; count += 1) statuses.push((await send('POST', '/assistant', BODY)).status);
    expect(statuses).toEqual([201, 500, 500, 201, 201]);
    expect((await send('GET', '/sandbox/control')).body.faultsMet).toBe(2);
  });

  it('gives the same world for the same seed, and another for another', async () => {
    const run = async (seed: number) => {
      const faults = [
        { type: 'status', status: 500 },
        { type: 'html', effect: 'none' },
      ];
      const { send } = await world({ chance: { seed, share: 0.5, methods: ['POST'], faults } });
      const seen: unknown[] = [];
      for (let count = 0; count < 30; count += 1) {
        const { status, body } = await send('POST', '/assistant', BODY).catch(() => ({
          status: 'html',
          body: null,
        }));
        seen.push([status, body?.id]);
      }
      return seen;
    };
    expect(await run(1)).toEqual(await run(1));
    expect(await run(1)).not.toEqual(await run(2));
  });

  it('refuses settings that mean nothing, and never hits its own switches', async () => {
    const { send } = testSandbox();
    expect(
      (await send('PUT', '/sandbox/control/faults', { rules: [{ fault: { type: 'storm' } }] })).status,
    ).toBe(400);
    expect((await send('PUT', '/sandbox/control/faults', { rules: [] }, 'wrong')).status).toBe(401);
    const always = { chance: { seed: 1, share: 1, faults: [{ type: 'status', status: 500 }] } };
    expect((await send('PUT', '/sandbox/control/faults', always)).status).toBe(200);
    expect((await send('GET', '/assistant')).status).toBe(500);
    expect((await send('PUT', '/sandbox/control/faults', {})).status).toBe(200);
    expect((await send('GET', '/assistant')).status).toBe(200);
  });
});

it('lists late what was created, and reads it at once', async () => {
  const { send, clock } = await world({ listLagSeconds: 30 });
  const { id } = (await send('POST', '/assistant', BODY)).body;
  expect((await send('GET', `/assistant/${id}`)).status).toBe(200);
  expect((await send('GET', '/assistant')).body).toEqual([]);
  clock.now += 30_000;
  expect((await send('GET', '/assistant')).body).toHaveLength(1);
});

it('changes and deletes as somebody in the dashboard would', async () => {
  const { send } = testSandbox();
  const { id } = (await send('POST', '/assistant', BODY)).body;
  const drift = (change: unknown) =>
    send('POST', '/sandbox/control/drift', { kind: 'assistant', id, change });
  await drift({ firstMessage: 'Something else.' });
  expect((await send('GET', `/assistant/${id}`)).body).toMatchObject({
    name: 'A',
    firstMessage: 'Something else.',
  });
  await drift(null);
  expect((await send('GET', `/assistant/${id}`)).status).toBe(404);
});

it('forgets calls after 14 days and chats after 30, as Vapi does', async () => {
  const { send } = testSandbox();
  const { id } = (await send('POST', '/assistant', BODY)).body;
  const chat = (await send('POST', '/chat', { assistantId: id, input: 'Hello' })).body.id;
  const call = (await send('POST', '/sandbox/line/calls', { to: '+14155550100', from: '+33199000001' })).body
    .callId;
  const later = (days: number) => send('POST', '/sandbox/control/clock', { advanceSeconds: days * 86_400 });
  const known = async () => [
    (await send('GET', `/call/${call}`)).status,
    (await send('GET', `/chat/${chat}`)).status,
  ];
  await later(13);
  expect(await known()).toEqual([200, 200]);
  await later(2);
  expect(await known()).toEqual([404, 200]);
  await later(16);
  expect(await known()).toEqual([404, 404]);
  expect((await send('GET', `/assistant/${id}`)).status).toBe(200);
});

it('turns away the eleventh call at once, and takes one when a line is free again', async () => {
  const { send } = testSandbox();
  const { id } = (await send('POST', '/assistant', BODY)).body;
  const number = (await send('GET', '/phone-number')).body[0].id;
  await send('PATCH', `/phone-number/${number}`, { assistantId: id });
  const ring = async () =>
    (await send('POST', '/sandbox/line/calls', { to: '+14155550100', from: '+33199000001' })).body;
  const first = await ring();
  for (let count = 0; count < 9; count += 1) expect((await ring()).ended).toBe(false);
  const turnedAway = await ring();
  expect(turnedAway.ended).toBe(true);
  expect((await send('GET', `/call/${turnedAway.callId}`)).body.endedReason).toBe(
    'call.start.error-subscription-concurrency-limit-reached',
  );
  await send('POST', `/sandbox/line/calls/${first.callId}/hang-up`, {});
  expect((await ring()).ended).toBe(false);
});

describe('over the wire', () => {
  let running: RunningSandbox | undefined;
  afterEach(() => running?.stop());

  it('cuts the connection, and hangs until the client gives up', async () => {
    running = await startSandbox({ port: 0, key: KEY, webhookSecret: 's', webhookCredentialId: CREDENTIAL });
    const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
    const { url } = running;
    const put = (settings: object) =>
      fetch(`${url}/sandbox/control/faults`, { method: 'PUT', headers, body: JSON.stringify(settings) });
    const create = (signal?: AbortSignal) =>
      fetch(`${url}/assistant`, {
        method: 'POST',
        headers,
        body: JSON.stringify(BODY),
        ...(signal ? { signal } : {}),
      });
    await put(failing({ type: 'reset', effect: 'done' }));
    await expect(create()).rejects.toThrow('fetch failed');
    await put(failing({ type: 'time-out', effect: 'none' }));
    await expect(create(AbortSignal.timeout(100))).rejects.toThrow(/abort|timeout/i);
    const list = (await (await fetch(`${url}/assistant`, { headers })).json()) as unknown[];
    expect(list).toHaveLength(1);
  });
});
