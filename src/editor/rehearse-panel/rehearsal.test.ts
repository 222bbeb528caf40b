/** A rehearsal against an assistant played here: it saves first, can fail, end and begin anew. */
import { describe, expect, it } from 'vitest';
import { fail, type Result, succeed } from '../../lib/result.ts';
import type { RehearsalAnswer, RehearsalRequest } from '../../publish/wire.ts';
import { createRehearsal } from './rehearsal.ts';

const FLOW = '6f1c1f0e-0000-4000-8000-000000000000';

function setUp(saved = true) {
  const requests: RehearsalRequest[] = [];
  let next: Result<Partial<RehearsalAnswer>, { code: string }> = succeed({});
  const rehearsal = createRehearsal(FLOW, {
    save: async () => saved,
    async converse(request) {
      requests.push(request);
      if (!next.ok) return next;
      const answer = {
        conversation: `c${requests.length}`,
        said: [{ text: `said ${requests.length}`, node: 'a' }],
        visited: ['a'],
        information: {},
        end: null,
        sandbox: true,
        ...next.value,
      };
      return succeed(answer);
    },
  });
  return {
    rehearsal,
    requests,
    now: () => rehearsal.state.getState(),
    answer: (answer: typeof next) => {
      next = answer;
    },
  };
}

describe('rehearsal', () => {
  it('lets the assistant speak first, then passes the conversation on', async () => {
    const t = setUp();
    await t.rehearsal.start();
    t.answer(succeed({ visited: ['b', 'c'], information: { name: 'Ann' } }));
    await t.rehearsal.say(' hello ');
    expect(t.requests).toEqual([{ flowId: FLOW }, { flowId: FLOW, previous: 'c1', input: 'hello' }]);
    expect(t.now().turns.map(({ who, text }) => `${who}: ${text}`)).toEqual([
      'assistant: said 1',
      'caller: hello',
      'assistant: said 2',
    ]);
    expect([t.now().current, t.now().information, t.now().sandbox]).toEqual(['c', { name: 'Ann' }, true]);
  });

  it('does not begin with unsaved work', async () => {
    const t = setUp(false);
    await t.rehearsal.start();
    expect([t.now().status, t.now().failure, t.requests]).toEqual(['failed', 'not-saved', []]);
  });

  it('says again what was not heard', async () => {
    const t = setUp();
    await t.rehearsal.start();
    t.answer(fail({ code: 'offline' }));
    await t.rehearsal.say('hello');
    expect([t.now().status, t.now().failure]).toEqual(['failed', 'offline']);
    t.answer(succeed({}));
    await t.rehearsal.retry();
    expect(t.requests.at(-1)).toEqual({ flowId: FLOW, previous: 'c1', input: 'hello' });
    expect(t.now().turns.filter(({ who }) => who === 'caller')).toHaveLength(1);
  });

  it('ends, and listens no more', async () => {
    const t = setUp();
    t.answer(succeed({ end: 'hung-up', conversation: null }));
    await t.rehearsal.start();
    await t.rehearsal.say('anybody there?');
    expect([t.now().status, t.now().end, t.requests.length]).toEqual(['ended', 'hung-up', 1]);
  });

  it('forgets an answer that comes after a new beginning', async () => {
    const t = setUp();
    await t.rehearsal.start();
    const late = t.rehearsal.say('hello');
    const anew = t.rehearsal.start();
    await Promise.all([late, anew]);
    expect(t.now().turns).toHaveLength(1);
  });
});
