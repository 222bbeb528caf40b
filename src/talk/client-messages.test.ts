import { describe, expect, it } from 'vitest';
import { createReader, endReason } from './client-messages.ts';
import type { TalkEvent } from './line.ts';
import { RECORDED } from './testing/recorded-messages.ts';

const traced = (message: Extract<TalkEvent, { type: 'traced' }>['message']): TalkEvent => ({
  type: 'traced',
  message,
});

const TABLE: [keyof typeof RECORDED, TalkEvent[]][] = [
  ['partial', [{ type: 'said', who: 'caller', text: 'I would', isFinal: false }]],
  [
    'final',
    [
      { type: 'said', who: 'caller', text: 'I would like an appointment.', isFinal: true },
      traced({ role: 'caller', text: 'I would like an appointment.' }),
    ],
  ],
  [
    'finalOnly',
    [
      { type: 'said', who: 'assistant', text: 'Certainly.', isFinal: true },
      traced({ role: 'assistant', text: 'Certainly.' }),
    ],
  ],
  ['silence', []],
  ['conversationUpdate', []],
  ['modelOutput', []],
  [
    'toolCallsText',
    [traced({ role: 'tool-call', tool: 'note_step', arguments: { step: '2', who: 'Anna' } })],
  ],
  ['toolCallsObject', [traced({ role: 'tool-call', tool: 'go_2', arguments: { destination: 'Booking 2' } })]],
  ['toolCallsBroken', [traced({ role: 'tool-call', tool: 'go_3', arguments: {} })]],
  ['toolResult', [traced({ role: 'tool-result', tool: 'note_step', text: '{"outcome":"open"}' })]],
  ['toolResultUnnamed', []],
  ['started', [{ type: 'member', name: 'Reception 1' }]],
  ['transferToMember', [{ type: 'member', name: 'Booking 2' }]],
  ['transferToNumber', []],
  ['speechStarted', [{ type: 'speaking', who: 'assistant', isSpeaking: true }]],
  ['speechStopped', [{ type: 'speaking', who: 'caller', isSpeaking: false }]],
  ['inProgress', []],
  ['ended', [{ type: 'ended', reason: 'assistant' }]],
  ['endedByLibrary', [{ type: 'ended', reason: 'left' }]],
  ['hang', [{ type: 'waiting' }]],
];

describe('what Vapi tells a browser', () => {
  it('has a row for each recorded shape', () => {
    expect(TABLE.map(([name]) => name).sort()).toEqual(Object.keys(RECORDED).sort());
  });

  it.each(TABLE)('%s', (name, events) => {
    expect(createReader()(RECORDED[name])).toEqual(events);
  });

  it('counts a tool call once, and finds the tool of a result that does not name it', () => {
    const read = createReader();
    expect(read(RECORDED.toolCallsObject)).toHaveLength(1);
    expect(read(RECORDED.toolCallsObject)).toEqual([]);
    expect(read(RECORDED.toolResultUnnamed)).toEqual([
      traced({ role: 'tool-result', tool: 'go_2', text: 'ok' }),
    ]);
  });

  it.each([null, undefined, 3, 'listening', [], {}, { type: 7 }, { type: 'tool-calls', toolCallList: 'x' }])(
    'says nothing of %j',
    (message) => {
      expect(createReader()(message)).toEqual([]);
    },
  );
});

it.each([
  ['assistant-ended-call', 'assistant'],
  ['assistant-ended-call-after-message-spoken', 'assistant'],
  ['customer-ended-call', 'left'],
  ['exceeded-max-duration', 'time-up'],
  ['silence-timed-out', 'silence'],
  ['assistant-join-timed-out', 'not-joined'],
  ['pipeline-error-openai-llm-failed', 'broken'],
  ['call.in-progress.error-vapifault-worker-died', 'broken'],
  ['voicemail', 'other'],
  ['', 'other'],
])('%s ends as %s', (reason, end) => {
  expect(endReason(reason)).toBe(end);
});
