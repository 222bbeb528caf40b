/** What was said about a caller's questions: answered, not answered, or nothing to be told from it. */
import { expect, it } from 'vitest';
import { leftBy } from './left-by.ts';

const data = {
  invitation: 'A question about our shop?',
  facts: [{ id: 'a', question: 'Where are you?', answer: 'We are in Lake Street, behind the church.' }],
  strictness: 'only-these' as const,
};

it.each([
  ['nobody spoke yet', [], [], undefined],
  ['no question', ['No, thank you.'], [], 'satisfied'],
  [
    'an answer',
    ['Where are you?', 'Thanks.'],
    ['We are in Lake Street, behind the church. Anything else?'],
    'satisfied',
  ],
  [
    'an answer in other words',
    ['Where?', 'Thanks.'],
    ['The shop is in Lake Street behind the church.'],
    'satisfied',
  ],
  ['a question back', ['Do you sell bats?', 'Bats!'], ['Sorry, what do you mean?'], 'could-not-answer'],
  [
    'an answer, then a question back',
    ['Where?', 'Bats?', 'Bats!'],
    ['In Lake Street.', 'Sorry?'],
    'could-not-answer',
  ],
  ['the invitation again', ['Are you a robot?', 'I see.'], ['Yes. A question about our shop?'], undefined],
])('%s', (_, lines, heard, exit) => {
  expect(leftBy(data, { heard, lines })).toBe(exit);
});

it('tells nothing where documents are answered from', () => {
  const files = [{ id: '11111111-1111-4111-8111-111111111111', name: 'menu.pdf' }];
  expect(leftBy({ ...data, files }, { heard: ['Sorry?'], lines: ['Bats?', 'Bats!'] })).toBeUndefined();
});
