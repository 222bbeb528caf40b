/** Steps on their way through a clipboard: what is carried, what comes back of it, and what no text may bring about. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DOCUMENT_FORMAT,
  emptyDocument,
  type FlowDocument,
  type FlowNode,
  type HoursId,
  INFORMATION_TYPES,
  type Information,
  type InformationId,
  type NodeId,
} from '../../flow/document.ts';
import type { SharedHours } from '../../flow/shared-hours.ts';
import { readFlow, registry } from '../../kinds/registry.ts';
import { arbitraryFlow } from '../../kinds/testing/arbitrary-flow.ts';
import { largeFlow } from '../../kinds/testing/large-flow.ts';
import { stableStringify } from '../../lib/json.ts';
import { templates } from '../../templates/registry.ts';
import { pasteSteps } from '../commands/paste-steps.ts';
import { createDocumentStore } from '../store/document-store.ts';
import { carriedClip, carryClip } from './carrier.ts';
import { type Clip, clipOf, printClip, readClip } from './clip.ts';

const seed = Number(process.env.SEED ?? 20261130);
const numRuns = Number(process.env.RUNS ?? 300);
const booking = templates.find(({ id }) => id === 'appointment-booking')!.build('en', { name: 'Office' });
const idsOf = ({ nodes }: FlowDocument) => Object.keys(nodes) as NodeId[];
const nodesOf = ({ nodes }: FlowDocument) => Object.values<FlowNode>(nodes);

function copy(document: FlowDocument, nodes: readonly string[], flow = 'one'): Clip {
  const text = printClip(clipOf(document, new Set(nodes as NodeId[]), registry, flow));
  const read = readClip(text, registry);
  if (!read.ok) throw new Error(`A copied clip cannot be read: ${read.failure}`);
  return read.value;
}

function paste(document: FlowDocument, clip: Clip, flow = 'two', sharedHours: SharedHours[] = []) {
  let ids = 0;
  const store = createDocumentStore(document, {
    kinds: registry,
    newId(prefix) {
      ids += 1;
      return `${prefix}_new${ids}`;
    },
    now: () => ids * 10_000,
    layout: () => ({}),
  });
  const run = () => store.run(pasteSteps, { clip, flow, around: { x: 500, y: 300 }, sharedHours });
  const isPasted = run();
  const { document: result, selection } = store.state.getState();
  const pasted = [...selection.nodes].map((id) => result.nodes[id]!);
  return { store, run, isPasted, result, pasted };
}

/** The fields that hold an id, written down apart from what the kinds say. */
const PICKED = /(?:^|\.)(?:information|hours)$|^(?:when|name|phone|to)$/;

/** A step's data with what stands behind its ids in their place: equal values mean the same to callers. */
function meaning({ data }: FlowNode, { information, hours }: FlowDocument): unknown {
  const typeOf = (id: string) =>
    Object.hasOwn(information, id) ? `<${information[id as InformationId]!.type}>` : id;
  const timesOf = (id: string) => (Object.hasOwn(hours, id) ? hours[id as HoursId]!.week : id);
  const walk = (value: unknown, path: string): unknown => {
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).map(([key, one]) => [
        key,
        walk(one, path === '' ? key : `${path}.${key}`),
      ]);
    if (typeof value !== 'string') return value;
    if (PICKED.test(path)) return path.endsWith('hours') ? timesOf(value) : typeOf(value);
    return value.replaceAll(/\{\{(\w+)\}\}/g, (_, id: string) => `{{${typeOf(id)}}}`);
  };
  // Fields of a request that are not sent are remembered, but mean nothing now.
  const sends = ['POST', 'PUT', 'PATCH'].includes(data.method as string);
  const body = ((data.body ?? []) as { name: string }[]).filter(({ name }) => sends && name.trim() !== '');
  return walk({ ...data, body }, '');
}

/** Another drawing with the same ids for other things, so that hardly any id can stay. */
function elsewhere(document: FlowDocument): FlowDocument {
  const information = Object.values<Information>(document.information).map((one, index, all) => ({
    ...one,
    type: INFORMATION_TYPES[(INFORMATION_TYPES.indexOf(one.type) + 1 + (index % 2)) % 10]!,
    name: all[(index + 1) % all.length]!.name,
  }));
  const hours = Object.values(document.hours).map((one) => ({
    ...one,
    week: one.week.map(() => [{ from: 0, to: 60 }]),
  }));
  return {
    ...document,
    information: Object.fromEntries(information.map((one) => [one.id, one])),
    hours: Object.fromEntries(hours.map((one) => [one.id, one])),
  } as FlowDocument;
}

describe('any steps, copied and pasted', () => {
  const flows = arbitraryFlow(10);
  const targets: Readonly<Record<string, [flow: string, (document: FlowDocument) => FlowDocument]>> = {
    'the same drawing': ['one', (document) => document],
    'a drawing that has other things under the same ids': ['two', elsewhere],
    'an empty drawing': ['two', () => emptyDocument('Empty', 'en')],
  };

  it.each(Object.entries(targets))(
    'mean the same in %s, and undo takes all of it away',
    (_, [flow, target]) => {
      console.info(`seed ${seed}`);
      fc.assert(
        fc.property(flows, fc.nat(1000), (document, pick) => {
          const chosen = idsOf(document).filter(
            (_, index) => index === 0 || (pick >> (index % 10)) % 2 === 0,
          );
          const clip = copy(document, chosen);
          const before = target(document);
          const { store, isPasted, result, pasted } = paste(before, clip, flow);
          const arrived = nodesOf(clip.drawing).filter(
            ({ kind }) => kind !== 'answer' || !nodesOf(before).some((node) => node.kind === 'answer'),
          );
          expect(isPasted).toBe(arrived.length > 0);
          if (!isPasted) return;
          expect(pasted.map((node) => meaning(node, result))).toEqual(
            arrived.map((node) => meaning(node, document)),
          );
          expect(pasted.map(({ kind, title }) => [kind, title])).toEqual(
            arrived.map(({ kind, title }) => [kind, title]),
          );
          const spread = (nodes: readonly FlowNode[]) =>
            nodes.map(({ position }) => [
              position.x - nodes[0]!.position.x,
              position.y - nodes[0]!.position.y,
            ]);
          expect(spread(pasted)).toEqual(spread(arrived));
          const read = readFlow(JSON.parse(JSON.stringify(result)));
          expect(read.problems).toEqual([]);
          expect(Object.keys(result.nodes)).toHaveLength(idsOf(before).length + arrived.length);
          store.undo();
          expect(stableStringify(store.state.getState().document)).toBe(stableStringify(before));
          store.redo();
          expect(stableStringify(store.state.getState().document)).toBe(stableStringify(result));
        }),
        { seed, numRuns },
      );
    },
  );
});

describe('a clip', () => {
  const { drawing } = copy(booking, ['details', 'which', 'open', 'booked']);

  it('has the steps, the links among them and what they speak of; nothing else', () => {
    expect(idsOf(drawing).sort()).toEqual(['booked', 'details', 'open', 'which']);
    const links = Object.values(drawing.edges).map(({ from, to }) => `${from} ${to}`);
    expect(links.sort()).toEqual(['details booked', 'details open', 'which open']);
    expect(Object.keys(drawing.hours)).toEqual(['office']);
    const clip = copy(booking, ['open']);
    expect(clip.drawing.information).toEqual({});
    expect(Object.keys(clip.drawing.hours)).toEqual(['office']);
  });

  it('brings its links with it, among the new steps only', () => {
    const { result, pasted } = paste(emptyDocument('', 'fr'), { flow: 'one', drawing });
    const ids = new Set(pasted.map(({ id }) => id));
    const edges = Object.values(result.edges);
    expect(edges).toHaveLength(3);
    expect(edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
  });

  it('stands beside itself when it is pasted again in the same place', () => {
    const { store, run, pasted } = paste(booking, { flow: 'one', drawing });
    run();
    const { document, selection } = store.state.getState();
    const again = [...selection.nodes].map((id) => document.nodes[id]!.position);
    expect(again).toEqual(pasted.map(({ position: { x, y } }) => ({ x: x + 40, y: y + 40 })));
  });
});

describe('the step that begins the call', () => {
  it('comes into a drawing that has none, and into no other', () => {
    const clip = copy(booking, ['answer', 'wish']);
    const kindsIn = (document: FlowDocument) => paste(document, clip).pasted.map(({ kind }) => kind);
    expect(kindsIn(emptyDocument('', 'en'))).toEqual(['answer', 'understand']);
    expect(kindsIn(booking)).toEqual(['understand']);
    expect(paste(booking, copy(booking, ['answer'])).isPasted).toBe(false);
  });
});

describe('information', () => {
  const asking = (information: Partial<Information>, id = 'who'): FlowDocument => {
    const one = { id, name: 'Caller', type: 'name', ...information } as Information;
    const data = {
      question: `You are {{${id}}}?`,
      items: [{ information: id, optional: false }],
      readBack: false,
    };
    const step = { id: 'a', kind: 'ask', position: { x: 0, y: 0 }, data };
    return { ...emptyDocument('', 'en'), nodes: { a: step }, information: { [id]: one } } as FlowDocument;
  };
  const rooms = { type: 'choice', name: 'Room', choices: ['blue', 'green'] } as const;

  it.each<[string, FlowDocument, FlowDocument, string]>([
    ['is that of the same id and type', asking({}), asking({ name: 'Guest' }), 'who'],
    ['is that of the same name and type', asking({}), asking({ name: 'CALLER' }, 'guest'), 'guest'],
    ['is new where the type is another', asking({}), asking({ type: 'phone' }), 'who_2'],
    ['is new where it is missing', asking({}), emptyDocument('', 'en'), 'who'],
    ['is new where answers are missing', asking(rooms), asking({ ...rooms, choices: ['blue'] }), 'who_2'],
    ['gets another id where Vapi has its own', asking({}, 'date'), emptyDocument('', 'en'), 'date_2'],
  ])('%s', (_, from, to, id) => {
    const { pasted, result } = paste(to, copy(from, ['a']));
    expect(pasted[0]!.data).toMatchObject({
      question: `You are {{${id}}}?`,
      items: [{ information: id }],
    });
    expect(result.information).toHaveProperty(id);
  });

  it('brings the consent that it is asked for, unless the flow has its own', () => {
    const consenting = (id: string): FlowDocument => {
      const document = asking({ type: 'yes-no', name: id }, id);
      return { ...document, settings: { ...document.settings, consent: id as InformationId } };
    };
    const clip = copy(consenting('agrees'), ['a']);
    expect(paste(emptyDocument('', 'en'), clip).result.settings).toMatchObject({
      recording: false,
      consent: 'agrees',
    });
    expect(paste(consenting('other'), clip).result.settings.consent).toBe('other');
  });
});

describe('opening hours', () => {
  const shared = '3f2b8c1e-9d4a-4c6b-8e2f-1a2b3c4d5e6f';
  const main = booking.hours['office' as HoursId]!;
  const follow = { ...booking, hours: { office: { ...main, shared } } } as FlowDocument;
  const newest = { ...main, name: 'House', timeZone: 'Europe/London' };
  const { id: _, shared: __, ...content } = newest;
  const pasteInto = (document: FlowDocument, source: FlowDocument, known: boolean, flow = 'two') => {
    const sharedHours = known ? [{ id: shared, content }] : [];
    return Object.values(paste(document, copy(source, ['open']), flow, sharedHours).result.hours);
  };
  const empty = emptyDocument('', 'en');

  it('are those of the drawing when they are the same, or shared by the workspace', () => {
    expect(pasteInto(booking, booking, false)).toHaveLength(1);
    expect(
      pasteInto({ ...follow, hours: { office: { ...newest, shared } } } as FlowDocument, follow, true),
    ).toEqual([{ ...newest, shared }]);
  });

  it('stay shared, with the newest times, where the workspace has them', () => {
    expect(pasteInto(empty, follow, true)).toEqual([{ ...content, id: 'office', shared }]);
    expect(pasteInto(empty, follow, false)).toEqual([{ ...main, shared: null }]);
  });

  it('are a second set where the drawing has others under that name', () => {
    const others = elsewhere(booking);
    expect(pasteInto(others, booking, false).map(({ id, name }) => [id, name])).toEqual([
      ['office', main.name],
      ['office_2', `${main.name} 2`],
    ]);
    expect(pasteInto(others, booking, false, 'one')).toHaveLength(1);
  });
});

describe('sections', () => {
  const drawn = {
    ...emptyDocument('', 'en'),
    nodes: {
      s: { id: 's', kind: 'section', position: { x: 0, y: 0 }, data: { title: 'Desk', color: 'blue' } },
      a: {
        id: 'a',
        kind: 'say',
        position: { x: 9, y: 9 },
        section: 's',
        data: { text: 'Hi', exactly: true },
      },
    },
  } as unknown as FlowDocument;
  const sectionOf = (nodes: readonly FlowNode[]) => nodes.find(({ kind }) => kind === 'say')!.section;

  it('come with their steps; alone, a step stays in its section where that is', () => {
    const both = paste(drawn, copy(drawn, ['s', 'a'])).pasted;
    expect(sectionOf(both)).toBe(both.find(({ kind }) => kind === 'section')!.id);
    expect(sectionOf(paste(drawn, copy(drawn, ['a']), 'one').pasted)).toBe('s');
    expect(sectionOf(paste(drawn, copy(drawn, ['a']), 'two').pasted)).toBeUndefined();
  });
});

describe('what no clipboard may bring about', () => {
  const good = JSON.parse(printClip(clipOf(booking, new Set(['wish', 'open'] as NodeId[]), registry, 'one')));
  const withDrawing = (change: object) =>
    JSON.stringify({ ...good, drawing: { ...good.drawing, ...change } });
  const withStep = (change: object) =>
    withDrawing({ nodes: { wish: { ...good.drawing.nodes.wish, ...change } } });
  const deep = `${'{"a":'.repeat(60_000)}1${'}'.repeat(60_000)}`;
  const many = largeFlow(510);

  it.each<[string, string, string]>([
    ['nothing', '', 'unreadable'],
    ['no JSON', '{"allokoli":', 'unreadable'],
    ['other JSON', '[1,2]', 'unreadable'],
    ['a null', 'null', 'unreadable'],
    ['another marker', JSON.stringify({ ...good, allokoli: 'flow' }), 'unreadable'],
    ['a later version', JSON.stringify({ ...good, version: 2 }), 'newer'],
    ['a later format', withDrawing({ format: DOCUMENT_FORMAT + 1 }), 'newer'],
    ['no format', withDrawing({ format: 'x' }), 'unreadable'],
    ['no drawing', JSON.stringify({ ...good, drawing: null }), 'unreadable'],
    ['no step', withDrawing({ nodes: {} }), 'unreadable'],
    ['steps in a list', withDrawing({ nodes: [good.drawing.nodes.wish] }), 'unreadable'],
    ['a step under another id', withDrawing({ nodes: { x: good.drawing.nodes.wish } }), 'unreadable'],
    ['data of another kind', withStep({ kind: 'say' }), 'unreadable'],
    ['a foreign field', withStep({ onload: 'alert(1)' }), 'unreadable'],
    ['a step far away', withStep({ position: { x: 1e308, y: 0 } }), 'unreadable'],
    ['a step nowhere', withStep({ position: { x: null, y: 0 } }), 'unreadable'],
    ['an id that is a prototype', JSON.stringify(good).replaceAll('"wish"', '"__proto__"'), 'unreadable'],
    ['broken information', withDrawing({ information: { a: { id: 'a' } } }), 'unreadable'],
    ['broken hours', withDrawing({ hours: { main: { id: 'main' } } }), 'unreadable'],
    ['great depth', JSON.stringify(good).replace('"drawing":', `"more":${deep},"drawing":`), 'unreadable'],
    [
      'data that is too deep',
      JSON.stringify(good).replace('"nodes":{', `"nodes":{"z":{"id":"z","kind":"later","data":${deep}},`),
      'unreadable',
    ],
    ['too many steps', printClip(clipOf(many, new Set(idsOf(many)), registry, 'one')), 'too-large'],
    ['too much text', `${' '.repeat(2_000_000)}{}`, 'too-large'],
  ])('%s', (_, text, failure) => {
    expect(readClip(text, registry)).toEqual({ ok: false, failure });
  });

  it('links from nowhere, from ways out that are not there, or twice from one', () => {
    const edge = (id: string, from: string, exit: string, to: string) => [id, { id, from, exit, to }];
    const edges = Object.fromEntries([
      edge('a', 'open', 'yes', 'wish'),
      edge('b', 'open', 'yes', 'open'),
      edge('c', 'open', 'never', 'wish'),
      edge('d', 'constructor', 'next', 'wish'),
      edge('e', 'open', 'no', 'toString'),
    ]);
    const read = readClip(withDrawing({ edges }), registry);
    if (!read.ok) throw new Error(read.failure);
    const { result } = paste(emptyDocument('', 'en'), read.value);
    expect(Object.values(result.edges).map(({ exit }) => exit)).toEqual(['yes']);
  });

  it('any text at all', () => {
    console.info(`seed ${seed}`);
    const text = JSON.stringify(good);
    const mangled = fc
      .tuple(fc.nat(text.length), fc.nat(40), fc.constantFrom('', 'null', '"', '{', '1e999', '"__proto__"'))
      .map(([at, length, word]) => text.slice(0, at) + word + text.slice(at + length));
    fc.assert(
      fc.property(fc.oneof(mangled, fc.json(), fc.string()), (one) => {
        const read = readClip(one, registry);
        if (!read.ok) return;
        const { result } = paste(booking, read.value);
        expect(readFlow(JSON.parse(JSON.stringify(result))).problems).toEqual([]);
      }),
      { seed, numRuns: numRuns * 5 },
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a clipboard', () => {
  const carrier = (data = new Map<string, string>()) =>
    ({
      getData: (type: string) => data.get(type) ?? '',
      setData: (type: string, text: string) => void data.set(type, text),
    }) as DataTransfer;
  const clip = '{"text":"« Où ? » <b> & \'\\""}';

  it('carries a clip to the same browser and, inside HTML, to another', () => {
    const kept = new Map<string, string>();
    carryClip(carrier(kept), { clip, plain: 'Hello', html: '<p>Hello</p>' });
    expect(carriedClip(carrier(kept))).toBe(clip);
    const abroad = new Map([['text/html', `<meta charset='utf-8'>${kept.get('text/html')}`]]);
    expect(carriedClip(carrier(abroad))).toBe(clip);
    expect(kept.get('text/plain')).toBe('Hello');
  });

  it.each([
    ['other text', new Map([['text/plain', '{}']]), null],
    ['other HTML', new Map([['text/html', '<p>data-allokoli-steps</p>']]), null],
    ['half a clip', new Map([['text/html', '<p data-allokoli-steps="%7B%2']]), ''],
  ])('with %s', (_, data, found) => {
    expect(carriedClip(carrier(data))).toBe(found);
  });
});
