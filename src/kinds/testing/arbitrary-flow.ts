/** Generated drawings for property tests: any steps of the real kinds, wired at random, most of them odd. */
import fc from 'fast-check';
import {
  ANYTIME_RULES,
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
    type: fc.constantFrom('open' as const, 'holiday' as const),
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

const patience = { retries: fc.integer({ min: 0, max: 3 }), skipKnown: fc.boolean() };

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
    ...patience,
  }),
  understand: fc.record({
    question: sentence,
    choices: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        label: sentence,
        examples: fc.array(sentence, { maxLength: 2 }),
        counterExamples: fc.array(sentence, { maxLength: 2 }),
      }),
      { selector: (choice) => choice.id, maxLength: 4 },
    ),
    retries: patience.retries,
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
        hours: fc.constantFrom('', 'main', 'nowhere'),
        ringSeconds: fc.constantFrom(5, 120),
      }),
      { maxLength: 3 },
    ),
    tellWhy: fc.boolean(),
    waitForAnswer: fc.boolean(),
  }),
  book: fc.record({
    service: fc.constantFrom('', 'Consultation', '{{name}} {% x %}'),
    minutes: fc.integer({ min: 5, max: 480 }),
    hours: fc.constantFrom('', 'main', 'nowhere'),
    buffer: fc.constantFrom(0, 15),
    notice: fc.constantFrom(0, 24),
    when: fc.constantFrom('', 'hour', 'missing'),
    name: fc.constantFrom('', 'name', 'hour'),
    phone: fc.constantFrom('', 'flow', 'missing'),
    confirmation: fc.oneof(sentence, fc.constant('[slot] {{hour}}')),
  }),
  send: fc.record({
    channel: fc.constantFrom('sms', 'email'),
    to: fc.constantFrom('', 'caller', 'me', 'flow', 'mail', 'missing'),
    address: fc.constantFrom('', '0142685300', 'a@b.fr', '{{name}}'),
    subject: sentence.map((text) => text.slice(0, 150)),
    text: sentence,
  }),
  inform: fc.record({
    invitation: sentence,
    facts: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        question: sentence.map((text) => text.slice(0, 300)),
        answer: sentence,
      }),
      { selector: (fact) => fact.id, maxLength: 3 },
    ),
    strictness: fc.constantFrom('only-these', 'may-add-general'),
  }),
  connect: fc.record({
    label: sentence.map((text) => text.slice(0, 80)),
    method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
    url: fc.constantFrom(
      '',
      'https://api.example.com/a/{{name}}?b={{hour}}&c={{missing}}&d={%x%}#{{',
      'https://{{name}}.example.com',
      'http://10.0.0.1',
    ),
    headers: fc.array(
      fc.record({
        name: fc.constantFrom('X-Flow', '', 'à b', 'Authorization'),
        value: fc.constantFrom('text {{name}} {% x', 'secret:crm', 'secret:', ''),
      }),
      { maxLength: 2 },
    ),
    body: fc.array(
      fc.record({
        name: fc.constantFrom('customer', 'name', 'flow', 'à, é', '__proto__', ''),
        information: fc.oneof(informationId, fc.constant('')),
        value: fc.constantFrom('8', '{{name}} {% x %}', ''),
      }),
      { maxLength: 3 },
    ),
    answers: fc.array(
      fc.record({
        path: fc.constantFrom('data.tier', '$.items.0.name', 'a b', ''),
        information: fc.oneof(informationId, fc.constant('')),
      }),
      { maxLength: 3 },
    ),
    timeoutSeconds: fc.integer({ min: 1, max: 30 }),
    say: sentence,
  }),
  note: fc.record({ text: sentence, color: fc.constantFrom('yellow', 'blue', 'green', 'grey') }),
  section: fc.record({
    title: sentence.map((text) => text.slice(0, 80)),
    color: fc.constantFrom('yellow', 'blue', 'green', 'grey'),
  }),
  'hang-up': fc.record({ closing: sentence, outcome: fc.constantFrom('', 'Done') }),
};

/** A lane that leads back, to any step, to the beginning or to nowhere. */
function anytime(steps: number): fc.Arbitrary<Record<string, unknown>> {
  const rule = fc.record({
    enabled: fc.boolean(),
    sentence: sentence.map((text) => text.slice(0, 500)),
    goTo: fc.option(fc.nat(steps + 1).map((index) => `n${index}`)),
    phrases: fc.array(fc.constantFrom('au secours', '{{name}} / {% x %}', ' ', 'help me'), { maxLength: 2 }),
  });
  return fc.record(Object.fromEntries(ANYTIME_RULES.map((name) => [name, rule])));
}

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
      lane: anytime(maximum),
    })
    .map(({ first, steps, language, wires, lane }) => {
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
      const information = {
        ...Object.fromEntries(
          ['name', 'hour', 'guests', 'vip'].map((id, index) => [
            id,
            { id, name: id.toUpperCase(), type: INFORMATION_TYPES[(index * 5) % INFORMATION_TYPES.length] },
          ]),
        ),
        // Has the name of a constant of tools that act during a call.
        flow: { id: 'flow', name: 'FLOW', type: 'phone' },
        mail: { id: 'mail', name: 'MAIL', type: 'email' },
      };
      const open = [{ from: 540, to: 1080 }];
      const hours = {
        main: {
          id: 'main',
          name: 'Main',
          timeZone: 'Europe/Paris',
          week: [open, open, open, open, open, [], []],
          holidays: 'france',
          exceptions: [
            { date: '2026-12-24', spans: [{ from: 540, to: 720 }] },
            { date: '2026-12-26', spans: [] },
          ],
          shared: null,
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
        anytime: lane,
      } as unknown as FlowDocument;
    });
}
