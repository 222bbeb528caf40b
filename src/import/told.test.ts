/** Short instructions taken apart: what is to be said, the question, and the rest. */
import { expect, it } from 'vitest';
import { readInstructions } from './told.ts';

it.each<[string, readonly string[], string, string]>([
  ['Say: "We are closed. Call on Monday."', ['“We are closed. Call on Monday.”'], '', ''],
  [
    "Greet the caller by saying: 'Hi, I'm Ava. How are you?' Keep it short.",
    [],
    "Hi, I'm Ava. How are you?",
    'Keep it short.',
  ],
  ['Apologize and ask for the room number.', ['Apologize.'], '', 'and ask for the room number.'],
  ['Dites que le bureau est fermé. Soyez poli.', ['Dites que le bureau est fermé.'], '', 'Soyez poli.'],
  ['Greet the caller. Thank them.', ['Thank them.'], '', ''],
  ['Never say "no".', [], '', 'Never say "no".'],
  ['# Role\nTell jokes.', [], '', '# Role\nTell jokes.'],
])('%s', (instructions, told, question, rest) => {
  const found = readInstructions(instructions);
  expect(found.told.map(({ text, exactly }) => (exactly ? `“${text}”` : text))).toEqual(told);
  expect([found.question, found.rest]).toEqual([question, rest]);
});
