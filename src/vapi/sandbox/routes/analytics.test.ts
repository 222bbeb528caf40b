/** Figures over calls: groups, steps of time, and what cannot be asked. */
import { expect, it } from 'vitest';
import { testSandbox } from '../testing.ts';

const ASK = { table: 'call', name: 'calls', operations: [{ operation: 'count', column: 'id' }] };

/** Two calls on Wednesday (one hung up after two minutes), one on the Monday after. */
async function world() {
  const { send, clock } = testSandbox();
  const assistant = await send('POST', '/assistant', {
    name: 'A',
    firstMessage: 'Hello.',
    model: { provider: 'openai', model: 'gpt-4.1', messages: [] },
  });
  const number = (await send('GET', '/phone-number')).body[0].id;
  await send('PATCH', `/phone-number/${number}`, { assistantId: assistant.body.id });
  const ring = async () =>
    (await send('POST', '/sandbox/line/calls', { to: '+14155550100', from: '+33199000001' })).body.callId;
  const first = await ring();
  clock.now += 120_000;
  await send('POST', `/sandbox/line/calls/${first}/hang-up`, {});
  await ring();
  clock.now += 5 * 86_400_000;
  await ring();
  return async (query: object) => {
    const { status, body } = await send('POST', '/analytics', { queries: [{ ...ASK, ...query }] });
    return { status, result: body[0]?.result, message: body.message };
  };
}

it('counts all, in groups, and in steps of time', async () => {
  const ask = await world();
  expect((await ask({})).result).toEqual([{ countId: 3 }]);
  const groups = (await ask({ groupBy: ['status'] })).result;
  expect(groups).toContainEqual({ status: 'ended', countId: 1 });
  expect(groups).toContainEqual({ status: 'in-progress', countId: 2 });
  const days = (await ask({ timeRange: { step: 'day', timezone: 'Europe/Paris' } })).result;
  expect(days).toContainEqual({ date: '2026-11-25', countId: 2 });
  expect(days).toContainEqual({ date: '2026-11-30', countId: 1 });
  const weeks = (await ask({ timeRange: { step: 'week' } })).result;
  expect(weeks).toContainEqual({ date: '2026-11-23', countId: 2 });
});

it('adds up durations in minutes, under the name that is wished for', async () => {
  const ask = await world();
  const operations = [
    { operation: 'sum', column: 'duration', alias: 'minutes' },
    { operation: 'max', column: 'duration' },
  ];
  expect((await ask({ operations, groupBy: ['status'] })).result).toContainEqual({
    status: 'ended',
    minutes: 2,
    maxDuration: 2,
  });
});

it('looks at the time that is asked about, and refuses what means nothing', async () => {
  const ask = await world();
  expect((await ask({ timeRange: { end: '2026-11-26T00:00:00Z' } })).result).toEqual([{ countId: 2 }]);
  expect((await ask({ operations: [{ operation: 'guess', column: 'id' }] })).status).toBe(400);
  expect((await ask({ table: 'people' })).status).toBe(400);
});
