/** A drawing with a step of every kind that acts or leaves, in two sections, so that its squad holds every sort of tool. */
import type { CallLanguage, FlowDocument, HoursId, NodeId } from '../../flow/document.ts';
import { registry } from '../registry.ts';
import { drawFlow } from './play-flow.ts';

const DISCLOSURE = { en: 'I am an automated assistant.', fr: 'Je suis un assistant automatisé.' };

/** Nothing is wrong with it; its words are the kinds' own, so most are in the language of the call. */
export function richFlow(language: CallLanguage): FlowDocument {
  const made = (kind: string, data: object = {}) => ({
    kind,
    data: { ...(registry.get(kind)!.create({ language, hours: 'open' as HoursId }) as object), ...data },
  });
  const compare = (value: string) => [
    { type: 'compare', information: 'guests', operator: 'more-than', value },
  ];
  const document = drawFlow(
    language,
    {
      answer: {
        ...made('answer', { greeting: 'Martin.', disclosure: DISCLOSURE[language] }),
        to: { next: 'wish' },
      },
      wish: {
        ...made('understand', {
          choices: [
            { ...firstChoice(language), id: 'table', label: 'table' },
            { ...firstChoice(language), id: 'news', label: 'news' },
          ],
        }),
        to: { table: 'details', news: 'facts', 'something-else': 'desk' },
      },
      details: {
        ...made('ask', { items: asked(language, ['guests', 'moment', 'guest', 'phone']) }),
        to: { 'got-it': 'large', 'would-not-say': 'desk' },
      },
      large: {
        ...made('decide', { cases: [{ id: 'yes', name: '', match: 'all', rules: compare('8') }] }),
        to: { yes: 'desk', otherwise: 'book' },
      },
      book: {
        ...made('book', { service: 'table', when: 'moment', name: 'guest', phone: 'phone', hours: 'open' }),
        to: { booked: 'send', 'no-slot': 'desk', problem: 'desk' },
      },
      send: { ...made('send', { text: 'Table: {{moment}}' }), to: { sent: 'ticket', problem: 'ticket' } },
      ticket: {
        ...made('connect', {
          url: 'https://example.com/tickets',
          body: [{ name: 'guest', information: 'guest', value: '' }],
        }),
        to: { worked: 'bye', problem: 'bye' },
      },
      facts: {
        ...made('inform', {}),
        to: Object.fromEntries(
          registry
            .get('inform')!
            .exits(made('inform').data)
            .map(({ id }) => [id, 'bye']),
        ),
      },
      desk: {
        ...made('transfer', {
          people: (made('transfer').data as { people: object[] }).people.map((person) => ({
            ...person,
            name: 'Desk',
            number: '+33199006112',
          })),
        }),
        to: { 'no-answer': 'bye' },
      },
      bye: made('hang-up', {}),
    },
    {
      guests: { name: 'guests', type: 'number' },
      moment: { name: 'moment', type: 'text' },
      guest: { name: 'guest', type: 'name' },
      phone: { name: 'phone', type: 'phone' },
    },
  );
  return inSections({
    ...document,
    hours: {
      ['open' as HoursId]: {
        id: 'open' as HoursId,
        name: 'open',
        timeZone: 'Europe/Paris',
        week: Array.from({ length: 7 }, () => [{ from: 540, to: 1080 }]),
        holidays: 'none',
        exceptions: [],
        shared: null,
      },
    },
  });
}

/** The steps that act lie in a section of their own, which is a member of its own. */
function inSections(document: FlowDocument): FlowDocument {
  const acting = ['book', 'send', 'ticket', 'desk', 'bye'];
  const nodes = Object.fromEntries(
    Object.entries(document.nodes).map(([id, node]) => [
      id,
      acting.includes(id) ? { ...node, section: 'acts' as NodeId } : node,
    ]),
  );
  const data = registry.get('section')!.create({ language: document.language });
  const section = { id: 'acts' as NodeId, kind: 'section', position: { x: 0, y: 400 }, data };
  return { ...document, nodes: { ...nodes, ['acts' as NodeId]: section } as FlowDocument['nodes'] };
}

function firstChoice(language: CallLanguage): object {
  const example = registry.get('understand')!.create({ language }) as { choices: object[] };
  return { ...example.choices[0], examples: [] };
}

function asked(language: CallLanguage, ids: readonly string[]): object[] {
  const example = registry.get('ask')!.create({ language }) as { items: object[] };
  return ids.map((information) => ({ optional: false, ...example.items[0], information }));
}
