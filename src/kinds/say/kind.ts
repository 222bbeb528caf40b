/** Say: speak a sentence and go on without waiting. Pure. */
import * as z from 'zod/mini';
import { defineKind, type Exit } from '../../flow/kind.ts';

const schema = z.strictObject({ text: z.string().check(z.maxLength(2000)), exactly: z.boolean() });
export type SayData = z.infer<typeof schema>;

const EXITS: readonly Exit[] = [{ id: 'next', role: 'next', because: 'went-on' }];

export const say = defineKind<'say', SayData>({
  id: 'say',
  family: 'speak',
  schema,
  create: () => ({ text: '', exactly: true }),
  exits: () => EXITS,
  sentences: (data) => [{ field: 'text', text: data.text }],
  collects: () => [],
  uses: () => [],
  checks: [
    {
      code: 'say/nothing-said',
      test: (node) =>
        node.data.text.trim() === ''
          ? [
              {
                code: 'say/nothing-said',
                severity: 'error',
                at: { node: node.id, field: 'text' },
                params: {},
              },
            ]
          : [],
    },
  ],
  lower: ({ data }, { text }) => ({
    instruction: { do: 'say', exact: data.exactly, text: text(data.text), to: 'next' },
    tools: [],
    opening: { text: text(data.text), listens: false },
  }),
  simulate: (node, _event, { fill }) => ({
    said: [fill(node.data.text)],
    result: { type: 'left', exit: 'next', because: { code: 'went-on', params: {} } },
  }),
  examples: {
    emergency: { text: 'Si c’est une urgence vitale, raccrochez et appelez le 15 ou le 112.', exactly: true },
    thanks: { text: 'Thank the caller and say that the team will call back today.', exactly: false },
    empty: { text: '', exactly: true },
  },
});
