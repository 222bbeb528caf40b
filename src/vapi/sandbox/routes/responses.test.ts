/** Chats in the shape of OpenAI's Responses API: whole, streamed, gone on with, refused. */
import { expect, it } from 'vitest';
import { KEY, testSandbox } from '../testing.ts';

const assistant = {
  name: 'A',
  firstMessage: 'Hello and welcome.',
  model: { provider: 'openai', model: 'gpt-4.1', messages: [] },
};

it('answers whole when it is not to be streamed, and is gone on with like any chat', async () => {
  const { send } = testSandbox();
  const { status, body } = await send('POST', '/chat/responses', { assistant, input: '', stream: false });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    object: 'response',
    status: 'completed',
    error: null,
    created_at: Date.UTC(2026, 10, 25, 9) / 1000,
    output: [{ role: 'assistant', content: [{ type: 'output_text', text: 'Hello and welcome.' }] }],
  });
  expect((await send('GET', `/chat/${body.id}`)).body.output[0].content).toBe('Hello and welcome.');
  const next = await send('POST', '/chat/responses', {
    previousChatId: body.id,
    input: 'Good morning',
    stream: false,
  });
  expect((await send('GET', `/chat/${next.body.id}`)).body.previousChatId).toBe(body.id);
});

it('streams unless it is told not to', async () => {
  const { sandbox } = testSandbox();
  const response = await sandbox.fetch(
    new Request('http://127.0.0.1:8787/chat/responses', {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({ assistant, input: '' }),
    }),
  );
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const events = [...(await response.text()).matchAll(/^event: (.+)\ndata: (.+)$/gm)].map(
    ([, name, data]) => ({ name, data: JSON.parse(data!) as Record<string, unknown> }),
  );
  expect(events.map(({ name }) => name)).toEqual([
    'response.output_text.delta',
    'response.output_text.delta',
    'response.output_text.delta',
    'response.output_text.done',
    'response.completed',
  ]);
  expect(events.every(({ name, data }) => data.type === name)).toBe(true);
  expect(events.flatMap(({ data }) => data.delta ?? []).join('')).toBe('Hello and welcome.');
});

it.each([
  ['nobody to talk to', { input: 'x' }, 'exactly one of assistantId'],
  ['no input', { assistant }, 'input'],
  [
    'a property of OpenAI that Vapi does not have',
    { assistant, input: 'x', model: 'gpt-4.1' },
    'model should not exist',
  ],
])('refuses %s', async (_, body, complaint) => {
  const { send } = testSandbox();
  const refused = await send('POST', '/chat/responses', body);
  expect(refused.status).toBe(400);
  expect(JSON.stringify(refused.body.message)).toContain(complaint);
});
