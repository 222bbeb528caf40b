/** Rules that hold at any time, on scripts written by hand: said at any question, back to it or away from it. */
import { describe, expect, it } from 'vitest';
import { printScript } from '../../script/print.ts';
import type { Instruction, Target, WheneverLine } from '../../script/script.ts';
import type { ModelMessage } from './model.ts';
import { scriptedModel } from './scripted.ts';

const ASK: Instruction<Target> = {
  do: 'ask',
  question: 'How many guests?',
  items: [{ key: 'guests', label: 'Number of guests', type: 'number', choices: [], optional: false }],
  readBack: true,
  to: { step: 2 },
  refused: { step: 2 },
};
const CHOOSE: Instruction<Target> = {
  do: 'choose',
  question: 'What would you like?',
  choices: [
    { label: 'speak to the kitchen', examples: ['a human'], to: { step: 2 } },
    { label: 'book a table', examples: [], to: { step: 3 } },
  ],
  otherwise: { step: 3 },
};
const LINES: readonly WheneverLine[] = [
  { rule: 'wants-human', phrases: ['a human', 'somebody'], say: 'I see.', to: { step: 3 } },
  { rule: 'robot', phrases: ['are you a robot'], say: 'Yes, I am.', to: 'back' },
  { rule: 'unclear', phrases: [], say: 'Please put it another way.', to: 'back' },
];

/** What the assistant says to each line of the caller. */
async function play(first: Instruction<Target>, anytime: readonly WheneverLine[], turns: readonly string[]) {
  const end = (number: number, closing: string) =>
    ({ number, title: 'End', instruction: { do: 'end', tool: 'endCall', closing } }) as const;
  const prompt = printScript({
    language: 'en',
    begin: { start: 1, opened: false },
    anytime,
    steps: [{ number: 1, title: 'First', instruction: first }, end(2, 'Second.'), end(3, 'Third.')],
  });
  const messages: ModelMessage[] = [];
  const said: string[] = [];
  for (const turn of ['', ...turns]) {
    if (turn !== '') messages.push({ role: 'user', content: turn });
    const reply = await scriptedModel.reply({
      prompt,
      tools: [],
      context: [],
      messages,
      greeted: false,
      now: Date.UTC(2026, 10, 25, 9),
    });
    messages.push({ role: 'assistant', content: reply.content, toolCalls: reply.toolCalls });
    said.push(reply.content);
  }
  return said.slice(1);
}

describe('at any time', () => {
  it.each<[string, Instruction<Target>, readonly string[], readonly string[]]>([
    [
      'answers and repeats the question, as often as asked',
      ASK,
      ['Are you a robot?', 'Are you really a robot?', 'four'],
      [
        'Yes, I am. How many guests?',
        'Yes, I am. How many guests?',
        'Let me read that back. Number of guests: 4. Is that right?',
      ],
    ],
    [
      'while reading back',
      ASK,
      ['four', 'are you a robot', 'yes'],
      [
        'Let me read that back. Number of guests: 4. Is that right?',
        'Yes, I am. Let me read that back. Number of guests: 4. Is that right?',
        'Second.',
      ],
    ],
    ['leaves for the step of the rule', ASK, ['I want somebody'], ['I see. Third.']],
    ['a choice of the step comes first', CHOOSE, ['A human, please'], ['Second.']],
    ['a rule comes before a choice that fits less', CHOOSE, ['Can I speak to somebody?'], ['I see. Third.']],
    [
      'not understood twice in a row',
      ASK,
      ['blah', 'blah blah', 'three'],
      [
        'Sorry, I did not catch that. How many guests?',
        'Please put it another way. How many guests?',
        'Let me read that back. Number of guests: 3. Is that right?',
      ],
    ],
    [
      'the way that the step has for what is unclear is kept',
      CHOOSE,
      ['blah', 'blah'],
      ['Sorry, I did not catch that. What would you like?', 'Third.'],
    ],
  ])('%s', async (_, first, turns, expected) => {
    expect(await play(first, LINES, turns)).toEqual(expected);
  });

  it('does nothing without rules', async () => {
    expect(await play(CHOOSE, [], ['Are you a robot?'])).toEqual([
      'Sorry, I did not catch that. What would you like?',
    ]);
  });
});
