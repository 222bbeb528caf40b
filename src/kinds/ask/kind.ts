/** Ask: obtain one or more pieces of information, one at a time. Pure. */
import * as z from 'zod/mini';
import type { InformationId } from '../../flow/document.ts';
import { defineKind, type Exit, type SimulationStep } from '../../flow/kind.ts';
import { checks } from './checks.ts';
import { MOST_ITEMS, MOST_RETRIES, USUAL_RETRIES } from './limits.ts';

const schema = z.strictObject({
  /** Asks for the first item; the others get a question of their own. */
  question: z.string().check(z.maxLength(1000)),
  items: z
    .array(z.strictObject({ information: z.string().check(z.maxLength(40)), optional: z.boolean() }))
    .check(z.maxLength(MOST_ITEMS)),
  readBack: z.boolean(),
  /** How often an answer that does not fit is asked for again, before it counts as “would not say”. */
  retries: z.optional(z.int().check(z.gte(0), z.lte(MOST_RETRIES))),
  /** What the caller has said before in the call is taken over without a question. */
  skipKnown: z.optional(z.boolean()),
});
export type AskData = z.infer<typeof schema>;

const EXITS: readonly Exit[] = [
  { id: 'got-it', role: 'next', because: 'caller-gave' },
  { id: 'would-not-say', role: 'failure', because: 'caller-refused' },
];

export const ask = defineKind<'ask', AskData>({
  id: 'ask',
  family: 'listen',
  // When all is known nothing is asked: around a circle this may go on for ever.
  silentExits: ({ items, readBack, skipKnown }) =>
    skipKnown && !readBack && items.length > 0 ? ['got-it'] : [],
  schema,
  create: () => ({ question: '', items: [], readBack: false }),
  exits: () => EXITS,
  sentences: (data) => [{ field: 'question', text: data.question }],
  collects: (data, exit) =>
    exit === 'got-it'
      ? data.items.filter((item) => !item.optional).map((item) => item.information as InformationId)
      : [],
  uses: (data) => data.items.map((item) => item.information as InformationId),
  replies: ({ items, readBack, skipKnown = false }, exit) =>
    exit === 'got-it'
      ? [
          ...items.map(({ information }) => ({
            type: 'tells' as const,
            information: information as InformationId,
            skipsKnown: skipKnown,
          })),
          ...(readBack ? [{ type: 'agrees' as const }] : []),
        ]
      : [{ type: 'refuses' }],
  checks,
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
      retries: data.retries ?? USUAL_RETRIES,
      ...(data.skipKnown ? { skipKnown: true as const } : {}),
      to: 'got-it',
      refused: 'would-not-say',
    },
    tools: [],
    ...(data.question.trim() === '' ? {} : { opening: { text: text(data.question), listens: true } }),
  }),
  simulate: ({ data }, event, { fill, information }) => {
    if (event.type === 'leave-by') return left(event.exit === 'got-it');
    const isKnown = ({ information: id }: AskData['items'][number]) =>
      data.skipKnown === true && !!information[id as InformationId];
    const [first] = data.items;
    // Whoever leaves out what is optional has refused nothing.
    const canRefuse = data.items.some((item) => !item.optional && !isKnown(item));
    if (!first || !isKnown(first)) return waiting(fill(data.question), canRefuse || !first);
    // The question is for the first item alone; the others have their own.
    return data.items.every(isKnown) && !data.readBack ? left(true) : waiting('', canRefuse);
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
    'known-already': {
      question: 'What number can we call you back on?',
      items: [{ information: 'phone', optional: false }],
      readBack: true,
      retries: 1,
      skipKnown: true,
    },
    empty: { question: '', items: [], readBack: false },
  },
});

function waiting(question: string, canRefuse: boolean): SimulationStep {
  const exits = canRefuse ? ['got-it', 'would-not-say'] : ['got-it'];
  return { said: [question], result: { type: 'waiting', exits } };
}

function left(gave: boolean): SimulationStep {
  return {
    said: [],
    result: {
      type: 'left',
      exit: gave ? 'got-it' : 'would-not-say',
      because: { code: gave ? 'caller-gave' : 'caller-refused', params: {} },
    },
  };
}
