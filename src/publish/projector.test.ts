import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeId } from '../flow/document.ts';
import type { CallEvent } from './call-facts.ts';
import { type DrawingReader, outcomeOf, projectCall } from './projector.ts';

const START = Date.parse('2026-11-23T09:00:00.000Z');
const call = { id: 'call-1', customer: { number: '+33612345678' } };

/** Visits one step a spoken line, so that paths can be told from conversations. */
const drawing: DrawingReader = {
  information: ['patient', 'moment'],
  trace: (messages) => {
    let spoken = 0;
    const steps = messages.map((message) => {
      if (message.role === 'assistant') spoken += 1;
      return spoken === 0 ? null : (`n${spoken - 1}` as NodeId);
    });
    const visits = messages
      .filter((message) => message.role === 'assistant')
      .map((message, index) => ({
        node: `n${index}` as NodeId,
        at: message.at ?? 0,
        confidence: 'known' as const,
      }));
    return {
      visits,
      steps,
      information: { lines: String(messages.length) },
      leavings: visits.map(() => null),
    };
  },
  findings: ({ visits }) => ({ reachedGoal: visits.length > 1, questions: [] }),
};

const status = (name: string, second: number): CallEvent => ({
  type: 'status-update',
  payload: { type: 'status-update', status: name, timestamp: START + second * 1000, call },
});
const spoken = (role: string, text: string, second: number): CallEvent => ({
  type: 'transcript',
  payload: {
    type: 'transcript',
    role,
    transcriptType: 'final',
    transcript: text,
    timestamp: START + second * 1000,
    call,
  },
});
const toolCalls: CallEvent = {
  type: 'tool-calls',
  payload: {
    type: 'tool-calls',
    timestamp: START + 6000,
    toolCallList: [{ id: 't1', type: 'function', function: { name: 'next', arguments: '{}' } }],
    call,
  },
};
const report: CallEvent = {
  type: 'end-of-call-report',
  payload: {
    type: 'end-of-call-report',
    timestamp: START + 20_000,
    endedReason: 'assistant-ended-call',
    startedAt: '2026-11-23T09:00:01.000Z',
    endedAt: '2026-11-23T09:00:19.000Z',
    cost: 0.04,
    call,
    artifact: {
      messages: [
        { role: 'system', message: 'secret prompt', time: START, secondsFromStart: 0 },
        { role: 'bot', message: 'Hello.', time: START + 1000, secondsFromStart: 1 },
        { role: 'user', message: 'An appointment.', time: START + 4000, secondsFromStart: 4 },
        { role: 'tool_calls', toolCalls: [{ id: 't1', function: { name: 'next' } }], secondsFromStart: 6 },
        { role: 'bot', message: 'Goodbye.', time: START + 9000, secondsFromStart: 9 },
      ],
    },
  },
};
const during = [
  status('ringing', 0),
  status('in-progress', 1),
  spoken('assistant', 'Hello.', 1),
  spoken('user', 'An appointment.', 4),
  toolCalls,
];
const all = [...during, status('ended', 19), report];

describe('projectCall', () => {
  it('shows a call that is going on', () => {
    expect(projectCall(during, drawing)).toMatchObject({
      status: 'in-progress',
      caller: '+33612345678',
      startedAt: '2026-11-23T09:00:01.000Z',
      endedAt: null,
      outcome: null,
      path: [{ node: 'n0', at: 0 }],
      turns: [
        { role: 'assistant', text: 'Hello.', at: 0, node: 'n0' },
        { role: 'caller', text: 'An appointment.', at: 3000, node: 'n0' },
        { role: 'tool', text: 'next', at: 5000, node: 'n0' },
      ],
    });
  });

  it('takes the conversation from the report, without the prompt', () => {
    const projected = projectCall(all, drawing);
    expect(projected).toMatchObject({
      status: 'ended',
      endedReason: 'assistant-ended-call',
      startedAt: '2026-11-23T09:00:01.000Z',
      endedAt: '2026-11-23T09:00:19.000Z',
      outcome: 'completed',
      cost: 0.04,
    });
    expect(projected.turns.map((turn) => [turn.role, turn.node])).toEqual([
      ['assistant', 'n0'],
      ['caller', 'n0'],
      ['tool', 'n0'],
      ['assistant', 'n1'],
    ]);
    expect(JSON.stringify(projected)).not.toContain('secret');
  });

  it('is the same for every order and repetition', () => {
    const seed = 20261123;
    console.log(`seed ${seed}`);
    const expected = projectCall(all, drawing);
    const shuffled = fc.shuffledSubarray([...all, ...all, ...all], { minLength: all.length });
    fc.assert(
      fc.property(shuffled, (events) => {
        // Whatever was left out is put back at the end: late, but not lost.
        expect(projectCall([...events, ...all], drawing)).toEqual(expected);
      }),
      { numRuns: 500, seed },
    );
  });

  it('never lets the status go back, whatever subset has arrived', () => {
    const rank = (events: readonly CallEvent[]) =>
      ['queued', 'ringing', 'in-progress', 'ended'].indexOf(projectCall(events, drawing).status);
    fc.assert(
      fc.property(fc.shuffledSubarray(all), fc.shuffledSubarray(all), (first, second) => {
        expect(rank([...first, ...second])).toBeGreaterThanOrEqual(rank(first));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('fills what the report missed from a polled record, and believes the report first', () => {
    const record: CallEvent = {
      type: 'call-record',
      payload: {
        call: {
          ...call,
          status: 'ended',
          endedReason: 'customer-ended-call',
          cost: 0.05,
          startedAt: '2026-11-23T09:00:01.000Z',
        },
      },
    };
    expect(projectCall([status('in-progress', 1), record], drawing)).toMatchObject({
      status: 'ended',
      outcome: 'caller-hung-up',
      cost: 0.05,
    });
    expect(projectCall([record, report], drawing)).toMatchObject({ outcome: 'completed', cost: 0.04 });
  });

  it('fills the information from the record of the call, with what the drawing knows of', () => {
    const structuredOutputs = {
      'id-1': { name: 'Record', result: { patient: 'Jeanne Martin', moment: 10, lines: '99', secret: 'x' } },
      'id-2': 'unreadable',
    };
    const event = { type: 'end-of-call-report', payload: { artifact: { messages: [], structuredOutputs } } };
    expect(projectCall([event], drawing).information).toEqual({
      patient: 'Jeanne Martin',
      moment: '10',
      lines: '0',
    });
  });

  it('takes any payload', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ type: fc.string(), payload: fc.anything() })), (events) => {
        expect(projectCall(events, drawing).status).toBeDefined();
      }),
      { numRuns: 500, seed: 11 },
    );
    const odd = {
      timestamp: 1e300,
      startedAt: 'yesterday',
      status: 'on fire',
      artifact: { messages: [null, 3] },
    };
    expect(projectCall([{ type: 'end-of-call-report', payload: odd }], drawing)).toMatchObject({
      status: 'ended',
      startedAt: null,
      endedAt: null,
      turns: [],
    });
  });
});

it.each([
  ['assistant-ended-call-with-hangup-task', 'completed'],
  ['assistant-said-end-call-phrase', 'completed'],
  ['assistant-forwarded-call', 'transferred'],
  ['customer-ended-call', 'caller-hung-up'],
  ['silence-timed-out', 'silence'],
  ['exceeded-max-duration', 'too-long'],
  ['pipeline-error-openai-llm-failed', 'failed'],
])('outcomeOf(%s) is %s', (reason, outcome) => {
  expect(outcomeOf(reason)).toBe(outcome);
});
