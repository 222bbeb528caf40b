/** Calls that the product places: what is refused, who is called when, and what is heard. */
import { expect, it } from 'vitest';
import { testSandbox } from './testing.ts';

const CUSTOMER = { number: '+33199000001', name: 'Ana' };

async function world() {
  const { send, clock } = testSandbox();
  const assistant = await send('POST', '/assistant', {
    name: 'A',
    firstMessage: 'Hello {{ name | default: "there" }}.',
    model: { provider: 'openai', model: 'gpt-4.1', messages: [] },
  });
  const number = (await send('GET', '/phone-number')).body[0];
  return { send, clock, base: { assistantId: assistant.body.id, phoneNumberId: number.id }, number };
}

it('rings, is answered, and is heard; the overrides of the customer count', async () => {
  const { send, base, number } = await world();
  const customer = { ...CUSTOMER, assistantOverrides: { variableValues: { name: 'Ana' } } };
  const placed = await send('POST', '/call', { ...base, customer });
  expect(placed).toMatchObject({
    status: 201,
    body: { type: 'outboundPhoneCall', status: 'queued', customer: CUSTOMER },
  });
  expect(placed.body.subscriptionLimits).toEqual({
    concurrencyBlocked: false,
    concurrencyLimit: 10,
    remainingConcurrentCalls: 10,
  });
  const { id } = placed.body;
  expect((await send('GET', '/sandbox/line/ringing')).body).toEqual([
    { callId: id, to: CUSTOMER.number, from: number.number },
  ]);
  expect((await send('POST', `/sandbox/line/calls/${id}/answer`, {})).body).toEqual({
    callId: id,
    said: ['Hello Ana.'],
    ended: false,
    language: null,
  });
  expect((await send('GET', '/sandbox/line/ringing')).body).toEqual([]);
  expect((await send('POST', `/sandbox/line/calls/${id}/answer`, {})).status).toBe(404);
  await send('POST', `/sandbox/line/calls/${id}/hang-up`, {});
  expect((await send('GET', `/call/${id}`)).body).toMatchObject({
    status: 'ended',
    endedReason: 'customer-ended-call',
  });
});

it('is declined', async () => {
  const { send, base } = await world();
  const { id } = (await send('POST', '/call', { ...base, customer: CUSTOMER })).body;
  await send('POST', `/sandbox/line/calls/${id}/decline`, {});
  expect((await send('GET', `/call/${id}`)).body).toMatchObject({
    status: 'ended',
    endedReason: 'customer-busy',
  });
});

it('rings many, says which cannot be, and waits for the time that was planned', async () => {
  const { send, clock, base } = await world();
  const earliestAt = new Date(clock.now + 3_600_000).toISOString();
  const customers = [CUSTOMER, { number: '0199000002' }, { number: '+33199000003' }];
  const { body } = await send('POST', '/call', { ...base, customers, schedulePlan: { earliestAt } });
  expect(body.results.map((call: { status: string }) => call.status)).toEqual(['scheduled', 'scheduled']);
  expect(body.errors).toEqual([
    { customer: { number: '0199000002' }, error: expect.stringContaining('E.164') },
  ]);
  expect((await send('GET', '/sandbox/line/ringing')).body).toEqual([]);
  clock.now += 3_600_000;
  expect((await send('GET', '/sandbox/line/ringing')).body).toHaveLength(2);
});

it.each([
  [
    'no number to call from',
    ({ assistantId }: { assistantId: string }) => ({ assistantId, customer: CUSTOMER }),
    'phoneNumberId',
  ],
  ['nobody to call', (base: object) => base, 'customer'],
  ['a national number', (base: object) => ({ ...base, customer: { number: '0199000001' } }), 'E.164'],
  [
    'metadata beside the target',
    (base: object) => ({ ...base, customer: CUSTOMER, metadata: {} }),
    'metadata should not exist',
  ],
  ['two targets', (base: object) => ({ ...base, squad: { members: [] }, customer: CUSTOMER }), 'exactly one'],
])('refuses %s', async (_, bodyOf, complaint) => {
  const { send, base } = await world();
  const { status, body } = await send('POST', '/call', bodyOf(base));
  expect(status).toBe(400);
  expect(JSON.stringify(body.message)).toContain(complaint);
});

it('names a call, and sends to a recording only where there is one', async () => {
  const { send, base } = await world();
  const { id } = (await send('POST', '/call', { ...base, customer: CUSTOMER })).body;
  expect((await send('PATCH', `/call/${id}`, { name: 'Ana' })).body.name).toBe('Ana');
  expect((await send('PATCH', `/call/${id}`, { status: 'ended' })).status).toBe(400);
  expect((await send('GET', `/call/${id}/mono-recording`)).status).toBe(404);
  await send('POST', `/sandbox/line/calls/${id}/answer`, {});
  const { status, headers } = await send('GET', `/call/${id}/mono-recording`);
  expect([status, headers.get('location')]).toEqual([
    302,
    `http://127.0.0.1:8787/sandbox/storage/${id}-mono.wav`,
  ]);
});
