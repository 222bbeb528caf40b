/** What a caller's words say about how a question with choices was left. */
import { expect, it } from 'vitest';
import { leftBy } from './left-by.ts';

const data = {
  question: 'How can I help you?',
  choices: [
    { id: 'book', label: 'book a table', examples: ['somewhere to eat'] },
    { id: 'cancel', label: 'cancel', examples: ['I cannot come'] },
    { id: 'other', label: 'cancel my order', examples: [] },
  ],
};

it.each([
  ['Book a table, please.', 'book'],
  ['We look for somewhere to eat tonight', 'book'],
  ['I CANNOT come.', 'cancel'],
  // Words of two choices, of none, and parts of words.
  ['Cancel my order', null],
  ['I would like to eat', null],
  ['cancelled', null],
])('“%s”: %s', (line, exit) => {
  expect(leftBy(data, { heard: [], lines: ['Hello', line] })).toBe(exit);
});

it('tells nothing before the caller has spoken', () => {
  expect(leftBy(data, { heard: ['Are you there?'], lines: [] })).toBeUndefined();
});
