/** Generated drawings for property tests: any steps of the real kinds, wired at random, most of them odd. */
import fc from 'fast-check';
import {
  DEFAULT_SETTINGS,
  DOCUMENT_FORMAT,
  type FlowDocument,
  INFORMATION_TYPES,
} from '../../flow/document.ts';
import { kinds, registry } from '../registry.ts';

const sentence = fc.oneof(
  fc.constantFrom(
    'Bonjour !',
    'What can I do for you?',
    'Merci {{name}}, à {{hour}}.',
    '{{ now }} {% if x %}',
    '«{{unknown}}»',
    '',
    '  ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const informationId = fc.constantFrom('name', 'hour', 'guests', 'vip', 'missing');
const rule = fc.oneof(
  fc.record({
    type: fc.constant('open' as const),
    hours: fc.constantFrom('main', 'nowhere'),
    is: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('compare' as const),
    information: informationId,
    operator: fc.constantFrom(
      'is',
      'is-not',
      'contains',
      'more-than',
      'less-than',
      'before',
      'after',
      'given',
    ),
    value: fc.constantFrom('8', 'yes', '', 'é"\\{{x}}'),
  }),
);

const data: Readonly<Record<string, fc.Arbitrary<Record<string, unknown>>>> = {
  answer: fc.record({
    greeting: sentence,
    disclosure: fc.oneof(sentence, fc.constant('Je suis un robot.')),
    assistantName: fc.constantFrom('', 'Camille'),
  }),
  say: fc.record({ text: sentence, exactly: fc.boolean() }),
  ask: fc.record({
    question: sentence,
    items: fc.array(fc.record({ information: informationId, optional: fc.boolean() }), { maxLength: 4 }),
    readBack: fc.boolean(),
  }),
  understand: fc.record({
    question: sentence,
    choices: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        label: sentence,
        examples: fc.array(sentence, { maxLength: 2 }),
      }),
      { selector: (choice) => choice.id, maxLength: 4 },
    ),
  }),
  decide: fc.record({
    cases: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('yes', 'maybe', 'no'),
        name: fc.constantFrom('', 'VIP'),
        match: fc.constantFrom('all', 'any'),
        rules: fc.array(rule, { maxLength: 3 }),
      }),
      {
        selector: (row) => row.id,
        minLength: 1,
        maxLength: 3,
      },
    ),
  }),
  transfer: fc.record({
    message: sentence,
    people: fc.array(
      fc.record({
        name: sentence.map((text) => text.slice(0, 80)),
        number: fc.constantFrom('', '0142685300', '+33199001234', 'abc'),
      }),
      { maxLength: 3 },
    ),
    tellWhy: fc.boolean(),
  }),
  'hang-up': fc.record({ closing: sentence, outcome: fc.constantFrom('', 'Done') }),
};

/** A drawing that `readFlow` accepts without loss; up to `maximum` steps besides the answering one. */
export function arbitraryFlow(maximum = 14): fc.Arbitrary<FlowDocument> {
  const others = kinds.map((kind) => kind.id).filter((id) => id !== 'answer');
  const step = fc
    .constantFrom(...others)
    .chain((kind) => data[kind]!.map((value) => ({ kind: kind as string, data: value })));
  const answering = data.answer!.map((value) => ({ kind: 'answer', data: value }));
  return fc
    .record({
      first: answering,
      steps: fc.array(step, { maxLength: maximum }),
      language: fc.constantFrom('fr' as const, 'en' as const),
      wires: fc.infiniteStream(fc.nat(1000)),
    })
    .map(({ first, steps, language, wires }) => {
      const all = [first, ...steps];
      const nodes: Record<string, unknown> = {};
      const edges: Record<string, unknown> = {};
      const nextNumber = () => wires.next().value as number;
      all.forEach((one, index) => {
        const id = `n${index}`;
        nodes[id] = {
          id,
          kind: one.kind,
          title: index % 3 === 0 ? `Étape {{${index}}}` : undefined,
          position: { x: index * 10, y: 0 },
          data: one.data,
        };
        if (nodes[id] && index % 3 !== 0) delete (nodes[id] as { title?: unknown }).title;
        for (const exit of registry.get(one.kind)!.exits(one.data)) {
          const to = nextNumber() % (all.length + 1);
          if (to < all.length)
            edges[`e${index}-${exit.id}`] = {
              id: `e${index}-${exit.id}`,
              from: id,
              exit: exit.id,
              to: `n${to}`,
            };
        }
      });
      const information = Object.fromEntries(
        ['name', 'hour', 'guests', 'vip'].map((id, index) => [
          id,
          { id, name: id.toUpperCase(), type: INFORMATION_TYPES[(index * 5) % INFORMATION_TYPES.length] },
        ]),
      );
      const open = [{ from: 540, to: 1080 }];
      const hours = {
        main: {
          id: 'main',
          name: 'Main',
          timeZone: 'Europe/Paris',
          week: [open, open, open, open, open, [], []],
          closedOn: ['2026-12-25'],
        },
      };
      return {
        format: DOCUMENT_FORMAT,
        name: 'Généré {{x}}',
        language,
        nodes,
        edges,
        information,
        hours,
        settings: DEFAULT_SETTINGS,
      } as unknown as FlowDocument;
    });
}
