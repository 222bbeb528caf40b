/** Webhooks that go astray: doubled, dropped, late, out of order, forged. */
import { expect, it } from 'vitest';
import { CREDENTIAL, testSandbox } from '../testing.ts';
import { sign } from '../webhooks.ts';

const SECRET = 'secret';

/** What the receiver got during five short calls, in order of arrival. */
async function received(weather: object) {
  const got: { body: string; isGenuine: boolean; label: string }[] = [];
  const { send, sandbox } = testSandbox({
    webhookSecret: SECRET,
    fetch: async (_, init) => {
      const headers = init.headers as Record<string, string>;
      const body = String(init.body);
      const { message } = JSON.parse(body) as {
        message: { type: string; status?: string; call: { id: string } };
      };
      got.push({
        body,
        isGenuine: headers['x-signature'] === sign(SECRET, headers['x-timestamp'] ?? '', body),
        label: `${message.call.id} ${message.type} ${message.status ?? ''}`,
      });
      return Response.json({});
    },
  });
  const assistant = await send('POST', '/assistant', {
    name: 'A',
    firstMessage: 'Hello.',
    model: { provider: 'openai', model: 'gpt-4.1', messages: [] },
    server: { url: 'http://127.0.0.1:9/hook', credentialId: CREDENTIAL },
    serverMessages: ['status-update', 'end-of-call-report'],
  });
  const number = (await send('GET', '/phone-number')).body[0].id;
  await send('PATCH', `/phone-number/${number}`, { assistantId: assistant.body.id });
  await send('PUT', '/sandbox/control/webhooks', weather);
  for (let count = 0; count < 5; count += 1) {
    const call = await send('POST', '/sandbox/line/calls', { to: '+14155550100', from: '+33199000001' });
    await send('POST', `/sandbox/line/calls/${call.body.callId}/hang-up`, {});
  }
  await sandbox.settled();
  return got;
}

const labels = (got: Awaited<ReturnType<typeof received>>) => got.map(({ label }) => label);
const fair = await received({});

it('is fair by default: each message once, in the order of its call, signed', () => {
  expect(fair).toHaveLength(15);
  expect(new Set(labels(fair)).size).toBe(15);
  expect(fair.every(({ isGenuine }) => isGenuine)).toBe(true);
});

it('sends messages twice', async () => {
  const got = await received({ duplicate: 1 });
  expect(got).toHaveLength(30);
  expect(new Set(got.map(({ body }) => body)).size).toBe(15);
});

it('drops some, the same ones for the same seed', async () => {
  const got = await received({ drop: 0.5, seed: 3 });
  expect(got.length).toBeGreaterThan(0);
  expect(got.length).toBeLessThan(15);
  expect(labels(await received({ drop: 0.5, seed: 3 }))).toEqual(labels(got));
});

it.each([{ late: 0.5 }, { shuffle: true }])(
  'lets messages overtake each other, and loses none: %j',
  async (weather) => {
    const got = await received({ ...weather, seed: 5 });
    expect(labels(got)).not.toEqual(labels(fair));
    expect(labels(got).sort()).toEqual(labels(fair).sort());
  },
);

it('adds forged ones, signed by somebody who does not know the secret', async () => {
  const got = await received({ forge: 1 });
  expect(got.filter(({ isGenuine }) => isGenuine)).toHaveLength(15);
  expect(got.filter(({ isGenuine }) => !isGenuine)).toHaveLength(15);
});
