/** Ask: obtain one or more pieces of information, one at a time. Pure. */
import * as z from 'zod';
import type { InformationId } from '../../flow/document.ts';
import { defineKind } from '../../flow/kind.ts';
import type { Problem } from '../../flow/problem.ts';

const schema = z.strictObject({
  /** Asks for the first item; the others get a question of their own. */
  question: z.string().max(1000),
  items: z.array(z.strictObject({ information: z.string().max(40), optional: z.boolean() })).max(12),
  readBack: z.boolean(),
});
export type AskData = z.infer<typeof schema>;

export const ask = defineKind<'ask', AskData>({
  id: 'ask',
  family: 'listen',
  schema,
  create: () => ({ question: '', items: [], readBack: false }),
  exits: () => [
    { id: 'got-it', role: 'next', because: 'caller-gave' },
    { id: 'would-not-say', role: 'failure', because: 'caller-refused' },
  ],
  sentences: (data) => [{ field: 'question', text: data.question }],
  collects: (data, exit) =>
    exit === 'got-it'
      ? data.items.filter((item) => !item.optional).map((item) => item.information as InformationId)
      : [],
  uses: (data) => data.items.map((item) => item.information as InformationId),
  checks: [
    {
      code: 'ask/nothing-asked',
      test: (node) =>
        node.data.items.length === 0 ? [problem(node.id, 'nothing-asked', 'error', 'items')] : [],
    },
    {
      code: 'ask/no-question',
      test: (node) =>
        node.data.question.trim() === '' ? [problem(node.id, 'no-question', 'warning', 'question')] : [],
    },
    {
      code: 'ask/asked-twice',
      test: (node) => {
        const ids = node.data.items.map((item) => item.information);
        return ids.some((id, index) => ids.indexOf(id) !== index)
          ? [problem(node.id, 'asked-twice', 'warning', 'items')]
          : [];
      },
    },
  ],
  lower: ({ data }, { document, text }) => ({
    instruction: {
      do: 'ask',
      question: text(data.question),
      items: data.items.flatMap((item) => {
        const information = document.information[item.information as InformationId];
        return information
          ? [
              {
                key: information.id,
                label: text(information.name),
                type: information.type,
                choices: (information.choices ?? []).map(text),
                optional: item.optional,
              },
            ]
          : [];
      }),
      readBack: data.readBack,
      to: 'got-it',
      refused: 'would-not-say',
    },
    tools: [],
    ...(data.question.trim() === '' ? {} : { opening: { text: text(data.question), listens: true } }),
  }),
  simulate: (node, event, { fill }) => {
    if (event.type === 'enter')
      return {
        said: [fill(node.data.question)],
        result: { type: 'waiting', exits: ['got-it', 'would-not-say'] },
      };
    const gave = event.exit === 'got-it';
    return {
      said: [],
      result: {
        type: 'left',
        exit: gave ? 'got-it' : 'would-not-say',
        because: { code: gave ? 'caller-gave' : 'caller-refused', params: {} },
      },
    };
  },
  examples: {
    contact: {
      question: 'À quel nom, s’il vous plaît ?',
      items: [
        { information: 'patient', optional: false },
        { information: 'phone', optional: false },
      ],
      readBack: true,
    },
    email: {
      question: 'What is your e-mail address?',
      items: [{ information: 'email', optional: true }],
      readBack: false,
    },
    empty: { question: '', items: [], readBack: false },
  },
});

function problem(
  node: Problem['at']['node'],
  code: string,
  severity: Problem['severity'],
  field: string,
): Problem {
  return { code: `ask/${code}`, severity, at: { ...(node ? { node } : {}), field }, params: {} };
}
