/** Sessions, streamed chats, structured outputs, and the pages in which they are listed. */
import { expect, it } from 'vitest';
import { testSandbox } from '../testing.ts';

const NOWHERE = '11111111-1111-4111-8111-111111111111';
const assistant = {
  name: 'A',
  firstMessageMode: 'assistant-speaks-first',
  model: {
    provider: 'openai',
    model: 'gpt-4.1',
    messages: [{ role: 'system', content: 'You greet people.' }],
  },
};

async function world() {
  const { send, clock } = testSandbox();
  const { id } = (
    await send('POST', '/assistant', {
      ...assistant,
      firstMessage: 'Hello.',
    })
  ).body;
  return { send, clock, assistantId: id as string };
}

it('a session goes on where its last chat ended, until it is over', async () => {
  const { send, clock, assistantId } = await world();
  const session = (await send('POST', '/session', { assistantId, expirationSeconds: 3600 })).body;
  expect(session).toMatchObject({ status: 'active', messages: [] });
  const chat = (input: string) => send('POST', '/chat', { sessionId: session.id, input });
  const first = (await chat('Good morning')).body;
  expect(first).toMatchObject({ sessionId: session.id, input: 'Good morning' });
  const second = (await chat('And again')).body;
  expect(second.messages.length).toBeGreaterThan(first.messages.length);
  expect((await send('GET', `/session/${session.id}`)).body.messages.length).toBeGreaterThan(
    second.messages.length,
  );
  clock.now += 3_600_000;
  expect((await chat('Too late')).status).toBe(400);
  expect((await send('GET', `/session/${session.id}`)).body.status).toBe('completed');
});

it('refuses sessions that mean nothing', async () => {
  const { send, assistantId } = await world();
  expect((await send('POST', '/session', {})).status).toBe(400);
  expect((await send('POST', '/session', { assistantId, expirationSeconds: 5 })).status).toBe(400);
  expect((await send('POST', '/chat', { sessionId: NOWHERE, input: 'x' })).status).toBe(400);
  expect(
    (await send('POST', '/chat', { sessionId: NOWHERE, previousChatId: NOWHERE, input: 'x' })).status,
  ).toBe(400);
  const { id } = (await send('POST', '/session', { assistantId })).body;
  await send('PATCH', `/session/${id}`, { status: 'completed' });
  expect((await send('POST', '/chat', { sessionId: id, input: 'x' })).status).toBe(400);
  expect((await send('DELETE', `/session/${id}`)).status).toBe(200);
  expect((await send('GET', `/session/${id}`)).status).toBe(404);
});

it('streams an answer word by word', async () => {
  const { sandbox, send } = testSandbox();
  const { id } = (
    await send('POST', '/assistant', {
      ...assistant,
      firstMessage: 'Hello and welcome.',
    })
  ).body;
  const response = await sandbox.fetch(
    new Request('http://127.0.0.1:8787/chat', {
      method: 'POST',
      headers: { authorization: 'Bearer private-key-of-the-tests', 'content-type': 'application/json' },
      body: JSON.stringify({ assistantId: id, input: '', stream: true }),
    }),
  );
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const events = (await response.text())
    .split('\n\n')
    .filter((event) => event !== '')
    .map((event) => JSON.parse(event.replace(/^data: /, '')) as { id: string; path: string; delta: string });
  expect(new Set(events.map(({ path }) => path))).toEqual(new Set(['chat.output[0].content']));
  expect(events.length).toBeGreaterThan(1);
  expect(events.map(({ delta }) => delta).join('')).toBe('Hello and welcome.');
  expect((await send('GET', `/chat/${events[0]!.id}`)).status).toBe(200);
});

it('keeps structured outputs, and gives them in pages', async () => {
  const { send } = testSandbox();
  const body = { name: 'Reason', schema: { type: 'object', properties: { reason: { type: 'string' } } } };
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1)
    ids.push((await send('POST', '/structured-output', body)).body.id);
  const page = (await send('GET', '/structured-output?limit=2&page=2')).body;
  expect(page.results).toHaveLength(2);
  expect(page.metadata).toEqual({
    itemsPerPage: 2,
    totalItems: 5,
    currentPage: 2,
    totalPages: 3,
    hasNextPage: true,
  });
  const oldest = (await send('GET', '/structured-output?sortOrder=ASC&limit=1')).body.results[0];
  expect(oldest).toMatchObject({ id: ids[0], type: 'ai', name: 'Reason' });
  expect(
    (await send('PATCH', `/structured-output/${ids[0]}`, { name: 'x'.repeat(41) })).body.message,
  ).toEqual(['name must be shorter than or equal to 40 characters']);
  expect((await send('PATCH', `/structured-output/${ids[0]}`, { name: 'Why' })).body.name).toBe('Why');
  expect((await send('POST', '/structured-output', { ...body, colour: 1 })).status).toBe(400);
  expect((await send('DELETE', `/structured-output/${ids[0]}`)).status).toBe(200);
  expect((await send('GET', `/structured-output/${ids[0]}`)).status).toBe(404);
});
