/** Pass to a person: an announcement, then the call goes to somebody's telephone. Pure. */
import * as z from 'zod';
import type { CallLanguage, FlowNode } from '../../flow/document.ts';
import { defineKind } from '../../flow/kind.ts';
import { toE164 } from '../../flow/phone-number.ts';
import type { Problem } from '../../flow/problem.ts';
import { isEmergencyNumber, isPremiumNumber } from './special-number.ts';

const schema = z.strictObject({
  message: z.string().max(1000),
  people: z.array(z.strictObject({ name: z.string().max(80), number: z.string().max(40) })).max(5),
  /** Tell the person why the caller is passed on (only where the line can do it). */
  tellWhy: z.boolean(),
});
export type TransferData = z.infer<typeof schema>;

const MESSAGE: Readonly<Record<CallLanguage, string>> = {
  en: 'One moment, I am putting you through.',
  fr: 'Un instant, je vous passe quelqu’un.',
};

export const transfer = defineKind<'transfer', TransferData>({
  id: 'transfer',
  family: 'leave',
  schema,
  create: ({ language }) => ({
    message: MESSAGE[language],
    people: [{ name: '', number: '' }],
    tellWhy: false,
  }),
  exits: () => [{ id: 'no-answer', role: 'failure', because: 'nobody-answered' }],
  sentences: (data) => [{ field: 'message', text: data.message }],
  collects: () => [],
  uses: () => [],
  checks: [
    {
      code: 'transfer/no-number',
      test: (node) =>
        node.data.people.some((person) => person.number.trim() !== '')
          ? []
          : [
              {
                code: 'transfer/no-number',
                severity: 'error',
                at: { node: node.id, field: 'people.0.number' },
                params: {},
              },
            ],
    },
    {
      code: 'transfer/bad-number',
      test: (node) =>
        node.data.people.flatMap((person, index) =>
          person.number.trim() !== '' && !isEmergencyNumber(person.number) && toE164(person.number) === null
            ? [
                {
                  code: 'transfer/bad-number',
                  severity: 'error' as const,
                  at: { node: node.id, field: `people.${index}.number` },
                  params: { number: person.number },
                },
              ]
            : [],
        ),
    },
    {
      code: 'transfer/premium-number',
      test: (node) =>
        numbersWhere(node, 'premium-number', 'warning', ({ number }) => isPremiumNumber(number)),
    },
    {
      code: 'transfer/emergency-number',
      test: (node) =>
        numbersWhere(node, 'emergency-number', 'error', ({ number }) => isEmergencyNumber(number)),
    },
    {
      code: 'transfer/same-number',
      test: (node) =>
        node.data.people.length < 2
          ? []
          : numbersWhere(node, 'same-number', 'warning', ({ number }, index) => {
              const dialled = toE164(number);
              const before = node.data.people.slice(0, index);
              return dialled !== null && before.some((person) => toE164(person.number) === dialled);
            }),
    },
  ],
  lower: ({ data }, { language, text }) => {
    const destinations = data.people.flatMap((person) => {
      const number = toE164(person.number);
      return number ? [{ number, name: text(person.name) }] : [];
    });
    const first = destinations[0];
    if (!first) return { instruction: { do: 'go', to: 'no-answer' }, tools: [] };
    return {
      instruction: {
        do: 'transfer',
        tool: 'transferCall',
        destination: first.number,
        otherwise: 'no-answer',
      },
      tools: [],
      transferTo: destinations.map(({ number, name }) => ({
        type: 'number',
        number,
        message: text(data.message) || MESSAGE[language],
        description: name || number,
        numberE164CheckEnabled: true,
        transferPlan: { mode: 'blind-transfer' },
      })),
    };
  },
  simulate: (node, event, { fill }) => {
    if (node.data.people.every((person) => toE164(person.number) === null))
      return {
        said: [],
        result: { type: 'left', exit: 'no-answer', because: { code: 'nobody-answered', params: {} } },
      };
    if (event.type === 'enter')
      return {
        said: [fill(node.data.message)],
        result: { type: 'waiting', exits: ['connected', 'no-answer'] },
      };
    if (event.exit === 'no-answer')
      return {
        said: [],
        result: { type: 'left', exit: 'no-answer', because: { code: 'nobody-answered', params: {} } },
      };
    return { said: [], result: { type: 'ended', end: 'transferred' } };
  },
  examples: {
    secretary: {
      message: 'Je vous passe le secrétariat.',
      people: [{ name: 'Secrétariat', number: '01 42 68 53 00' }],
      tellWhy: false,
    },
    'no-number': { message: 'One moment, please.', people: [{ name: 'Anna', number: '' }], tellWhy: true },
  },
});

/** One problem for each person whose number is of the kind in question. */
function numbersWhere(
  node: FlowNode<TransferData>,
  code: string,
  severity: Problem['severity'],
  holds: (person: TransferData['people'][number], index: number) => boolean,
): Problem[] {
  return node.data.people.flatMap((person, index): Problem[] =>
    holds(person, index)
      ? [
          {
            code: `transfer/${code}`,
            severity,
            at: { node: node.id, field: `people.${index}.number` },
            params: { number: person.number },
            ...(code === 'same-number'
              ? {
                  fix: {
                    command: 'edit-field',
                    args: {
                      node: node.id,
                      path: 'people',
                      value: node.data.people.filter((_, other) => other !== index),
                    },
                  },
                }
              : {}),
          },
        ]
      : [],
  );
}
