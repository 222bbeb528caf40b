/** Confirm and recap: says what is known, asks whether it is right, and notes what is not. */
import type { Information } from '../flow/document.ts';
import { ask } from '../kinds/ask/kind.ts';
import { decide } from '../kinds/decide/kind.ts';
import { say } from '../kinds/say/kind.ts';
import { type Block, step } from './block.ts';
import { NEEDS } from './need.ts';

/** Nobody remembers more by ear. */
const MOST_REPEATED = 6;

const SPOKEN = {
  en: {
    title: 'Recap',
    recap: (parts: readonly string[]) => `To sum up: ${parts.join('; ')}. Is that right?`,
    nothing: 'Have I understood everything correctly?',
    named: (name: string, value: string) => `${name}, ${value}`,
    rightTitle: 'All correct?',
    correctTitle: 'What to correct',
    correct: 'What should I correct?',
    onTitle: 'Confirmed',
    on: 'Thank you, it is noted.',
  },
  fr: {
    title: 'Récapitulatif',
    recap: (parts: readonly string[]) => `Je récapitule : ${parts.join(' ; ')}. Est-ce bien cela ?`,
    nothing: 'Ai-je tout bien compris ?',
    named: (name: string, value: string) => `${name}, ${value}`,
    rightTitle: 'Tout est juste ?',
    correctTitle: 'À corriger',
    correct: 'Que dois-je corriger ?',
    onTitle: 'Confirmé',
    on: 'Merci, c’est noté.',
  },
};

export const confirmAndRecap: Block = {
  id: 'confirm-and-recap',
  icon: 'list-checks',
  words: {
    en: { name: 'Confirm and recap', hint: 'Sums up, and asks whether it is right' },
    fr: { name: 'Confirmer et récapituler', hint: 'Redit ce qui est noté, et vérifie' },
  },
  draw({ language, known, collect }) {
    const words = SPOKEN[language];
    const confirmed = collect(NEEDS.confirmed);
    const repeated = known
      .filter(({ id, type }) => id !== confirmed && type !== 'yes-no')
      .slice(0, MOST_REPEATED)
      .map(({ id, name }: Information) => words.named(name, `{{${id}}}`));
    const correction = collect(NEEDS.correction);
    return {
      steps: [
        step('recap', ask, language, words.title, {
          question: repeated.length > 0 ? words.recap(repeated) : words.nothing,
          items: [{ information: confirmed, optional: false }],
        }),
        step('right', decide, language, words.rightTitle, {
          cases: [
            {
              id: 'yes',
              name: '',
              match: 'all',
              rules: [{ type: 'compare', information: confirmed, operator: 'is', value: 'yes' }],
            },
          ],
        }),
        step('correct', ask, language, words.correctTitle, {
          question: words.correct,
          items: [{ information: correction, optional: false }],
        }),
        step('on', say, language, words.onTitle, { text: words.on, exactly: false }),
      ],
      links: [
        ['recap', 'got-it', 'right'],
        ['recap', 'would-not-say', 'on'],
        ['right', 'yes', 'on'],
        ['right', 'otherwise', 'correct'],
        ['correct', 'got-it', 'on'],
        ['correct', 'would-not-say', 'on'],
      ],
    };
  },
};
