/** Answer the call: the greeting and the line that says an automated assistant speaks. Pure. */
import * as z from 'zod/mini';
import { defineKind, type Exit } from '../../flow/kind.ts';
import { discloses, spokenDisclosure } from './disclosure.ts';

const schema = z.strictObject({
  greeting: z.string().check(z.maxLength(1000)),
  /** The AI line: may be reworded, never left out (AI Act, Art. 50 §1). */
  disclosure: z.string().check(z.maxLength(500)),
  assistantName: z.string().check(z.maxLength(40)),
});
export type AnswerData = z.infer<typeof schema>;

const EXITS: readonly Exit[] = [{ id: 'next', role: 'next', because: 'went-on' }];

export const answer = defineKind<'answer', AnswerData>({
  id: 'answer',
  family: 'begin',
  entry: true,
  schema,
  create: ({ language }) => ({
    greeting: language === 'fr' ? 'Bonjour.' : 'Hello.',
    disclosure: spokenDisclosure(language),
    assistantName: '',
  }),
  exits: () => EXITS,
  sentences: (data) => [
    { field: 'greeting', text: data.greeting },
    { field: 'disclosure', text: data.disclosure },
  ],
  collects: () => [],
  uses: () => [],
  checks: [
    {
      code: 'answer/no-disclosure',
      test: (node, { document }) =>
        discloses(node.data.disclosure, document.language)
          ? []
          : [
              {
                code: 'answer/no-disclosure',
                severity: 'error',
                at: { node: node.id, field: 'disclosure' },
                params: { sentence: spokenDisclosure(document.language) },
                fix: {
                  command: 'edit-field',
                  args: { node: node.id, path: 'disclosure', value: spokenDisclosure(document.language) },
                },
              },
            ],
    },
    {
      code: 'answer/no-greeting',
      test: (node) =>
        node.data.greeting.trim() === ''
          ? [
              {
                code: 'answer/no-greeting',
                severity: 'warning',
                at: { node: node.id, field: 'greeting' },
                params: {},
              },
            ]
          : [],
    },
  ],
  lower: ({ data }, { document, text }) => ({
    instruction: { do: 'go', to: 'next' },
    tools: [],
    ...(data.assistantName.trim() === '' ? {} : { persona: text(data.assistantName) }),
    opening: {
      text: firstUtterance(data, (sentence) => text(sentence), document.language),
      listens: false,
    },
  }),
  simulate: (node, _event, { document, fill }) => ({
    said: [firstUtterance(node.data, fill, document.language)],
    result: { type: 'left', exit: 'next', because: { code: 'went-on', params: {} } },
  }),
  examples: {
    office: {
      greeting: 'Cabinet Martin, bonjour.',
      disclosure: 'Je suis l’assistant vocal automatisé du cabinet.',
      assistantName: 'Camille',
    },
    restaurant: {
      greeting: 'Good evening, The Green Table.',
      disclosure: 'I am an automated assistant.',
      assistantName: 'Sam',
    },
    undisclosed: { greeting: 'Bonjour, ici Camille.', disclosure: '', assistantName: 'Camille' },
  },
});

/** Greeting, then the disclosure. A wording that does not disclose is followed by the standard sentence: it cannot be compiled away. */
function firstUtterance(data: AnswerData, text: (sentence: string) => string, language: 'en' | 'fr'): string {
  const parts = [data.greeting, data.disclosure].map((part) => text(part)).filter((part) => part !== '');
  if (!discloses(data.disclosure, language)) parts.push(spokenDisclosure(language));
  return parts.join(' ');
}
