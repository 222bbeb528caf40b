import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepMessage } from './kept-event.ts';

it('keeps what is listed and nothing else', () => {
  const message = {
    type: 'end-of-call-report',
    recordingUrl: 'x',
    call: { id: 'c1', monitor: { listenUrl: 'x' }, assistant: { name: 'x' }, status: 'ended' },
    artifact: {
      messages: [{ role: 'bot', message: 'Hello', recordingUrl: 'x' }],
      logUrl: 'x',
      transcript: 'x',
    },
  };
  expect(keepMessage(message)).toEqual({
    type: 'end-of-call-report',
    call: { id: 'c1', status: 'ended' },
    artifact: { messages: [{ role: 'bot', message: 'Hello' }] },
  });
});

it('keeps the conversation of a polled record, but not its copy inside a message', () => {
  const json = {
    type: 'call-record',
    call: { id: 'c1', artifact: { messages: [{ role: 'user', message: 'Hi' }] } },
  };
  expect(keepMessage(json, true)).toHaveProperty('call.artifact.messages.0.message', 'Hi');
  expect(keepMessage(json)?.call).toEqual({ id: 'c1' });
});

it.each([
  ['\u0000', '\uFFFD'],
  ['a\ud800b', 'a\uFFFDb'],
  ['\\u0000', '\\u0000'],
  ['\\\u0000', '\\\uFFFD'],
  ['😀 é', '😀 é'],
])('makes %j storable', (text, stored) => {
  expect(keepMessage({ type: 'transcript', transcript: text })?.transcript).toBe(stored);
});

it('takes any JSON, and gives what Postgres can store', () => {
  const seed = 20261123;
  console.log(`seed ${seed}`);
  fc.assert(
    fc.property(fc.anything(), fc.string({ unit: 'binary' }), (rest, transcript) => {
      const kept = keepMessage({
        type: 'transcript',
        transcript,
        call: rest,
        artifact: rest,
        toolCallList: rest,
      });
      const text = JSON.stringify(kept);
      expect(text).not.toContain('\\u0000');
      expect(text).not.toMatch(/(?<!\\)\\ud[89a-f]/i);
    }),
    { numRuns: 500, seed },
  );
});
