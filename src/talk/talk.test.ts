import { describe, expect, it } from 'vitest';
import type { Hear, TalkLine } from './line.ts';
import { createTalk, type Opened, type Turn, withSaid } from './talk.ts';

/** A line that does nothing by itself, and notes what is asked of it. */
function lineOf() {
  const asked: unknown[] = [];
  let hear: Hear = () => {};
  const line: TalkLine = {
    write: () => {},
    start: async () => void asked.push('start'),
    hangUp: async () => {
      asked.push('hang up');
      hear({ type: 'ended', reason: 'left' });
    },
    setMuted: (isMuted) => asked.push(['muted', isMuted]),
    unblock: async () => true,
    devices: null,
  };
  const opened: Opened = {
    line,
    follower: null,
    seconds: 300,
    settle: async () => void asked.push('settle'),
  };
  return {
    asked,
    tell: ((event) => hear(event)) as Hear,
    open: async (given: Hear) => {
      hear = given;
      return { ok: true as const, value: opened };
    },
  };
}

describe('a talk', () => {
  it('goes from connecting over talking to its end, and is settled once', async () => {
    const { asked, open, tell } = lineOf();
    const talk = createTalk(() => 1_000);
    const phases: string[] = [];
    talk.state.subscribe(({ phase }) => phases.at(-1) !== phase && phases.push(phase));
    await talk.begin(open);
    tell({ type: 'ready' });
    expect(talk.state.getState()).toMatchObject({ phase: 'talking', endsAt: 301_000 });
    talk.setMuted(true);
    tell({ type: 'waiting' });
    tell({ type: 'blocked' });
    expect(talk.state.getState()).toMatchObject({ isMuted: true, isWaiting: true, isBlocked: true });
    await talk.unblock();
    tell({ type: 'speaking', who: 'assistant', isSpeaking: true });
    expect(talk.state.getState()).toMatchObject({
      isBlocked: false,
      isWaiting: false,
      speaking: 'assistant',
    });
    tell({ type: 'level', who: 'caller', level: 0.5 });
    expect(talk.levels.getState()).toEqual({ assistant: 0, caller: 0.5 });
    tell({ type: 'ended', reason: 'time-up' });
    tell({ type: 'failed', failure: 'line-lost' });
    expect(talk.state.getState()).toMatchObject({
      phase: 'over',
      end: 'time-up',
      failure: null,
      speaking: null,
    });
    expect(phases).toEqual(['connecting', 'talking', 'over']);
    expect(asked).toEqual(['start', ['muted', true], 'settle']);
  });

  it('given up while it connects leaves the line as soon as there is one', async () => {
    const { asked, open } = lineOf();
    const talk = createTalk(() => 0);
    let give: () => void = () => {};
    const begun = talk.begin(async (hear) => {
      await new Promise<void>((resolve) => {
        give = resolve;
      });
      return open(hear);
    });
    await talk.hangUp();
    expect(talk.state.getState()).toMatchObject({ phase: 'over', end: 'left' });
    give();
    await begun;
    expect(asked).toEqual(['hang up', 'settle']);
  });

  it('hears nothing any more of the line before', async () => {
    const [first, second] = [lineOf(), lineOf()];
    const talk = createTalk(() => 0);
    await talk.begin(first.open);
    await talk.hangUp();
    await talk.begin(second.open);
    second.tell({ type: 'ready' });
    first.tell({ type: 'failed', failure: 'line-lost' });
    expect(talk.state.getState()).toMatchObject({ phase: 'talking', failure: null, end: null });
  });

  it('says why none began', async () => {
    const talk = createTalk<'minutes-used'>(() => 0);
    await talk.begin(async () => ({ ok: false, failure: 'minutes-used' }));
    expect(talk.state.getState()).toMatchObject({ phase: 'over', failure: 'minutes-used' });
  });
});

describe('what was said', () => {
  const shown = (turns: readonly Turn[]) =>
    turns.map(({ who, text, isFinal }) => `${who}: ${text}${isFinal ? '' : '…'}`);
  it.each([
    [
      'a part is replaced',
      [
        ['caller', 'I', false],
        ['caller', 'I would', false],
        ['caller', 'I would.', true],
      ],
      ['caller: I would.'],
    ],
    [
      'sentences of one turn are one',
      [
        ['assistant', 'Hello.', true],
        ['assistant', 'How are you?', true],
      ],
      ['assistant: Hello. How are you?'],
    ],
    [
      'a part after a sentence joins it when it is whole',
      [
        ['assistant', 'Hello.', true],
        ['assistant', 'How', false],
        ['assistant', 'How are you?', true],
      ],
      ['assistant: Hello. How are you?'],
    ],
    [
      'both at the same time',
      [
        ['assistant', 'Hel', false],
        ['caller', 'Wait', false],
        ['assistant', 'Hello.', true],
        ['caller', 'Wait!', true],
      ],
      ['assistant: Hello.', 'caller: Wait!'],
    ],
    [
      'turns',
      [
        ['assistant', 'Hello.', true],
        ['caller', 'Yes.', true],
        ['assistant', 'Good.', true],
      ],
      ['assistant: Hello.', 'caller: Yes.', 'assistant: Good.'],
    ],
  ] as const)('%s', (_name, said, expected) => {
    let turns: readonly Turn[] = [];
    for (const [who, text, isFinal] of said) turns = withSaid(turns, { type: 'said', who, text, isFinal });
    expect(shown(turns)).toEqual(expected);
    expect(new Set(turns.map(({ id }) => id)).size).toBe(turns.length);
  });
});
