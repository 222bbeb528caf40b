/** Understanding, played: what counts, what does not, and how often it is asked again. */
import { describe, expect, it } from 'vitest';
import { checkFlow } from '../registry.ts';
import { drawFlow, playFlow } from '../testing/play-flow.ts';
import type { UnderstandData } from './kind.ts';

const CHOICES: UnderstandData['choices'] = [
  {
    id: 'repair',
    label: 'signaler une panne',
    examples: ['ma chaudière est en panne'],
    counterExamples: ['ma chaudière en panne est-elle réparée', 'panne de réveil'],
  },
  { id: 'follow', label: 'suivre une réparation', examples: ['où en est ma réparation'] },
];

function drawn(data: Partial<UnderstandData> = {}) {
  return drawFlow('fr', {
    answer: {
      kind: 'answer',
      data: { greeting: 'Bonjour.', disclosure: 'Je suis un assistant automatique.', assistantName: '' },
      to: { next: 'wish' },
    },
    wish: {
      kind: 'understand',
      data: { question: 'Que puis-je faire ?', choices: CHOICES, ...data },
      to: { repair: 'repair', follow: 'follow', 'something-else': 'other' },
    },
    repair: { kind: 'hang-up', data: { closing: 'Une panne, donc.', outcome: '' } },
    follow: { kind: 'hang-up', data: { closing: 'Un suivi, donc.', outcome: '' } },
    other: { kind: 'hang-up', data: { closing: 'Autre chose, donc.', outcome: '' } },
  });
}

describe('examples', () => {
  it.each([
    ['Ma chaudière est en panne !', 'repair'],
    ['Une panne, à signaler', 'repair'],
    ['Ma chaudière en panne est-elle réparée ?', 'follow'],
    ['Où en est ma réparation ?', 'follow'],
  ])('%s → %s', async (line, step) => {
    expect((await playFlow(drawn(), [line])).visited.at(-1)).toBe(step);
  });

  it('that do not count are asked about once more, then something else', async () => {
    const { visited, turns } = await playFlow(drawn(), ['Panne de réveil', 'Panne de réveil']);
    expect(turns[1]!.join(' ')).toContain('Que puis-je faire ?');
    expect(visited).toEqual(['answer', 'wish', 'other']);
  });

  it('that do not count settle an overlap', () => {
    const overlapping = (counterExamples: string[]) =>
      checkFlow(
        drawn({
          choices: [
            { id: 'repair', label: 'une panne', examples: ['ma voiture'], counterExamples },
            { id: 'follow', label: 'un suivi', examples: ['une voiture'] },
          ],
        }),
      ).map(({ code }) => code);
    expect(overlapping([])).toContain('understand/overlapping-choices');
    expect(overlapping(['une voiture'])).not.toContain('understand/overlapping-choices');
    // But now the same phrase counts and does not.
    expect(overlapping(['une voiture'])).toContain('understand/contradicting-examples');
  });
});

describe('patience', () => {
  it.each([0, 1, 2, 3])('something else after %i more questions', async (retries) => {
    const lines = Array.from({ length: retries + 1 }, () => 'Turlututu.');
    const { visited, turns } = await playFlow(drawn({ retries }), lines);
    expect(visited).toEqual(['answer', 'wish', 'other']);
    for (const turn of turns.slice(1, -1)) expect(turn.join(' ')).toContain('Que puis-je faire ?');
  });
});
