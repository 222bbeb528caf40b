/** A rehearsal against an assistant played here: it saves first, can fail, end, begin anew or in the middle, and be taken back. */
import { describe, expect, it } from 'vitest';
import { fail, type Result, succeed } from '../../lib/result.ts';
import type { RehearsalAnswer, RehearsalRequest, RehearsalStep } from '../../publish/wire.ts';
import { createRehearsal } from './rehearsal.ts';

const FLOW = '6f1c1f0e-0000-4000-8000-000000000000';

const step = (node: string, exit?: string): RehearsalStep => ({
  node,
  confidence: 'known',
  left:
    exit === undefined ? null : { exit, because: { code: 'caller-chose', params: {} }, confidence: 'known' },
});

function setUp(saved = true) {
  const requests: RehearsalRequest[] = [];
  let next: Result<Partial<RehearsalAnswer>, { code: string }> = succeed({});
  const rehearsal = createRehearsal(FLOW, {
    save: async () => saved,
    drawing: () => ({ entry: 'entry', hello: 'Hello.' }),
    converse: async (request) => {
      requests.push(request);
      if (!next.ok) return next;
      return succeed({
        conversation: `c${requests.length}`,
        said: [{ text: `said ${requests.length}`, node: 'a' }],
        visited: ['a'],
        path: [step('a')],
        information: {},
        end: null,
        sandbox: true,
        ...next.value,
      });
    },
  });
  return {
    rehearsal,
    requests,
    now: () => rehearsal.state.getState(),
    spoken: () => rehearsal.state.getState().turns.map(({ who, text }) => `${who}: ${text}`),
    answer: (answer: typeof next) => {
      next = answer;
    },
  };
}

describe('rehearsal', () => {
  it('lets the assistant speak first, then passes the conversation on', async () => {
    const t = setUp();
    await t.rehearsal.start();
    t.answer(
      succeed({
        visited: ['b', 'c'],
        path: [step('a', 'x'), step('b', 'y'), step('c')],
        information: { name: 'Ann' },
      }),
    );
    await t.rehearsal.say(' hello ');
    expect(t.requests).toEqual([{ flowId: FLOW }, { flowId: FLOW, previous: 'c1', input: 'hello' }]);
    expect(t.spoken()).toEqual(['assistant: said 1', 'caller: hello', 'assistant: said 2']);
    expect(t.now()).toMatchObject({
      current: 'c',
      information: { name: 'Ann' },
      sandbox: true,
      lines: ['hello'],
      saidHere: [],
      path: [step('a', 'x'), step('b', 'y'), step('c')],
    });
    // What the words led to is told under them.
    expect(t.now().turns[1]?.left).toEqual([step('a', 'x'), step('b', 'y')]);
  });

  it('counts what was said since the call came to the step', async () => {
    const t = setUp();
    await t.rehearsal.start();
    t.answer(succeed({ visited: [] }));
    await t.rehearsal.say('one');
    await t.rehearsal.say('two');
    expect(t.now()).toMatchObject({ saidHere: ['one', 'two'], lines: ['one', 'two'] });
  });

  it('tells under the first answer what was left before anybody spoke', async () => {
    const t = setUp();
    t.answer(succeed({ path: [step('entry', 'next'), step('a')] }));
    await t.rehearsal.start();
    expect(t.now().turns.map(({ left }) => left)).toEqual([[step('entry', 'next')]]);
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
    expect(t.now().failure).toBeNull();
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
    expect(t.now().lines).toEqual([]);
  });
});

describe('going back', () => {
  async function talked() {
    const t = setUp();
    await t.rehearsal.start();
    t.answer(succeed({ visited: ['b'], path: [step('a', 'x'), step('b')], information: { name: 'Ann' } }));
    await t.rehearsal.say('one');
    t.answer(succeed({ visited: [], path: [step('a', 'x'), step('b')], information: { town: 'Lyon' } }));
    await t.rehearsal.say('two');
    return t;
  }
  const turnOf = (t: Awaited<ReturnType<typeof talked>>, text: string) =>
    t.now().turns.find((one) => one.text === text)!.id;

  it('to words of the caller says something else in their place', async () => {
    const t = await talked();
    t.answer(succeed({ visited: ['z'], path: [step('a', 'y'), step('z')] }));
    await t.rehearsal.rewind(turnOf(t, 'one'), 'three');
    expect(t.requests.at(-1)).toEqual({ flowId: FLOW, previous: 'c1', input: 'three' });
    expect(t.spoken()).toEqual(['assistant: said 1', 'caller: three', 'assistant: said 4']);
    expect(t.now()).toMatchObject({ current: 'z', information: {}, lines: ['three'] });
    // And once more, from what was said instead.
    await t.rehearsal.rewind(turnOf(t, 'three'), 'four');
    expect(t.requests.at(-1)).toMatchObject({ previous: 'c1', input: 'four' });
  });

  it('to an answer takes back what came after it, and asks nobody', async () => {
    const t = await talked();
    const asked = t.requests.length;
    await t.rehearsal.rewind(turnOf(t, 'said 2'));
    expect(t.requests).toHaveLength(asked);
    expect(t.now()).toMatchObject({ status: 'listening', current: 'b', information: { name: 'Ann' } });
    await t.rehearsal.say('five');
    expect(t.requests.at(-1)).toMatchObject({ previous: 'c2', input: 'five' });
  });

  it('works after the end of the call too', async () => {
    const t = await talked();
    t.answer(succeed({ end: 'hung-up', conversation: null }));
    await t.rehearsal.say('bye');
    await t.rehearsal.rewind(turnOf(t, 'bye'), 'not yet');
    expect(t.requests.at(-1)).toMatchObject({ previous: 'c3', input: 'not yet' });
  });

  it('keeps how steps are to end', async () => {
    const t = await talked();
    await t.rehearsal.pretend({ outcomes: { b: 'problem' } });
    await t.rehearsal.rewind(turnOf(t, 'one'), 'three');
    expect(t.requests.at(-1)?.pretence).toEqual({ outcomes: { b: 'problem' } });
  });
});

describe('a rehearsal that begins in the middle', () => {
  it('greets without being heard, and says a word where the step asks nothing', async () => {
    const t = setUp();
    t.answer(
      succeed({ said: [{ text: 'greeting', node: 'entry' }], visited: ['entry'], path: [step('entry')] }),
    );
    const begun = t.rehearsal.startAt('b', { name: 'Ann' });
    await Promise.resolve();
    t.answer(
      succeed({
        said: [{ text: 'in the middle', node: 'b' }],
        visited: ['b', 'c'],
        path: [step('entry', 'next'), step('b', 'x'), step('c')],
      }),
    );
    await begun;
    const pretence = { from: 'b', known: { name: 'Ann' } };
    expect(t.requests.at(-1)).toMatchObject({ input: 'Hello.', pretence });
    expect(t.spoken()).toEqual(['assistant: in the middle']);
    expect(t.now()).toMatchObject({
      lines: [],
      path: [step('b', 'x'), step('c')],
      information: { name: 'Ann' },
    });
    expect(t.now().turns[0]?.break).toEqual({ type: 'from', node: 'b' });
  });

  it('stays where it came to when no word leads to the step, and does not ask for ever', async () => {
    const t = setUp();
    for (let answer = 0; answer < 9; answer += 1)
      t.answer(succeed({ visited: ['entry'], path: [step('entry')] }));
    await t.rehearsal.startAt('b');
    expect(t.requests).toHaveLength(3);
    expect(t.now().status).toBe('listening');
  });

  it('begins there again, until the beginning is wanted', async () => {
    const t = setUp();
    t.answer(succeed({ visited: ['entry', 'b'], path: [step('entry', 'next'), step('b')] }));
    await t.rehearsal.startAt('b');
    await t.rehearsal.start();
    expect(t.requests.map(({ pretence }) => pretence?.from)).toEqual(['b', 'b']);
    await t.rehearsal.startAt(null);
    expect(t.requests.at(-1)).toEqual({ flowId: FLOW });
  });

  it('at the step that answers is an ordinary one', async () => {
    const t = setUp();
    await t.rehearsal.startAt('entry');
    expect(t.requests).toEqual([{ flowId: FLOW }]);
  });
});

describe('what is pretended', () => {
  it('stays when the conversation begins anew; another moment begins one', async () => {
    const t = setUp();
    await t.rehearsal.start();
    await t.rehearsal.pretend({ now: 5, caller: '+33639980011' });
    expect(t.now().lines).toEqual([]);
    await t.rehearsal.start();
    const pretence = { now: 5, caller: '+33639980011' };
    expect(t.requests.slice(1).map((request) => request.pretence)).toEqual([pretence, pretence]);
    await t.rehearsal.pretend({ now: undefined, caller: undefined });
    expect(t.requests.at(-1)).toEqual({ flowId: FLOW });
  });

  it('how steps end holds from the next turn on', async () => {
    const t = setUp();
    await t.rehearsal.start();
    await t.rehearsal.pretend({ outcomes: { b: 'no-answer' } });
    expect(t.requests).toHaveLength(1);
    await t.rehearsal.say('go on');
    expect(t.requests.at(-1)).toMatchObject({ previous: 'c1', pretence: { outcomes: { b: 'no-answer' } } });
    await t.rehearsal.pretend({ outcomes: {} });
    await t.rehearsal.say('go on');
    expect(t.requests.at(-1)).not.toHaveProperty('pretence');
  });

  it('a corrected value is known from the current step on', async () => {
    const t = setUp();
    await t.rehearsal.start();
    t.answer(
      succeed({
        visited: ['b'],
        path: [step('entry', 'next'), step('b')],
        information: { name: 'Ann', town: 'Lyon' },
      }),
    );
    await t.rehearsal.say('one');
    t.answer(succeed({ visited: ['entry', 'b'], path: [step('entry', 'next'), step('b')] }));
    await t.rehearsal.correct('name', 'Zoe');
    const known = { name: 'Zoe', town: 'Lyon' };
    expect(t.requests.at(-1)).toEqual({ flowId: FLOW, pretence: { from: 'b', known } });
    // What was said before stays in sight, and the path goes on.
    expect(t.spoken().slice(0, 2)).toEqual(['assistant: said 1', 'caller: one']);
    expect(t.now().turns.at(-1)?.break).toMatchObject({ type: 'told', information: 'name', value: 'Zoe' });
    expect(t.now()).toMatchObject({ information: known, path: [step('entry', 'next'), step('b')] });
    await t.rehearsal.correct('town', '');
    expect(t.requests.at(-1)?.pretence?.known).toEqual({ name: 'Zoe' });
  });
});
