/** Find out what they want: several wishes in everyday words, and a way for everything else. Pure. */
import * as z from 'zod/mini';
import { defineKind, type Exit } from '../../flow/kind.ts';
import type { Problem } from '../../flow/problem.ts';
import { leftBy } from './left-by.ts';
import { contradictionsIn, overlapsIn } from './overlap.ts';

export const MOST_CHOICES = 6;
export const FEWEST_CHOICES = 2;
export const MOST_EXAMPLES = 12;
export const MOST_RETRIES = 3;
export const USUAL_RETRIES = 1;

const schema = z.strictObject({
  question: z.string().check(z.maxLength(1000)),
  choices: z
    .array(
      z.strictObject({
        id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
        label: z.string().check(z.maxLength(120)),
        /** What a caller might say that counts as this choice. */
        examples: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(MOST_EXAMPLES)),
        /** What sounds like it and does not count. */
        counterExamples: z.optional(
          z.array(z.string().check(z.maxLength(200))).check(z.maxLength(MOST_EXAMPLES)),
        ),
      }),
    )
    .check(z.maxLength(MOST_CHOICES)),
  /** How often the question is put again before the answer counts as something else. */
  retries: z.optional(z.int().check(z.gte(0), z.lte(MOST_RETRIES))),
});
export type UnderstandData = z.infer<typeof schema>;

/** The exit for everything that is none of the choices. */
export const SOMETHING_ELSE = 'something-else';

export const understand = defineKind<'understand', UnderstandData>({
  id: 'understand',
  family: 'listen',
  schema,
  create: () => ({
    question: '',
    choices: [
      { id: 'a', label: '', examples: [] },
      { id: 'b', label: '', examples: [] },
    ],
  }),
  exits: (data) => [
    ...data.choices.map(
      (choice): Exit => ({ id: choice.id, role: 'case', label: choice.label, because: 'caller-chose' }),
    ),
    { id: SOMETHING_ELSE, role: 'failure', because: 'nothing-fitted' },
  ],
  sentences: (data) => [{ field: 'question', text: data.question }],
  collects: () => [],
  uses: () => [],
  replies({ choices }, exit) {
    const choice = choices.find(({ id }) => id === exit);
    return [choice ? { type: 'says', words: choice.label } : { type: 'babbles' }];
  },
  leftBy,
  checks: [
    {
      code: 'understand/no-question',
      test: (node) =>
        node.data.question.trim() === '' ? [problem(node.id, 'no-question', 'warning', 'question')] : [],
    },
    {
      code: 'understand/too-few-choices',
      test: (node) =>
        node.data.choices.length < FEWEST_CHOICES
          ? [problem(node.id, 'too-few-choices', 'warning', 'choices')]
          : [],
    },
    {
      code: 'understand/unnamed-choice',
      test: (node) =>
        node.data.choices.flatMap((choice, index) =>
          choice.label.trim() === ''
            ? [problem(node.id, 'unnamed-choice', 'error', `choices.${index}.label`, { number: index + 1 })]
            : [],
        ),
    },
    {
      code: 'understand/overlapping-choices',
      test: (node) =>
        overlapsIn(node.data).map(({ index, choice, other }) =>
          problem(node.id, 'overlapping-choices', 'warning', `choices.${index}.label`, { choice, other }),
        ),
    },
    {
      code: 'understand/contradicting-examples',
      test: (node) =>
        contradictionsIn(node.data).map(({ index, choice, example, counterExamples }) => ({
          ...problem(node.id, 'contradicting-examples', 'warning', `choices.${index}.counterExamples`, {
            choice,
            example,
          }),
          fix: {
            command: 'edit-field',
            args: { node: node.id, path: `choices.${index}.counterExamples`, value: counterExamples },
            safe: true,
          },
        })),
    },
    {
      code: 'understand/same-choice',
      test: (node) => {
        const labels = node.data.choices.map((choice) => choice.label.trim().toLowerCase());
        return labels.flatMap((label, index) =>
          label !== '' && labels.indexOf(label) < index
            ? [problem(node.id, 'same-choice', 'error', `choices.${index}.label`, { choice: label })]
            : [],
        );
      },
    },
  ],
  lower: ({ data }, { text }) => ({
    instruction: {
      do: 'choose',
      question: text(data.question),
      choices: data.choices.map(({ id, label, examples, counterExamples = [] }) => {
        const spoken = (phrases: readonly string[]) => phrases.map(text).filter((phrase) => phrase !== '');
        const counter = spoken(counterExamples);
        return {
          label: text(label),
          examples: spoken(examples),
          ...(counter.length === 0 ? {} : { counterExamples: counter }),
          to: id,
        };
      }),
      ...(data.retries === undefined || data.retries === USUAL_RETRIES ? {} : { retries: data.retries }),
      otherwise: SOMETHING_ELSE,
    },
    tools: [],
    ...(data.question.trim() === '' ? {} : { opening: { text: text(data.question), listens: true } }),
  }),
  simulate: (node, event, { fill }) => {
    const exits = [...node.data.choices.map((choice) => choice.id), SOMETHING_ELSE];
    if (event.type === 'enter')
      return { said: [fill(node.data.question)], result: { type: 'waiting', exits } };
    const choice = node.data.choices.find((candidate) => candidate.id === event.exit);
    return {
      said: [],
      result: {
        type: 'left',
        exit: choice?.id ?? SOMETHING_ELSE,
        because: choice
          ? { code: 'caller-chose', params: { choice: choice.label } }
          : { code: 'nothing-fitted', params: {} },
      },
    };
  },
  examples: {
    'front-desk': {
      question: 'Que puis-je faire pour vous ?',
      choices: [
        {
          id: 'appointment',
          label: 'prendre un rendez-vous',
          examples: ['je voudrais un rendez-vous', 'voir le docteur'],
        },
        { id: 'cancel', label: 'annuler un rendez-vous', examples: ['je ne peux pas venir'] },
      ],
    },
    'patient-desk': {
      question: 'How can I help you?',
      choices: [
        {
          id: 'repair',
          label: 'report a breakdown',
          examples: ['the boiler has stopped'],
          counterExamples: ['is my boiler repaired yet'],
        },
        { id: 'follow', label: 'follow a repair', examples: ['is my boiler repaired yet'] },
      ],
      retries: 2,
    },
    empty: { question: '', choices: [] },
  },
});

function problem(
  node: Problem['at']['node'],
  code: string,
  severity: Problem['severity'],
  field: string,
  params: Problem['params'] = {},
): Problem {
  return { code: `understand/${code}`, severity, at: { ...(node ? { node } : {}), field }, params };
}
