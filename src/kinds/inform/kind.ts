/** Answer questions: from written facts, until the caller wants to know nothing more. Pure. */
import * as z from 'zod/mini';
import type { CallLanguage } from '../../flow/document.ts';
import { defineKind, type Exit } from '../../flow/kind.ts';
import type { Problem } from '../../flow/problem.ts';
import type { QueryTool } from '../../vapi/contract/tool.ts';
import { learn } from './learn.ts';
import { leftBy } from './left-by.ts';

/** Longer answers tire people who can only listen. Characters; about half a minute of speech. */
export const LONG_ANSWER = 400;
export const MOST_FACTS = 40;
export const MOST_FILES = 10;

const schema = z.strictObject({
  /** Asked first; a usual question when empty. */
  invitation: z.string().check(z.maxLength(1000)),
  facts: z
    .array(
      z.strictObject({
        id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
        question: z.string().check(z.maxLength(300)),
        answer: z.string().check(z.maxLength(2000)),
      }),
    )
    .check(z.maxLength(MOST_FACTS)),
  /** Whether common knowledge may help where the facts say nothing. */
  strictness: z.enum(['only-these', 'may-add-general']),
  /** Files of the workspace, by our id: what the facts do not say is looked up there. The name is the one it was chosen by. */
  files: z.optional(
    z
      .array(z.strictObject({ id: z.guid(), name: z.string().check(z.maxLength(200)) }))
      .check(z.maxLength(MOST_FILES)),
  ),
});
export type InformData = z.infer<typeof schema>;

const INVITATION: Readonly<Record<CallLanguage, string>> = {
  en: 'What would you like to know?',
  fr: 'Que souhaitez-vous savoir ?',
};

const EXITS: readonly Exit[] = [
  { id: 'satisfied', role: 'next', because: 'no-more-questions', goal: true },
  { id: 'could-not-answer', role: 'failure', because: 'question-unanswered' },
];

export const inform = defineKind<'inform', InformData>({
  id: 'inform',
  family: 'speak',
  listens: true,
  schema,
  create: ({ language }) => ({
    invitation: INVITATION[language],
    facts: [{ id: 'a', question: '', answer: '' }],
    strictness: 'only-these',
  }),
  exits: () => EXITS,
  sentences: (data) => [
    { field: 'invitation', text: data.invitation },
    ...data.facts.map((fact, index) => ({ field: `facts.${index}.answer`, text: fact.answer })),
  ],
  collects: () => [],
  uses: () => [],
  replies(data, exit) {
    if (exit !== 'satisfied') return [{ type: 'babbles' }];
    const [fact] = complete(data);
    return [...(fact ? [{ type: 'says' as const, words: fact.question }] : []), { type: 'has-no-more' }];
  },
  learns: (data, fact) => learn(data, fact, MOST_FACTS),
  leftBy,
  checks: [
    {
      code: 'inform/no-facts',
      test: (node) =>
        node.data.facts.length === 0 && filesOf(node.data).length === 0
          ? [problem(node.id, 'no-facts', 'error', 'facts')]
          : [],
    },
    {
      code: 'inform/empty-fact',
      test: (node) =>
        node.data.facts.flatMap((fact, index) => {
          const field = (['question', 'answer'] as const).find((part) => fact[part].trim() === '');
          return field
            ? [
                problem(node.id, 'empty-fact', 'error', `facts.${index}.${field}`, {
                  number: index + 1,
                  part: field,
                }),
              ]
            : [];
        }),
    },
    {
      code: 'inform/long-answer',
      test: (node) =>
        node.data.facts.flatMap((fact, index) =>
          fact.answer.length > LONG_ANSWER
            ? [
                problem(node.id, 'long-answer', 'hint', `facts.${index}.answer`, {
                  number: index + 1,
                  length: fact.answer.length,
                }),
              ]
            : [],
        ),
    },
    {
      code: 'inform/file-unusable',
      test: ({ id: node, data }, { files }) => {
        const all = filesOf(data);
        const usable = files ? all.filter(({ id }) => files.has(id)) : all;
        // Without it nothing may be left to answer with.
        const severity = knowsAnything({ ...data, files: usable }) ? 'warning' : 'error';
        return all
          .filter((file) => !usable.includes(file))
          .map(({ id, name }) => ({
            ...problem(node, 'file-unusable', severity, `files.${all.findIndex((file) => file.id === id)}`, {
              name,
            }),
            fix: {
              command: 'edit-field',
              args: { node, path: 'files', value: all.filter((file) => file.id !== id) },
            },
          }));
      },
    },
  ],
  lower: ({ data: drawn }, { language, text, toolName, fileAtVapi = (file) => file }) => {
    const files = filesOf(drawn).flatMap(({ id, name }) => {
      const known = fileAtVapi(id);
      return known === null ? [] : [{ id: known, name }];
    });
    const data = { ...drawn, files };
    const facts = complete(data).map((fact) => ({
      question: text(fact.question),
      answer: text(fact.answer),
    }));
    // Whoever knows nothing should not invite questions.
    if (!knowsAnything(data)) return { instruction: { do: 'go', to: 'could-not-answer' }, tools: [] };
    const lookUp = filesOf(data).length === 0 ? null : lookUpTool(data, toolName('look_up'), language, text);
    const question = text(data.invitation) || INVITATION[language];
    return {
      instruction: {
        do: 'inform',
        question,
        facts,
        strict: data.strictness === 'only-these',
        ...(lookUp?.function ? { lookUp: lookUp.function.name } : {}),
        to: 'satisfied',
        unknown: 'could-not-answer',
      },
      tools: lookUp ? [lookUp] : [],
      opening: { text: question, listens: true },
    };
  },
  simulate: (node, event, { document, fill }) => {
    const left = (satisfied: boolean) =>
      ({
        said: [],
        result: {
          type: 'left',
          exit: satisfied ? 'satisfied' : 'could-not-answer',
          because: { code: satisfied ? 'no-more-questions' : 'question-unanswered', params: {} },
        },
      }) as const;
    if (!knowsAnything(node.data)) return left(false);
    if (event.type === 'leave-by') return left(event.exit === 'satisfied');
    return {
      said: [fill(node.data.invitation).trim() || INVITATION[document.language]],
      result: { type: 'waiting', exits: ['satisfied', 'could-not-answer'] },
    };
  },
  examples: {
    'front-desk': {
      invitation: 'Que souhaitez-vous savoir ?',
      facts: [
        { id: 'hours', question: 'Quels sont vos horaires ?', answer: 'Nous sommes ouverts de 9 h à 18 h.' },
        { id: 'place', question: 'Où êtes-vous ?', answer: 'Au 3 rue de la Paix, à Paris.' },
      ],
      strictness: 'only-these',
    },
    shop: {
      invitation: 'What would you like to know?',
      facts: [{ id: 'parking', question: 'Is there parking?', answer: 'Yes, behind the shop.' }],
      strictness: 'may-add-general',
    },
    brochure: {
      invitation: 'What would you like to know?',
      facts: [],
      strictness: 'only-these',
      files: [{ id: '11111111-1111-4111-8111-111111111111', name: 'brochure.pdf' }],
    },
    empty: { invitation: '', facts: [], strictness: 'only-these' },
  },
});

function filesOf({ files = [] }: InformData) {
  return files;
}

function knowsAnything(data: InformData): boolean {
  return complete(data).length > 0 || filesOf(data).length > 0;
}

const LOOK_UP: Readonly<Record<CallLanguage, { readonly tool: string; readonly about: string }>> = {
  en: { tool: 'Finds the answer to a question in the files of the place.', about: 'Holds:' },
  fr: {
    tool: 'Cherche la réponse à une question dans les fichiers de l’établissement.',
    about: 'Contient :',
  },
};

function lookUpTool(
  data: InformData,
  name: string,
  language: CallLanguage,
  text: (sentence: string) => string,
): QueryTool {
  const words = LOOK_UP[language];
  const names = filesOf(data).map((file) => text(file.name));
  return {
    type: 'query',
    function: { name, description: words.tool },
    knowledgeBases: [
      {
        provider: 'google',
        name,
        description: `${words.about} ${names.join(', ')}`.slice(0, 900),
        fileIds: filesOf(data).map(({ id }) => id),
      },
    ],
    // Silence is better than Vapi's own filler, which is English.
    messages: [{ type: 'request-start', content: '' }],
  };
}

/** Facts of which both halves are written. */
function complete(data: InformData) {
  return data.facts.filter((fact) => fact.question.trim() !== '' && fact.answer.trim() !== '');
}

function problem(
  node: Problem['at']['node'],
  code: string,
  severity: Problem['severity'],
  field: string,
  params: Problem['params'] = {},
): Problem {
  return { code: `inform/${code}`, severity, at: { ...(node ? { node } : {}), field }, params };
}
