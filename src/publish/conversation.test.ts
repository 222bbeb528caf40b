import { expect, it } from 'vitest';
import { fromCall, fromChat } from './conversation.ts';

it('fromCall reads speech, tool calls and results with their times, and leaves prompts out', () => {
  const messages = [
    { role: 'system', message: 'prompt', secondsFromStart: 0 },
    { role: 'bot', message: ' Hello. ', secondsFromStart: 1.2345 },
    { role: 'user', message: 'Hi', secondsFromStart: 2 },
    {
      role: 'tool_calls',
      toolCalls: [{ id: 't1', function: { name: 'go', arguments: '{"a":1}' } }],
      secondsFromStart: 3,
    },
    { role: 'tool_call_result', toolCallId: 't1', result: 'done', secondsFromStart: 4 },
    { role: 'bot', message: '  ' },
    { role: 'something-new', message: 'x' },
  ];
  expect(fromCall(messages)).toEqual([
    { role: 'assistant', text: 'Hello.', at: 1235 },
    { role: 'caller', text: 'Hi', at: 2000 },
    { role: 'tool-call', tool: 'go', arguments: { a: 1 }, at: 3000 },
    { role: 'tool-result', tool: 'go', text: 'done', at: 4000 },
  ]);
});

it('fromChat reads one message that speaks and calls, arguments as object or text', () => {
  const messages = [
    {
      role: 'assistant',
      content: 'One moment.',
      tool_calls: [
        { id: 't1', function: { name: 'go', arguments: { a: 1 } } },
        { id: 't2', function: { name: 'stay', arguments: 'no JSON' } },
      ],
    },
    { role: 'tool', tool_call_id: 't2', content: 'ok' },
    { role: 'tool', tool_call_id: 'unheard-of', content: 'ok' },
  ];
  expect(fromChat(messages)).toEqual([
    { role: 'assistant', text: 'One moment.' },
    { role: 'tool-call', tool: 'go', arguments: { a: 1 } },
    { role: 'tool-call', tool: 'stay', arguments: {} },
    { role: 'tool-result', tool: 'stay', text: 'ok' },
  ]);
});
