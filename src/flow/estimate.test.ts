/** What a way says, how long it takes and what it costs, counted by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registry } from '../kinds/registry.ts';
import { arbitraryFlow } from '../kinds/testing/arbitrary-flow.ts';
import { templates } from '../templates/registry.ts';
import {
  ANSWER_SECONDS,
  estimateWay,
  QUESTION_SECONDS,
  RINGING_SECONDS,
  WISH_SECONDS,
  WORDS_PER_SECOND,
} from './estimate.ts';
import { enumerateWays } from './paths.ts';

const seed = Number(process.env.SEED ?? 20261128);
const numRuns = Number(process.env.RUNS ?? 200);
const booking = templates.find(({ id }) => id === 'appointment-booking')!.build('en', { name: 'Office' });
const { ways } = enumerateWays(booking, registry);

function wayThrough(...nodes: readonly string[]) {
  return ways.find((way) => way.steps.map(({ node }) => node as string).join() === nodes.join())!;
}

describe('estimate of a way', () => {
  it('adds the words of the assistant and the answers of the caller', () => {
    const { said, seconds, cost } = estimateWay(
      booking,
      registry,
      wayThrough('answer', 'wish', 'details', 'booked'),
      { pricePerMinute: 0.6 },
    );
    expect(said.map(({ text }) => text)).toEqual([
      'Hello, Office. I am the automated assistant.',
      'What can I do for you?',
      'Certainly. Your full name, please?',
      'Thank you, your request is noted. We will call you back to confirm. Goodbye.',
    ]);
    const words = 7 + 6 + 5 + 14;
    const answers =
      WISH_SECONDS + ANSWER_SECONDS.name + ANSWER_SECONDS.phone + ANSWER_SECONDS.text + 2 * QUESTION_SECONDS;
    expect(seconds).toBe(Math.round(words / WORDS_PER_SECOND + answers));
    expect(cost).toBeCloseTo(seconds * 0.01, 4);
  });

  it('lets the telephone ring where nobody answers', () => {
    const far = estimateWay(booking, registry, wayThrough('answer', 'wish', 'open', 'desk', 'note', 'noted'));
    const near = estimateWay(booking, registry, wayThrough('answer', 'wish', 'open', 'note', 'noted'));
    expect(far.seconds - near.seconds).toBeGreaterThanOrEqual(RINGING_SECONDS);
    expect(far.said.map(({ node }) => node)).toContain('desk');
  });

  it('is there for every way of every template, and starts with the disclosure', () => {
    for (const template of templates)
      for (const language of ['en', 'fr'] as const) {
        const document = template.build(language, { name: 'X' });
        const [, disclosure] = registry
          .get('answer')!
          .sentences(Object.values(document.nodes).find(({ kind }) => kind === 'answer')!.data);
        for (const way of enumerateWays(document, registry).ways) {
          const { said, seconds, cost } = estimateWay(document, registry, way);
          expect(said[0]!.text).toContain(disclosure!.text);
          expect(seconds).toBeGreaterThan(0);
          expect(cost).toBeGreaterThan(0);
        }
      }
  });

  it(`bears any drawing (seed ${seed}, ${numRuns} runs)`, () => {
    fc.assert(
      fc.property(arbitraryFlow(6), (document) => {
        for (const way of enumerateWays(document, registry, 20).ways)
          expect(estimateWay(document, registry, way).seconds).toBeGreaterThanOrEqual(0);
      }),
      { seed, numRuns },
    );
  });
});
