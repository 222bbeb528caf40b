/** What is printed is read back: for generated scripts in both languages, and never an error on any text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine, printScript } from './print.ts';
import { readScript } from './read.ts';
import {
  ANY_RESULT,
  type Before,
  type Instruction,
  type Script,
  SPOKEN_RULES,
  type Target,
  VALUE_TYPES,
} from './script.ts';

const seed = Number(process.env.SEED ?? 20261123);
const runs = { seed, numRuns: 2000 };

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map(oneLine)
  .filter((value) => value !== '');
const word = text
  .map((value) => value.replaceAll('/', ' '))
  .map(oneLine)
  .filter((value) => value !== '');
const toolName = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/);
const target: fc.Arbitrary<Target> = fc.oneof(
  fc.record({ step: fc.integer({ min: 1, max: 99 }) }),
  fc.record({ tool: toolName }),
);
const item = fc
  .record({
    key: fc.stringMatching(/^[a-z][a-z0-9_]{0,9}$/),
    label: fc.stringMatching(/^[a-zé ]*[a-zé]$/),
    type: fc.constantFrom(...VALUE_TYPES),
    choices: fc.array(word, { minLength: 1, maxLength: 3 }),
    optional: fc.boolean(),
  })
  .map(({ choices, label, ...rest }) => ({
    ...rest,
    label: oneLine(label),
    choices: rest.type === 'choice' ? choices : [],
  }));
const choice = fc.record(
  {
    label: text,
    examples: fc.array(word, { maxLength: 3 }),
    counterExamples: fc.array(word, { minLength: 1, maxLength: 3 }),
    to: target,
  },
  { requiredKeys: ['label', 'examples', 'to'] },
);
const instruction: fc.Arbitrary<Instruction<Target>> = fc.oneof(
  fc.record({ do: fc.constant('say' as const), exact: fc.boolean(), text, to: target }),
  fc.record(
    {
      do: fc.constant('ask' as const),
      question: text,
      items: fc.array(item, { minLength: 1, maxLength: 4 }),
      readBack: fc.boolean(),
      retries: fc.integer({ min: 0, max: 3 }),
      skipKnown: fc.constant(true as const),
      to: target,
      refused: target,
    },
    { requiredKeys: ['do', 'question', 'items', 'readBack', 'to', 'refused'] },
  ),
  fc.record(
    {
      do: fc.constant('choose' as const),
      question: text,
      choices: fc.array(choice, { minLength: 1, maxLength: 4 }),
      // Once is what is meant where nothing is written.
      retries: fc.constantFrom(0, 2, 3),
      otherwise: target,
    },
    { requiredKeys: ['do', 'question', 'choices', 'otherwise'] },
  ),
  fc.record(
    {
      do: fc.constant('inform' as const),
      question: text,
      facts: fc.array(fc.record({ question: text, answer: text }), { maxLength: 4 }),
      strict: fc.boolean(),
      lookUp: toolName,
      to: target,
      unknown: target,
    },
    { requiredKeys: ['do', 'question', 'facts', 'strict', 'to', 'unknown'] },
  ),
  fc
    .record({
      do: fc.constant('compute' as const),
      tool: toolName,
      uses: fc.array(toolName, { maxLength: 3 }),
      outcomes: fc.array(
        fc.oneof(
          fc.record({ outcome: fc.oneof(toolName, fc.constant(ANY_RESULT)), to: target }),
          fc.record({ outcome: toolName, to: target, say: text }),
        ),
        { minLength: 1, maxLength: 3 },
      ),
      keeps: fc.array(fc.record({ key: toolName, path: fc.constantFrom('state', 'order.lines[0].name') }), {
        maxLength: 2,
      }),
      failed: fc.option(target),
    })
    .map(({ failed, keeps, ...rest }) => ({
      ...rest,
      ...(keeps.length > 0 ? { keeps } : {}),
      ...(failed ? { failed } : {}),
    })),
  fc.record(
    {
      do: fc.constant('transfer' as const),
      tool: toolName,
      destination: fc.constantFrom('+33142685300', 'sip:a@b.example'),
      instead: fc.array(fc.constantFrom('+33142685301', '+33142685302'), { minLength: 1, maxLength: 4 }),
      otherwise: target,
    },
    { requiredKeys: ['do', 'tool', 'destination', 'otherwise'] },
  ),
  fc.record({ do: fc.constant('end' as const), tool: toolName, closing: fc.oneof(fc.constant(''), text) }),
  fc.record({ do: fc.constant('go' as const), to: target }),
);
const before: fc.Arbitrary<Before> = fc.record(
  {
    keep: fc.record({ tool: toolName, uses: fc.array(toolName, { minLength: 1, maxLength: 3 }) }),
    speak: fc.array(toolName, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['speak'] },
);
const script: fc.Arbitrary<Script> = fc
  .record({
    language: fc.constantFrom('en' as const, 'fr' as const),
    opened: fc.boolean(),
    steps: fc.array(
      fc.record({ title: text, before, instruction }, { requiredKeys: ['title', 'instruction'] }),
      { minLength: 1, maxLength: 6 },
    ),
    progress: fc.option(toolName),
    anytime: fc.array(
      fc.record(
        {
          rule: fc.constantFrom(...SPOKEN_RULES),
          phrases: fc.array(word, { maxLength: 3 }),
          say: fc.oneof(fc.constant(''), text),
          speak: toolName,
          to: fc.oneof(target, fc.constant('back' as const)),
        },
        { requiredKeys: ['rule', 'phrases', 'say', 'to'] },
      ),
      { maxLength: 4 },
    ),
  })
  .map(({ language, opened, steps, progress, anytime }) => ({
    language,
    begin: { start: 1, opened },
    steps: steps.map((step, index) => ({ number: index + 1, ...step })),
    ...(anytime.length > 0 ? { anytime } : {}),
    ...(progress ? { progressTool: progress } : {}),
  }));

describe(`step script (seed ${seed}, ${runs.numRuns} runs)`, () => {
  it('reads back what was printed', () => {
    fc.assert(
      fc.property(script, (original) => {
        expect(readScript(`# Identity\nSomething.\n\n${printScript(original)}\n\n# After\nMore.`)).toEqual(
          original,
        );
      }),
      runs,
    );
  });

  it('gives a script or null for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400 }),
        (prompt) => readScript(prompt) === null || readScript(prompt)!.steps.length > 0,
      ),
      runs,
    );
    expect(readScript('You are a helpful assistant.')).toBeNull();
  });

  it('leaves those who are on duty of the people to call, and a plain "go" line when nobody is', () => {
    const rendered = (open: readonly string[]) => {
      const printed = printScript({
        language: 'en',
        begin: { start: 1, opened: false },
        steps: [
          {
            number: 1,
            title: 'Somebody',
            instruction: {
              do: 'transfer',
              tool: 'transferCall',
              destination: '+331',
              instead: ['+332', '+333'],
              onDuty: { prepare: '', tests: ['a', 'b', 'c'] },
              otherwise: { step: 9 },
            },
          },
        ],
      });
      // Liquid of this small kind, rendered by hand.
      const [head = '', ...rest] = printed.split('{% if a or b or c %}');
      const [people = '', nobody = ''] = rest.join('').split('{% else %}');
      const rows = people.replaceAll(/\{% if (\w) %\}(.*)\{% endif %\}/g, (_, name: string, row: string) =>
        open.includes(name) ? row : '',
      );
      return head + (open.length > 0 ? rows : nobody.replace('{% endif %}', ''));
    };
    const instructionOf = (open: readonly string[]) => readScript(rendered(open))?.steps[0]?.instruction;
    expect(instructionOf(['a', 'c'])).toMatchObject({ destination: '+331', instead: ['+333'] });
    expect(instructionOf(['b'])).toEqual({
      do: 'transfer',
      tool: 'transferCall',
      destination: '+332',
      otherwise: { step: 9 },
    });
    expect(instructionOf([])).toEqual({ do: 'go', to: { step: 9 } });
  });

  it('leaves a plain "go" line of a rule that Liquid has decided', () => {
    const printed = printScript({
      language: 'fr',
      begin: {
        prepare: '',
        cases: [{ liquid: 'open', begin: { start: 1, opened: true } }],
        otherwise: { start: 2, opened: false },
      },
      steps: [
        {
          number: 1,
          title: 'Ouvert ?',
          instruction: {
            do: 'when',
            prepare: '{% assign x = 1 %}',
            cases: [{ liquid: 'x == 1', to: { step: 2 } }],
            otherwise: { step: 3 },
          },
        },
      ],
    });
    expect(printed).toContain(
      '{% if open %}Le message d’accueil a déjà ouvert l’étape 1 : écoute la réponse, ne repose pas la question.{% else %}Commence par l’étape 2.{% endif %}',
    );
    expect(printed).toContain(
      '{% assign x = 1 %}{% if x == 1 %}Continue directement : passe à l’étape 2.{% else %}Continue directement : passe à l’étape 3.{% endif %}',
    );
  });
});
