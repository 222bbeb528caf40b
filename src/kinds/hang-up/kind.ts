/** Hang up: a closing sentence, then the end of the call. Pure. */
import * as z from 'zod/mini';
import { defineKind } from '../../flow/kind.ts';

const schema = z.strictObject({
  closing: z.string().check(z.maxLength(1000)),
  /** What this end means for the business; shown with the call. */
  outcome: z.string().check(z.maxLength(80)),
});
export type HangUpData = z.infer<typeof schema>;

export const hangUp = defineKind<'hang-up', HangUpData>({
  id: 'hang-up',
  family: 'leave',
  schema,
  create: ({ language }) => ({
    closing: language === 'fr' ? 'Merci de votre appel. Au revoir.' : 'Thank you for calling. Goodbye.',
    outcome: '',
  }),
  exits: () => [],
  sentences: (data) => [{ field: 'closing', text: data.closing }],
  collects: () => [],
  uses: () => [],
  checks: [
    {
      code: 'hang-up/no-closing',
      test: (node) =>
        node.data.closing.trim() === ''
          ? [
              {
                code: 'hang-up/no-closing',
                severity: 'warning',
                at: { node: node.id, field: 'closing' },
                params: {},
              },
            ]
          : [],
    },
  ],
  lower: ({ data }, { text }) => ({
    instruction: { do: 'end', tool: 'endCall', closing: text(data.closing) },
    tools: [],
  }),
  simulate: (node, _event, { fill }) => ({
    said: [fill(node.data.closing)].filter((sentence) => sentence !== ''),
    result: { type: 'ended', end: 'hung-up' },
  }),
  examples: {
    polite: { closing: 'Merci de votre appel, à bientôt.', outcome: 'Rendez-vous demandé' },
    silent: { closing: '', outcome: '' },
  },
});
