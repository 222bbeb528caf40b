/** Payloads that we did not write, talked to by easy, confused and contrary callers. */
import { describe, expect, it } from 'vitest';
import { ENGLISH_TALKS } from './testing/english-talks.ts';
import { chat } from './testing/foreign-chat.ts';
import { FOREIGN } from './testing/foreign-payloads.ts';
import { FRENCH_TALKS } from './testing/french-talks.ts';

const TALKS = [...ENGLISH_TALKS, ...FRENCH_TALKS];

describe('prompts of others', () => {
  it.each(TALKS)('$to: $who', async ({ to, talk, because }) => {
    const said = talk.map(([input]) => input!);
    const played = await chat(FOREIGN[to], said);
    expect(said.map((input, index) => [input, ...played.turns[index]!])).toEqual(talk);
    expect(played.because).toEqual(because);
    expect(await chat(FOREIGN[to], said), 'the same every time').toEqual(played);
  });

  it('are at least ten, each with callers', () => {
    expect(new Set(TALKS.map(({ to }) => to)).size).toBe(Object.keys(FOREIGN).length);
    expect(Object.keys(FOREIGN).length).toBeGreaterThanOrEqual(10);
  });
});
