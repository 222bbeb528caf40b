/** Conditions in everyday words: which of them are comparisons, and which stay words. */
import { expect, it } from 'vitest';
import { wantedFrom } from './wanted.ts';
import { rulesInWords } from './worded-rules.ts';

const asked = [
  wantedFrom('budget', { type: 'number' }, '$'),
  wantedFrom('accept', { type: 'boolean', description: 'accepts the offer' }, '$'),
  wantedFrom('animal', { enum: ['dog', 'cat'] }, '$'),
];
const written = (texts: readonly string[]) =>
  rulesInWords(texts, asked)?.cases.map(
    (one) =>
      one?.rules.map(({ name, operator, value }) => `${name} ${operator} ${value}`).join(' or ') ?? null,
  ) ?? null;

it.each<[readonly string[], readonly (string | null)[] | null]>([
  [['budget is at least 500,000'], ['budget more-than 500000 or budget is 500000']],
  [['no more than 20k'], ['budget less-than 20000 or budget is 20000']],
  [['8 guests or more'], ['budget more-than 8 or budget is 8']],
  [['plus de 1 000 euros'], ['budget more-than 1000']],
  [['between 10 and 20'], null],
  [
    ['it is a dog', 'it is a cat'],
    ['animal is dog', 'animal is cat'],
  ],
  [['it is a dog', 'it is a bird'], null],
  [
    ['caller accepts', 'caller does not accept'],
    ['accept is yes', 'accept is no'],
  ],
  [
    ['caller accepts', 'does not accept', 'declines for now'],
    ['accept is yes', null, null],
  ],
  [['caller is late', 'caller is early'], null],
])('%j: %j', (texts, cases) => {
  expect(written(texts)).toEqual(cases);
});
