/** Lists: filters, pages, orders, and the queries that are refused. */
import { describe, expect, it } from 'vitest';
import type { JsonRecord } from '../runtime/record.ts';
import { testSandbox } from '../testing.ts';

/** Two assistants, three chats and two sessions, a minute apart. */
async function world() {
  const { send, clock } = testSandbox();
  const assistant = async (name: string) =>
    (
      await send('POST', '/assistant', {
        name,
        firstMessage: 'Hello.',
        model: { provider: 'openai', model: 'gpt-4.1', messages: [] },
      })
    ).body.id as string;
  const [a, b] = [await assistant('A'), await assistant('B')];
  const chat = async (body: JsonRecord) => {
    clock.now += 60_000;
    return (await send('POST', '/chat', { input: 'x', ...body })).body.id as string;
  };
  const session = (await send('POST', '/session', {
    assistantId: a,
    name: 'S',
    customer: { number: '+33199000001', name: 'Ana' },
  })) as { body: { id: string } };
  await send('POST', '/session', { assistantId: b, customer: { number: '+33199000002' } });
  const one = await chat({ assistantId: a });
  const two = await chat({ assistantId: b });
  const three = await chat({ sessionId: session.body.id });
  const names: Record<string, string> = { [one]: 'one', [two]: 'two', [three]: 'three' };
  const chats = async (query: string) =>
    (await send('GET', `/chat?${query}`)).body.results.map(({ id }: { id: string }) => names[id]);
  return { send, clock, a, b, one, two, three, chats, session: session.body.id };
}

type World = Awaited<ReturnType<typeof world>>;

describe('chats are listed', () => {
  it.each<[string, (world: World) => string, string[]]>([
    ['newest first', () => '', ['three', 'two', 'one']],
    ['oldest first', () => 'sortOrder=ASC', ['one', 'two', 'three']],
    ['by what they cost, which is the same', () => 'sortBy=cost', ['three', 'two', 'one']],
    ['of one assistant', ({ a }) => `assistantId=${a}`, ['one']],
    ['of some assistants', ({ a, b }) => `assistantIdAny=${a},${b}`, ['two', 'one']],
    ['by their ids', ({ one, three }) => `idAny=${one},${three}`, ['three', 'one']],
    ['of a session', ({ session }) => `sessionId=${session}`, ['three']],
    ['in a window of time', () => 'createdAtLt=2026-11-25T09:02:00Z', ['one']],
    ['a page at a time', () => 'limit=2&page=2', ['one']],
  ])('%s', async (_, query, expected) => {
    const made = await world();
    expect(await made.chats(query(made))).toEqual(expected);
  });
});

it('sessions are found by their customer, squads by their ids', async () => {
  const { send, a, session } = await world();
  const sessions = async (query: string) =>
    (await send('GET', `/session?${query}`)).body.results.map(({ id }: { id: string }) => id);
  expect(await sessions('number=%2B33199000001')).toEqual([session]);
  expect(await sessions('customerNumberAny=%2B33199000001,%2B33199000009')).toEqual([session]);
  expect(await sessions('name=S')).toEqual([session]);
  const squads = [
    (await send('POST', '/squad', { name: 'one', members: [{ assistantId: a }] })).body.id,
    (await send('POST', '/squad', { name: 'two', members: [{ assistantId: a }] })).body.id,
  ];
  expect((await send('GET', `/squad?idAny=${squads[0]}`)).body).toMatchObject([{ name: 'one' }]);
});

it.each([
  ['limit=1001', 'limit must not be greater than 1000'],
  ['limit=-1', 'limit must not be less than 0'],
  ['limit=many', 'limit must be a number'],
  ['page=0', 'page must not be less than 1'],
  ['sortOrder=up', 'sortOrder must be one of the following values: ASC, DESC'],
  ['createdAtGt=yesterday', 'createdAtGt is invalid'],
])('a list that is asked for with %s is refused', async (query, complaint) => {
  const { send } = testSandbox();
  const { status, body } = await send('GET', `/chat?${query}`);
  expect([status, body]).toEqual([400, { message: [complaint], error: 'Bad Request', statusCode: 400 }]);
});

it('calls are deleted one by one or many at once', async () => {
  const { send, a } = await world();
  const number = (await send('GET', '/phone-number')).body[0];
  const place = async () =>
    (
      await send('POST', '/call', {
        assistantId: a,
        phoneNumberId: number.id,
        customer: { number: '+33199000001' },
      })
    ).body.id as string;
  const [first, second, third] = [await place(), await place(), await place()];
  expect((await send('GET', `/call?assistantId=${a}&limit=2`)).body).toHaveLength(2);
  expect((await send('GET', `/call?id=${first}`)).body).toHaveLength(1);
  expect((await send('DELETE', `/call/${first}`)).body.id).toBe(first);
  expect((await send('DELETE', `/call/${first}`)).status).toBe(404);
  expect((await send('DELETE', `/call/${first}`, { ids: [second, third] })).status).toBe(200);
  expect((await send('DELETE', `/call/${first}`, { ids: ['x'] })).status).toBe(400);
  expect((await send('GET', `/call?phoneNumberId=${number.id}`)).body).toEqual([]);
});
