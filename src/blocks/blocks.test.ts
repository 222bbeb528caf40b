/** Every block in both languages: sound where it is put, asks for nothing twice, and says where the call goes on. */
import { describe, expect, it } from 'vitest';
import {
  type CallLanguage,
  type EdgeId,
  emptyDocument,
  type FlowDocument,
  type FlowEdge,
  type FlowNode,
  type Information,
  type InformationId,
  type NodeId,
} from '../flow/document.ts';
import { checkFlow, compileFlow, readFlow, registry } from '../kinds/registry.ts';
import { templates } from '../templates/registry.ts';
import type { Block } from './block.ts';
import { findInformation, NEEDS, newInformation } from './need.ts';
import { type ExitPlace, placeBlock } from './place-block.ts';
import { blockOf, blocks } from './registry.ts';

const LANGUAGES: readonly CallLanguage[] = ['en', 'fr'];

/** The drawing with the block behind that exit, and all its open ends led to a goodbye. */
function withBlock(document: FlowDocument, block: Block, from: ExitPlace, hasRuntime = false) {
  const placed = placeBlock(block, { document, from, hasRuntime, mint: (step) => `b-${step}` as NodeId });
  const end: FlowNode = {
    id: 'end' as NodeId,
    kind: 'hang-up',
    title: 'End',
    position: { x: 900, y: 0 },
    data: { closing: document.language === 'fr' ? 'Au revoir.' : 'Goodbye.', outcome: '' },
  };
  const links = [
    { from, to: placed.nodes[0]!.id },
    ...placed.links,
    ...placed.open.map((open) => ({ from: open, to: end.id })),
  ];
  const edges = links.map(
    ({ from: { node, exit }, to }, index): FlowEdge => ({
      id: `b${index}` as EdgeId,
      from: node,
      exit,
      to,
    }),
  );
  const nodes = [...placed.nodes, ...(placed.open.length > 0 ? [end] : [])];
  const kept = Object.values<FlowEdge>(document.edges).filter(
    (edge) => edge.from !== from.node || edge.exit !== from.exit,
  );
  const whole: FlowDocument = {
    ...document,
    nodes: { ...document.nodes, ...Object.fromEntries(nodes.map((node) => [node.id, node])) },
    edges: Object.fromEntries([...kept, ...edges].map((edge) => [edge.id, edge])),
    information: {
      ...document.information,
      ...Object.fromEntries(placed.information.map((one) => [one.id, one])),
    },
    settings: { ...document.settings, ...placed.settings },
  };
  return { placed, whole };
}

function answered(language: CallLanguage): FlowDocument {
  const kind = registry.get('answer')!;
  const node: FlowNode = {
    id: 'start' as NodeId,
    kind: 'answer',
    position: { x: 0, y: 0 },
    data: { ...kind.create({ language }), greeting: language === 'fr' ? 'Bonjour.' : 'Hello.' },
  };
  return { ...emptyDocument('Desk', language), nodes: { [node.id]: node } };
}

const START: ExitPlace = { node: 'start' as NodeId, exit: 'next' };

describe.each(blocks.flatMap((block) => LANGUAGES.map((language) => [block.id, language, block] as const)))(
  '%s (%s)',
  (_, language, block) => {
    it.each([false, true])('is sound behind a greeting (runtime %s)', (hasRuntime) => {
      const { whole } = withBlock(answered(language), block, START, hasRuntime);
      expect(readFlow(JSON.parse(JSON.stringify(whole))).problems).toEqual([]);
      const found = checkFlow(whole).filter(({ code }) => code !== 'no-person' && code !== 'send/no-address');
      expect(found).toEqual([]);
      expect(compileFlow(whole, { mode: 'live' } as never).problems.map(({ code }) => code)).not.toContain(
        'payload-refused',
      );
    });

    it('begins with its first step, at the left; every link leads to the right', () => {
      const { placed } = withBlock(answered(language), block, START);
      const leftOf = (id: NodeId) => placed.nodes.find((node) => node.id === id)!.position.x;
      expect(leftOf(placed.nodes[0]!.id)).toBe(0);
      for (const { from, to } of placed.links) expect(leftOf(to)).toBeGreaterThan(leftOf(from.node));
      for (const { position } of placed.nodes) {
        expect(position.x).toBeLessThan(placed.size.width);
        expect(position.y).toBeLessThan(placed.size.height);
      }
      const led = new Set(placed.links.map(({ to }) => to));
      expect(placed.nodes.filter(({ id }) => !led.has(id)).map(({ id }) => id)).toEqual([
        placed.nodes[0]!.id,
      ]);
      expect(placed.open.length).toBeLessThanOrEqual(1);
    });

    it('asks for nothing that the drawing asks for under another name, and repeats no title', () => {
      for (const template of templates) {
        const document = template.build(language, { name: 'X' });
        const start = Object.values<FlowNode>(document.nodes).find(({ kind }) => registry.get(kind)?.entry)!;
        const { whole } = withBlock(document, block, { node: start.id, exit: 'next' });
        const types = Object.values<Information>(whole.information).map(({ type }) => type);
        for (const type of ['phone', 'email'] as const)
          expect(types.filter((one) => one === type).length).toBeLessThanOrEqual(1);
        const codes = checkFlow(whole).map(({ code }) => code);
        expect(codes).not.toContain('same-information-name');
        expect(codes).not.toContain('same-title');
      }
    });

    it('is called something on screen', () => {
      for (const words of [block.words.en, block.words.fr]) {
        expect(words.name).toMatch(/\S/);
        expect(words.hint).toMatch(/\S/);
      }
    });
  },
);

describe('information of a block', () => {
  const information = (...all: [id: string, type: Information['type'], name: string][]) =>
    Object.fromEntries(all.map(([id, type, name]) => [id, { id: id as InformationId, type, name }]));

  it.each([
    ['the same name, whatever its accents', information(['a', 'phone', 'Numero de telephone']), 'phone', 'a'],
    ['a synonym in the other language', information(['a', 'name', 'Nom du patient']), 'name', 'a'],
    ['the only phone, whatever it is called', information(['a', 'phone', 'Call me at']), 'phone', 'a'],
    ['never another sort', information(['a', 'text', 'Phone']), 'phone', undefined],
    ['never the name of something else', information(['a', 'name', 'Nom du chien']), 'name', undefined],
    [
      'none of two that could be meant',
      information(['a', 'phone', 'Office'], ['b', 'phone', 'Home']),
      'phone',
      undefined,
    ],
  ] as const)('%s', (_, all, need, expected) => {
    expect(findInformation(all, NEEDS[need])?.id).toBe(expected);
  });

  it('gets a name and an id of its own', () => {
    const all = information(['message', 'choice', 'Message']);
    expect(newInformation(all, NEEDS.message, 'fr')).toEqual({
      id: 'message_2',
      name: 'Message 2',
      type: 'text',
    });
  });
});

describe('a recap', () => {
  const recap = blockOf('confirm-and-recap')!;
  const question = (document: FlowDocument, from: ExitPlace) =>
    String(withBlock(document, recap, from).placed.nodes[0]!.data.question);

  it('repeats what every caller has told by then, and nothing else', () => {
    const document = templates
      .find(({ id }) => id === 'appointment-booking')!
      .build('fr', { name: 'Cabinet' });
    const said = question(document, { node: 'details' as NodeId, exit: 'got-it' });
    expect(said).toContain('{{patient}}');
    expect(said).toContain('{{phone}}');
    expect(said).not.toContain('{{message}}');
    expect(said).not.toContain('{{reason}}');
  });

  it('repeats nothing where nothing is known', () => {
    expect(question(answered('en'), START)).toBe('Have I understood everything correctly?');
  });
});

it('consent switches recording on, for the information that is asked', () => {
  const { whole } = withBlock(answered('fr'), blockOf('recording-consent')!, START);
  expect(whole.settings).toMatchObject({ recording: true, consent: 'recording_consent' });
  const chosen = { ...whole, information: { ...whole.information } };
  (chosen.information as Record<string, Information>).recording_consent = {
    ...whole.information['recording_consent' as InformationId]!,
    name: 'D’accord ?',
  };
  const again = placeBlock(blockOf('recording-consent')!, {
    document: chosen,
    hasRuntime: false,
    mint: (step) => step as NodeId,
  });
  expect(again.information).toEqual([]);
});
