/** Tests with AI callers: a few at once, looked at until they are over, stopped at Vapi, judged and kept like others. */
import { describe, expect, it } from 'vitest';
import { succeed } from '../../lib/result.ts';
import { fakePorts, HELD, storedTest, TEST } from './testing/fake-ports.ts';
import { createTests } from './tests.ts';

async function setUp(...kept: Parameters<typeof fakePorts>[0] & object) {
  const fake = fakePorts(kept);
  const tests = createTests(fake.ports);
  await tests.load();
  const now = () => tests.state.getState();
  return { ...fake, tests, now, run: (ids?: string[]) => tests.run(ids, 'simulated') };
}
const gate = () => {
  let open = () => {};
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { closed, open: () => open() };
};

describe('an AI caller', () => {
  it('is told of the test, and what was said is judged and kept with who spoke', async () => {
    const expectations = [{ type: 'ends', end: 'hung-up' } as const, ...TEST.expectations];
    const t = await setUp(
      storedTest('a', { expectations, pretence: { ...TEST.pretence, caller: '+33142685300' } }),
    );
    await t.run();
    expect(t.asked).toEqual([
      { name: 'a', lines: ['Hello.'], answers: {}, pretence: { caller: '+33142685300' } },
    ]);
    const [stored] = t.server.tests;
    expect(stored?.result).toMatchObject({ holds: true, before: null });
    expect(stored?.result?.last).toMatchObject({
      isSandbox: true,
      simulated: { goal: true },
      end: 'hung-up',
      turns: [
        { line: null, said: [{ text: 'Welcome.' }] },
        { line: 'Hi there.', said: [{ text: 'Goodbye.' }] },
      ],
    });
    expect([t.now().running, t.now().failure, t.world.cancels]).toEqual([null, null, []]);
  });

  it('decides nothing by what they got', async () => {
    const t = await setUp(storedTest('a'));
    t.world.looks = [{ ...HELD, goal: false } as typeof HELD];
    await t.run();
    expect(t.now().tests[0]?.result).toMatchObject({ holds: true, last: { simulated: { goal: false } } });
  });

  it('fails a test whose expectations do not hold', async () => {
    const t = await setUp(storedTest('a', { expectations: [{ type: 'says', text: 'Good night' }] }));
    await t.run();
    expect(t.now().tests[0]?.result?.holds).toBe(false);
  });

  it('is told nothing that was said on a real call', async () => {
    const t = await setUp({ ...storedTest('a'), callId: 'c' });
    await t.run();
    expect(t.asked).toEqual([{ pretence: {} }, { pretence: {}, previous: 'c', input: 'Hello.' }]);
    expect(t.now().tests[0]?.result?.last.simulated).toBeUndefined();
    expect(t.now().tests[0]?.result?.last.turns.length).toBeGreaterThan(0);
  });

  it('speaks where there is something to say; else nobody does', async () => {
    const t = await setUp(storedTest('a', { lines: [] }));
    await t.run();
    expect(t.asked).toEqual([{ pretence: {} }]);
    expect(t.now().tests[0]?.result?.last.simulated).toBeUndefined();
  });

  it('is not told more than it can be, and the others are', async () => {
    const t = await setUp(storedTest('long', { lines: Array(3).fill('x'.repeat(2000)) }), storedTest('b'));
    await t.run();
    expect(t.asked.map((each) => ('name' in each ? each.name : null))).toEqual(['b']);
    expect(t.now().failure).toBe('simulation-too-long');
    expect(t.now().tests.map(({ result }) => result?.holds)).toEqual([undefined, true]);
  });
});

describe('while they talk', () => {
  it('three at once, and each tells where it is', async () => {
    const t = await setUp(...['a', 'b', 'c', 'd'].map((id) => storedTest(id)));
    const { closed, open } = gate();
    t.world.gate = closed;
    const run = t.run();
    await expect.poll(() => t.asked.length).toBe(3);
    expect(t.now().running).toMatchObject({
      done: 0,
      all: 4,
      now: { a: 'queued', b: 'queued', c: 'queued' },
    });
    open();
    await run;
    expect(t.now().tests.map(({ result }) => result?.holds)).toEqual([true, true, true, true]);
  });

  it('phases follow what is looked at', async () => {
    const t = await setUp(storedTest('a'));
    t.world.looks = [{ status: 'queued' }, { status: 'running' }, { status: 'evaluating' }, HELD];
    const seen: unknown[] = [];
    t.tests.state.subscribe(({ running }) => {
      const phase = running?.now.a;
      if (phase && phase !== seen.at(-1)) seen.push(phase);
    });
    await t.run();
    expect(seen).toEqual(['queued', 'running', 'evaluating']);
  });

  it('a connection that breaks off for a while does not matter', async () => {
    const t = await setUp(storedTest('a'));
    const lost = { code: 'offline' };
    t.world.looks = [lost, lost, { code: 'vapi-limited' }, lost, { status: 'running' }, lost, HELD];
    await t.run();
    expect([t.now().failure, t.now().tests[0]?.result?.holds]).toEqual([null, true]);
  });

  it.each([
    ['stays away', [{ code: 'offline' }], 'offline'],
    ['was changed', [{ status: 'running' }, { code: 'flow-changed' }], 'flow-changed'],
    ['is never over', [{ status: 'running' }], 'simulation-too-slow'],
  ] as const)('what %s is told, and ended at Vapi', async (_, looks, code) => {
    const t = await setUp(storedTest('a'));
    t.world.looks = looks;
    await t.run();
    expect([t.now().failure, t.now().running, t.world.cancels]).toEqual([code, null, ['token a']]);
    expect(t.now().tests[0]?.result).toBeNull();
  });

  it('nothing more is begun after a failure', async () => {
    const t = await setUp(...['a', 'b', 'c', 'd'].map((id) => storedTest(id)));
    t.world.beginning = 'vapi-payment';
    await t.run();
    expect([t.now().failure, t.asked.length, t.world.cancels]).toEqual(['vapi-payment', 3, []]);
  });

  it('stopping ends them at Vapi, also what was just being begun, and is repeated where it fails', async () => {
    const t = await setUp(storedTest('a'), storedTest('b'));
    const { closed, open } = gate();
    t.world.gate = closed;
    t.world.missedCancels = 1;
    const run = t.run();
    await expect.poll(() => t.asked.length).toBe(2);
    t.tests.stop();
    open();
    await run;
    expect(t.world.cancels.sort()).toEqual(['token a', 'token a', 'token b']);
    expect([t.now().failure, t.now().tests[0]?.result]).toEqual([null, null]);
  });
});

it('what was answered to the lines is still there to compare with afterwards', async () => {
  const t = await setUp(storedTest('a'));
  await t.tests.run();
  await t.run();
  const between = t.now().tests[0]?.result;
  expect(between?.before?.turns[1]?.line).toBe('Hello.');
  t.world.document = { ...t.world.document, name: 'Other' };
  t.world.answer = () => succeed({ said: [{ text: 'Welcome back.', node: null }] });
  await t.tests.run();
  const { result } = t.now().tests[0]!;
  expect(result?.before?.turns[0]?.said[0]?.text).toBe('Welcome.');
  expect(result?.last.simulated).toBeUndefined();
});
