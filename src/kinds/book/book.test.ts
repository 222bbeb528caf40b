/** What a booking asks of our endpoint, and what it says. */
import { describe, expect, it } from 'vitest';
import { calendarNow } from '../../flow/calendar-names.ts';
import { emptyDocument, type FlowDocument, type FlowNode, type InformationId } from '../../flow/document.ts';
import type { LowerContext, SimulationContext, WorkspaceHoldings } from '../../flow/kind.ts';
import { fillSentence, toLiquid } from '../../flow/text.ts';
import type { ApiRequestTool } from '../../vapi/contract/tool.ts';
import { checkFlow } from '../registry.ts';
import { drawFlow } from '../testing/play-flow.ts';
import { RUNTIME } from '../testing/runtime.ts';
import { type BookData, book } from './kind.ts';

const document = {
  ...emptyDocument('X', 'fr'),
  information: {
    day: { id: 'day', name: 'Jour', type: 'date' },
    who: { id: 'who', name: 'Nom', type: 'name' },
    caller: { id: 'caller', name: 'Téléphone', type: 'phone' },
  },
  hours: {
    main: {
      id: 'main',
      name: 'Main',
      timeZone: 'Europe/Paris',
      week: [[{ from: 540, to: 600 }], [], [], [], [], [], []],
      holidays: 'none',
      exceptions: [],
      shared: null,
    },
  },
} as unknown as FlowDocument;
const nodeOf = (rest: Partial<BookData> = {}) =>
  ({
    id: 'n1',
    data: { ...book.examples.new!, service: 'Bilan', when: 'day', ...rest },
  }) as FlowNode<BookData>;
const context: LowerContext = {
  document,
  language: 'fr',
  runtime: RUNTIME,
  toolName: (purpose) => `${purpose}_n1`,
  text: (sentence) => toLiquid(sentence, document),
};
const toolOf = (rest: Partial<BookData> = {}) => book.lower(nodeOf(rest), context).tools[0] as ApiRequestTool;

describe('the request', () => {
  it('lets the model fill in what the caller said; all else is constant', () => {
    const tool = toolOf({ name: 'who', phone: 'caller', hours: 'main', service: '{{x}} Bilan' });
    expect(tool).toMatchObject({ method: 'POST', url: RUNTIME.url('book'), timeoutSeconds: 10 });
    expect(tool.body).toMatchObject({ required: ['day', 'who', 'caller_'] });
    expect(Object.fromEntries(tool.parameters!.map(({ key, value }) => [key, value]))).toMatchObject({
      node: 'n1',
      service: '{ {x} } Bilan',
      minutes: 30,
      phone_property: 'caller_',
    });
  });

  it('makes the wish what was booked, and keeps the wish when nothing was', () => {
    expect(toolOf().variableExtractionPlan!.aliases).toEqual([
      { key: 'book_n1', value: '{{$.outcome}}' },
      { key: 'day', value: '{{$.slot | default: day}}' },
    ]);
  });

  it('sends one value once, whatever it is used for', () => {
    expect(toolOf({ when: 'day', name: 'day' }).body!.required).toEqual(['day']);
  });

  it('says nothing that an assistant guesses: its ways out need no veto', () => {
    expect(book.lower(nodeOf(), context).outcomeVariable).toBeUndefined();
  });

  it('is not made without a wish or without our endpoints', () => {
    const nothing = { instruction: { do: 'go', to: 'problem' }, tools: [] };
    const { runtime: _, ...without } = context;
    for (const when of ['', 'gone', '__proto__'])
      expect(book.lower(nodeOf({ when }), context)).toEqual(nothing);
    expect(book.lower(nodeOf(), without)).toEqual(nothing);
  });
});

describe('the confirmation', () => {
  const spoken = (confirmation: string) => {
    const { instruction } = book.lower(nodeOf({ confirmation }), context);
    return instruction.do === 'compute' ? instruction.outcomes[0]!.say : null;
  };
  it.each([
    ['Noté pour {{day}}, {{who}}.', 'Noté pour [slot], {{ who | default: "non précisé" }}.'],
    ['Noté.', 'Noté. C’est pour : [slot].'],
    ['', 'C’est pour : [slot].'],
    ['Salle [slot] {% x %}', 'Salle (slot) { % x % } C’est pour : [slot].'],
  ])('%j is spoken as %j', (confirmation, said) => {
    expect(spoken(confirmation)).toBe(said);
  });
});

describe('a rehearsal of the drawing', () => {
  const simulation: SimulationContext = {
    document,
    information: {},
    now: 0,
    fill: (sentence) => fillSentence(sentence, document, { day: 'jeudi' } as Record<InformationId, string>),
  };
  it('waits for what comes of it', () => {
    expect(book.simulate(nodeOf(), { type: 'enter' }, simulation).result).toEqual({
      type: 'waiting',
      exits: ['booked', 'no-slot', 'problem'],
    });
    expect(
      book.simulate(nodeOf({ confirmation: 'Noté.' }), { type: 'leave-by', exit: 'booked' }, simulation),
    ).toMatchObject({ said: ['Noté. C’est pour : jeudi.'], result: { exit: 'booked' } });
    for (const exit of ['no-slot', 'problem'])
      expect(book.simulate(nodeOf(), { type: 'leave-by', exit }, simulation).result).toMatchObject({ exit });
  });
  it('fails at once where the compiled flow would', () => {
    expect(book.simulate(nodeOf({ when: '' }), { type: 'enter' }, simulation).result).toMatchObject({
      exit: 'problem',
    });
  });
});

it.each([
  ['Dr Petit', ['Dr Petit']],
  ['dr petit ', ['dr petit']],
  ['Dr Roux', []],
  ['Nobody listed it', []],
  ['', []],
])('booking into “%s” is a warning where that calendar was removed', (calendar, told) => {
  const workspace = {
    names: ['Dr Martin'],
    former: [
      { name: 'Dr Roux', current: 'Dr Martin' },
      { name: 'Dr Petit', current: null },
    ],
  };
  const drawn = drawFlow('en', { slot: { kind: 'book', data: nodeOf({ calendar }).data } });
  const found = (known?: WorkspaceHoldings) =>
    checkFlow(drawn, known)
      .filter(({ code }) => code === 'book/calendar-removed')
      .map(({ severity, at, params }) => [severity, at.field, params.name]);
  expect(found()).toEqual([]);
  expect(found({ calendarNow: (wanted) => calendarNow(workspace, wanted) })).toEqual(
    told.map((name) => ['warning', 'calendar', name]),
  );
  // Made again.
  expect(found({ calendarNow: (wanted) => wanted })).toEqual([]);
});

it('a booking longer than any opening is a warning', () => {
  const check = book.checks.find(({ code }) => code === 'book/long-duration')!;
  const found = (minutes: number, hours: string) =>
    check.test(nodeOf({ minutes, hours }), { document, knownBefore: new Set() });
  expect(found(60, 'main')).toEqual([]);
  expect(found(65, 'main')).toMatchObject([{ severity: 'warning', params: { minutes: 65, longest: 60 } }]);
  expect(found(200, '')).toEqual([]);
  expect(found(300, '')).toHaveLength(1);
});
