/** The store of tests: run one after the other, stopped, failed, kept, changed, and taken back. */
import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../lib/result.ts';
import { fakePorts, stepOf, storedTest, TEST } from './testing/fake-ports.ts';
import { createTests } from './tests.ts';

async function setUp(...kept: Parameters<typeof fakePorts>[0] & object) {
  const fake = fakePorts(kept);
  const tests = createTests(fake.ports);
  await tests.load();
  return { ...fake, tests, now: () => tests.state.getState() };
}

describe('running', () => {
  it('plays all, one after the other, judges and keeps how they went', async () => {
    const t = await setUp(
      storedTest('a'),
      storedTest('b', { expectations: [{ type: 'never-says', text: 'welcome' }] }),
    );
    await t.tests.run();
    expect(t.now().tests.map(({ result }) => result?.holds)).toEqual([true, false]);
    expect(t.server.tests.map(({ result }) => result?.holds)).toEqual([true, false]);
    expect(t.server.tests[0]?.result?.last).toMatchObject({ revision: 1, isSandbox: true, end: 'hung-up' });
    expect([t.now().running, t.now().isSandbox]).toEqual([null, true]);
    expect(t.asked).toEqual([
      { pretence: {} },
      { pretence: {}, previous: 'c', input: 'Hello.' },
      { pretence: {} },
      { pretence: {}, previous: 'c', input: 'Hello.' },
    ]);
  });

  it('plays one, and leaves the others as they are', async () => {
    const t = await setUp(storedTest('a'), storedTest('b'));
    await t.tests.run(['b']);
    expect(t.now().tests.map(({ result }) => result?.holds)).toEqual([undefined, true]);
  });

  it('compares with what held before the drawing was changed', async () => {
    const t = await setUp(storedTest('a'));
    await t.tests.run();
    t.world.document = { ...t.world.document, name: 'Other' };
    t.world.answer = () => succeed({ said: [{ text: 'Good evening.', node: null }] });
    await t.tests.run();
    const { result } = t.now().tests[0]!;
    expect(result?.holds).toBe(false);
    expect(result?.before?.turns[0]?.said[0]?.text).toBe('Welcome.');
    expect(result?.last.turns[0]?.said[0]?.text).toBe('Good evening.');
  });

  it('does not begin with unsaved work', async () => {
    const t = await setUp(storedTest('a'));
    t.world.revision = null;
    await t.tests.run();
    expect([t.now().failure, t.now().running, t.asked]).toEqual(['not-saved', null, []]);
  });

  it('ends at what fails, and tells it', async () => {
    const t = await setUp(storedTest('a'), storedTest('b'));
    t.world.answer = () => fail({ code: 'too-often' });
    await t.tests.run();
    expect([t.now().failure, t.now().running, t.asked.length]).toEqual(['too-often', null, 1]);
  });

  it('is stopped at once; what was played until then stays', async () => {
    const t = await setUp(storedTest('a'), storedTest('b'));
    let open = () => {};
    t.world.answer = ({ input }) => {
      // Behind the first test the assistant takes its time.
      if (input !== undefined && t.asked.length === 2)
        t.world.gate = new Promise((resolve) => {
          open = resolve;
        });
      return succeed({ said: [{ text: 'Welcome.', node: null }] });
    };
    const run = t.tests.run();
    await expect.poll(() => t.now().running).toMatchObject({ done: 1, all: 2, now: { b: 'running' } });
    await t.tests.run();
    t.tests.stop();
    open();
    await run;
    expect(t.now().tests.map(({ result }) => result?.holds)).toEqual([true, undefined]);
    expect([t.now().failure, t.now().running]).toEqual([null, null]);
  });

  it('keeps nothing for whoever may only look', async () => {
    const t = await setUp(storedTest('a'));
    t.world.canKeep = false;
    await t.tests.run();
    expect(t.now().tests[0]?.result?.holds).toBe(true);
    expect(t.server.tests[0]?.result).toBeNull();
  });
});

describe('keeping a conversation', () => {
  const conversation = {
    turns: [
      { who: 'assistant', text: 'Welcome.', node: stepOf('answer').id },
      { who: 'caller', text: 'Hello.', node: null },
    ],
    information: {},
    end: null,
    isSandbox: true,
  } as const;

  it('is a test that has passed, to compare with', async () => {
    const t = await setUp();
    const kept = await t.tests.keepConversation('Kept', conversation);
    expect(kept).toMatchObject({
      test: { name: 'Kept', lines: ['Hello.'] },
      result: { holds: true, before: null },
    });
    expect(t.server.tests).toEqual([kept]);
    expect(t.now().tests).toEqual([kept]);
  });

  it('that could not be kept is gone again, and told', async () => {
    const t = await setUp();
    t.world.refusal = 'too-many';
    expect(await t.tests.keepConversation('Kept', conversation)).toBeNull();
    expect([t.now().tests, t.now().failure]).toEqual([[], 'too-many']);
    await t.tests.load();
    expect(t.now().failure).toBe('too-many');
  });

  it('is not lost to a list that was asked for before', async () => {
    const t = await setUp();
    const [kept] = await Promise.all([t.tests.keepConversation('Kept', conversation), t.tests.load()]);
    expect(t.now().tests.map(({ id }) => id)).toEqual([kept?.id]);
  });
});

describe('the untried ways', () => {
  it('become tests with different names, those that were tried before do not', async () => {
    const t = await setUp();
    t.world.answer = () => succeed({ end: null, conversation: null });
    await t.tests.tryTheRest([], ({ way }) => `way of ${way.steps.length}`);
    const made = t.now().tests.length;
    expect(made).toBeGreaterThan(3);
    expect(t.server.tests).toHaveLength(made);
    // Nothing was visited: they fail, and say where they should have come.
    expect(
      t.now().tests.every(({ result, test }) => !result?.holds && test.expectations[0]?.type === 'reaches'),
    ).toBe(true);
    expect(t.now().running).toBeNull();
  });

  it('keep what was played until it was stopped', async () => {
    const t = await setUp();
    t.world.answer = () => {
      if (t.asked.length === 2) t.tests.stop();
      return succeed({ end: null, conversation: null });
    };
    await t.tests.tryTheRest([], () => 'way');
    expect(t.server.tests).toHaveLength(1);
  });
});

describe('changing', () => {
  it('judges anew from what was played last', async () => {
    const t = await setUp(storedTest('a'));
    await t.tests.run();
    await t.tests.change('a', { ...TEST, expectations: [{ type: 'says', text: 'Good night' }] });
    expect([t.now().tests[0]?.result?.holds, t.server.tests[0]?.result?.holds]).toEqual([false, false]);
    expect(t.server.tests[0]?.test.expectations).toHaveLength(1);
  });

  it('that was refused is taken back', async () => {
    const t = await setUp(storedTest('a'));
    t.world.refusal = 'offline';
    await t.tests.change('a', { ...TEST, name: 'Other' });
    expect([t.now().tests[0]?.test.name, t.now().failure]).toEqual(['a', 'offline']);
  });

  it('deletes, and brings back to the same place with how it went', async () => {
    const t = await setUp(storedTest('a'), storedTest('b'), storedTest('c'));
    await t.tests.run();
    const bringBack = await t.tests.remove('b');
    expect(t.server.tests.map(({ id }) => id)).toEqual(['a', 'c']);
    await bringBack?.();
    expect(t.now().tests.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(t.server.tests.find(({ id }) => id === 'b')?.result?.holds).toBe(true);
  });

  it('that cannot be deleted stays', async () => {
    const t = await setUp(storedTest('a'));
    t.world.refusal = 'offline';
    expect(await t.tests.remove('a')).toBeNull();
    expect(t.now().tests).toHaveLength(1);
  });
});
