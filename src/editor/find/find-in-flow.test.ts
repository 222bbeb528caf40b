/** What is found in a drawing, in which order, and which words of it are shown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument, type FlowNode, type NodeId } from '../../flow/document.ts';
import { ruleNames } from '../../flow-words/rules/messages.ts';
import { createStepWords } from '../../flow-words/step-words.ts';
import type { ScreenLanguage } from '../../i18n/messages.ts';
import { registry } from '../../kinds/registry.ts';
import { arbitraryFlow } from '../../kinds/testing/arbitrary-flow.ts';
import { largeFlow } from '../../kinds/testing/large-flow.ts';
import { wordsOf } from '../../kinds/whole-words.ts';
import { templates } from '../../templates/registry.ts';
import { laneMessages } from '../anytime-lane/messages.ts';
import { type FlowWords, flowIndex } from './find-in-flow.ts';
import { fold, foldWithPlaces } from './fold.ts';
import { findAmong, prepare } from './ranking.ts';

const seed = Number(process.env.SEED ?? 20261130);

const wordsFor = (language: ScreenLanguage): FlowWords => ({
  steps: createStepWords((kind) => wordsOf(kind, { language, keys: false })),
  rules: ruleNames[language],
  ruleHints: laneMessages[language].hints,
});
const english = wordsFor('en');
const french = wordsFor('fr');

const titles = (document: FlowDocument, query: string, words = english) =>
  findAmong(flowIndex(document, registry, words).steps, query, 8).hits.map(({ item }) => item.title);

/** Steps without links, in the order of their ids. */
function drawn(...steps: (Pick<FlowNode, 'kind' | 'data'> & { readonly title?: string })[]): FlowDocument {
  const nodes = steps.map((step, index) => {
    const id = `n${index}` as NodeId;
    return [id, { ...step, id, position: { x: 0, y: 0 } }] as const;
  });
  return { ...emptyDocument('', 'fr'), nodes: Object.fromEntries(nodes) };
}

const say = (title: string, text = '') => ({ kind: 'say', title, data: { text, exactly: false } });

describe('ranking', () => {
  it.each([
    [
      'equal, then begins so, then a word begins so, then anywhere',
      'port',
      ['port', 'Porte', 'Le port', 'Apport'],
    ],
    ['several words may stand in any order', 'port le', ['Le port']],
    ['case and accents do not matter', 'PÖRT', ['port', 'Porte', 'Le port', 'Apport']],
    ['what fits in no title', 'zzz', []],
  ])('%s', (_, query, expected) => {
    const things = ['Apport', 'Le port', 'Porte', 'port', 'Autre'].map((title) =>
      prepare({ id: title, title }),
    );
    expect(findAmong(things, query, 8).hits.map(({ item }) => item.title)).toEqual(expected);
  });

  it('puts titles before names, and names before texts', () => {
    const things = [
      prepare({ id: 'text', title: 'a', texts: ['the bell rings'] }),
      prepare({ id: 'name', title: 'b', names: ['Bell'] }),
      prepare({ id: 'title', title: 'doorbell' }),
    ];
    expect(findAmong(things, 'bell', 8).hits.map(({ item }) => item.id)).toEqual(['title', 'name', 'text']);
  });

  it('counts what it leaves out, and finds everything when nothing is asked', () => {
    const things = Array.from({ length: 20 }, (_, id) => prepare({ id: `${id}`, title: `step ${id}` }));
    expect(findAmong(things, 'step', 8)).toMatchObject({ total: 20, hits: { length: 8 } });
    expect(findAmong(things, '  ', 8)).toMatchObject({ total: 20, hits: { length: 8 } });
  });
});

describe('what fitted', () => {
  const snippet = (text: string, query: string) =>
    findAmong([prepare({ id: 'x', title: 'x', texts: ['', text] })], query, 8).hits[0]?.snippet;

  it.each([
    ['as it was written', 'Désolé, c’est fermé.', 'ferme', 'Désolé, c’est |fermé|.'],
    ['with its ligatures', 'De tout cœur', 'coeur', 'De tout |cœur|'],
    ['with accents of their own', 'Cafe\u0301 cre\u0300me', 'creme', 'Cafe\u0301 |cre\u0300me|'],
    [
      'all that was typed before a single word',
      'bon voyage et bonjour',
      'et bonjour',
      'bon voyage |et bonjour|',
    ],
  ])('is shown %s', (_, text, query, expected) => {
    const found = snippet(text, query);
    const shown = `${found?.before}|${found?.match}|${found?.after}`;
    expect(shown).toBe(expected);
  });

  it('is the first word that is not in the title, when they stand apart', () => {
    expect(snippet('rendez-vous demain matin', 'matin rendez')).toMatchObject({ match: 'matin' });
  });

  it('is cut at a word when it stands far inside', () => {
    const text = 'Nous sommes désolés de vous avoir fait attendre aussi longtemps';
    expect(snippet(text, 'longtemps')?.before).toBe('…fait attendre aussi ');
  });

  it('folds letter by letter as it folds the whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { folded, starts } = foldWithPlaces(text);
        expect(folded).toBe(fold(text));
        expect(starts).toHaveLength(folded.length + 1);
        expect(starts.at(-1)).toBe(text.length);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('steps', () => {
  const document = drawn(
    say('Accueil', 'Bonjour, à bientôt {{nom}}.'),
    {
      kind: 'understand',
      title: 'Le motif',
      data: {
        question: 'Que puis-je faire pour vous ?',
        choices: [{ id: 'a', label: 'Un devis', examples: ['combien coûte une fuite'] }],
      },
    },
    { kind: 'hang-up', title: 'Fin', data: { closing: 'Au revoir.', outcome: 'Rappel demandé' } },
    { kind: 'note', data: { text: 'Voir avec Anaïs', color: 'yellow' } },
    { kind: 'hang-up', data: { closing: '', outcome: '' } },
    { kind: 'from-the-future', title: 'Inconnue', data: { anything: 1 } },
  );

  it.each([
    ['a title', 'accueil', ['Accueil']],
    ['the name of the kind, untitled ones first', 'hang up', ['Hang up', 'Fin']],
    ['a sentence', 'bientot', ['Accueil']],
    ['a choice', 'devis', ['Le motif']],
    ['what callers may say', 'fuite', ['Le motif']],
    ['the name of a way out', 'something else', ['Le motif']],
    ['an outcome', 'rappel demande', ['Fin']],
    ['a note', 'anais', ['Note']],
    ['a kind that is not known', 'inconnue', ['Inconnue']],
    ['no code of the machine', 'yellow', []],
  ])('are found by %s', (_, query, expected) => {
    expect(titles(document, query)).toEqual(expected);
  });

  it('are found by the words of the language of the screen', () => {
    expect(titles(document, 'raccrocher', french)).toEqual(['Raccrocher', 'Fin']);
    expect(titles(document, 'raccrocher', english)).toEqual([]);
  });

  it(`with a title are found by it (seed ${seed})`, () => {
    fc.assert(
      fc.property(arbitraryFlow(), (flow) => {
        for (const node of Object.values(flow.nodes) as FlowNode[]) {
          const title = node.title?.trim();
          if (!title) continue;
          const { hits } = findAmong(
            flowIndex(flow, registry, french).steps,
            title,
            Number.POSITIVE_INFINITY,
          );
          const place = hits.findIndex(({ item }) => item.place.node === node.id);
          expect(place).toBeGreaterThanOrEqual(0);
          // Only steps of the same title stand before it.
          for (const { item } of hits.slice(0, place)) expect(fold(item.title).trim()).toBe(fold(title));
        }
      }),
      { seed, numRuns: 200 },
    );
  });
});

describe('information and rules', () => {
  const document = templates[0]!.build('en', { name: 'Desk' });
  const index = flowIndex(document, registry, english);

  it('leads to the first step that asks for it', () => {
    const asked = index.information.map(({ item }) => item.place);
    expect(asked.length).toBeGreaterThan(1);
    const [first] = Object.values(document.information);
    const { hits } = findAmong(index.information, first!.name, 8);
    const { place } = hits[0]!.item;
    const node = place.type === 'step' ? document.nodes[place.node] : undefined;
    expect(JSON.stringify(node?.data)).toContain(first!.id);
    // The step itself is found by it too.
    const steps = findAmong(index.steps, first!.name, 50).hits.map(({ item }) => item.place.node);
    expect(steps).toContain(node?.id);
  });

  it('leaves out what nothing speaks of, and leads to a rule that does', () => {
    const spare = { id: 'spare', name: 'Spare', type: 'text' };
    const said = { id: 'said', name: 'Said', type: 'text' };
    const robot = { ...document.anytime.robot, sentence: 'Yes, {{said}}.' };
    const other = {
      ...document,
      information: { ...document.information, spare, said },
      anytime: { ...document.anytime, robot },
    } as FlowDocument;
    const { information, rules } = flowIndex(other, registry, english);
    const found = (query: string) => findAmong(information, query, 8).hits.map(({ item }) => item.place);
    expect([found('spare'), found('said')]).toEqual([[], [{ type: 'rule', rule: 'robot' }]]);
    expect(findAmong(rules, 'yes, said', 8).hits[0]?.item.place).toEqual({ type: 'rule', rule: 'robot' });
  });

  it('finds rules by name and by what callers say', () => {
    const found = (query: string) => findAmong(index.rules, query, 8).hits.map(({ item }) => item.id);
    expect(found('robot')[0]).toBe('rule:robot');
    expect(found('danger')).toEqual(['rule:emergency']);
  });
});

describe('a large drawing', () => {
  const document = largeFlow(2000);

  it('is indexed once for a document and a language', () => {
    const index = flowIndex(document, registry, english);
    expect(flowIndex(document, registry, english)).toBe(index);
    expect(flowIndex(document, registry, french)).not.toBe(index);
    expect(flowIndex({ ...document }, registry, french).steps).toHaveLength(
      Object.keys(document.nodes).length,
    );
  });
});
