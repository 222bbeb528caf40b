/** What an AI caller is told: the sentences of a test in order, what it answers, nothing that is no longer drawn, never too much. */
import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument, type InformationId } from '../flow/document.ts';
import { isTooLong, MOST_TOLD, simulatedCaller, toldOf } from './simulated-caller.ts';
import { MOST_EXPECTATIONS, MOST_LINES, type TestCase } from './test-case.ts';

const who = 'who' as InformationId;
const drawing = (language: 'en' | 'fr'): FlowDocument =>
  ({
    ...emptyDocument('Desk', language),
    information: { [who]: { id: who, name: 'Name', type: 'text' } },
  }) as unknown as FlowDocument;

const test = (part: Partial<TestCase>): TestCase => ({
  format: 1,
  name: 'T',
  lines: [],
  pretence: { at: null, caller: null, outcomes: {} },
  expectations: [],
  ...part,
});

describe('a simulated caller', () => {
  it('answers what the test expects to be collected, where it expects a value', () => {
    const expectations: TestCase['expectations'] = [
      { type: 'collects', information: who, value: 'Zoe' },
      { type: 'collects', information: 'day' as InformationId, value: ' ' },
      { type: 'says', text: 'Welcome' },
    ];
    expect(toldOf(test({ lines: ['Hello.'], expectations }))).toEqual({
      lines: ['Hello.'],
      answers: { who: 'Zoe' },
    });
  });

  it.each([
    ['en', '- “An appointment, please.”', '- Name: Zoe'],
    ['fr', '- « An appointment, please. »', '- Name : Zoe'],
  ] as const)(
    'is told in %s what to say, line by line and in order, and what is so',
    (language, first, fact) => {
      const told = { lines: ['An appointment,\nplease.', 'On Thursday'], answers: { who: 'Zoe', gone: 'x' } };
      const { instructions } = simulatedCaller(told, drawing(language));
      const lines = instructions.split('\n');
      expect(lines.filter((line) => line.startsWith('- '))).toEqual([
        first,
        expect.stringContaining('On Thursday'),
        fact,
      ]);
    },
  );

  it('says nothing of answers where there are none', () => {
    const { instructions } = simulatedCaller({ lines: ['Hello.'], answers: {} }, drawing('en'));
    expect(instructions.split('\n').filter((line) => line.startsWith('- '))).toEqual(['- “Hello.”']);
  });

  it('fits into the instructions that Vapi takes, as long as it is not too long', () => {
    const length = Math.floor(MOST_TOLD / MOST_LINES);
    const lines = Array.from({ length: MOST_LINES }, () => 'x'.repeat(length));
    expect(isTooLong({ lines, answers: {} })).toBe(false);
    expect(isTooLong({ lines: [...lines, 'x'.repeat(length)], answers: {} })).toBe(true);
    const ids = Array.from({ length: MOST_EXPECTATIONS }, (_, index) => `a${index}`);
    const answers = Object.fromEntries(ids.map((id) => [id, '']));
    const information = Object.fromEntries(ids.map((id) => [id, { id, name: 'n'.repeat(60), type: 'text' }]));
    for (const language of ['en', 'fr'] as const) {
      const document = { ...drawing(language), information } as unknown as FlowDocument;
      expect(simulatedCaller({ lines, answers }, document).instructions.length).toBeLessThan(10_000);
    }
  });
});
