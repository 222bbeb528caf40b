/** Typical edits as data, and what holds for any two drawings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFlow, registry } from '../../kinds/registry.ts';
import { arbitraryFlow } from '../../kinds/testing/arbitrary-flow.ts';
import { stableStringify } from '../../lib/json.ts';
import { isSameJson } from '../../lib/same-json.ts';
import { templates } from '../../templates/registry.ts';
import type { FlowDocument } from '../document.ts';
import { diffDocuments } from './diff-documents.ts';

const seed = Number(process.env.SEED ?? 20261124);
const numRuns = Number(process.env.RUNS ?? 1000);
const booking = templates.find(({ id }) => id === 'appointment-booking')!.build('en', { name: 'Office' });

// biome-ignore lint/suspicious/noExplicitAny: a test edits the drawing as JSON
function edited(edit: (json: any) => void, from: FlowDocument = booking): FlowDocument {
  const json = structuredClone(from);
  edit(json);
  return json;
}

describe('the difference of two drawings', () => {
  it('matches rows by their ids: a new first choice is one change, with its link', () => {
    const after = edited((json) => {
      json.nodes.wish.data.choices.unshift({ id: 'urgent', label: 'an emergency', examples: ['it hurts'] });
      json.edges.u = { id: 'u', from: 'wish', exit: 'urgent', to: 'desk' };
    });
    expect(diffDocuments(booking, after, registry)).toEqual([
      { code: 'choice-added', node: 'wish', params: { exit: 'urgent', label: 'an emergency', to: 'desk' } },
    ]);
  });

  it('tells a removed choice and where it led, a renamed one, another order', () => {
    const removed = edited((json) => {
      json.nodes.wish.data.choices.splice(0, 1);
      delete json.edges['wish-book'];
    });
    expect(diffDocuments(booking, removed, registry)).toEqual([
      {
        code: 'choice-removed',
        node: 'wish',
        params: { exit: 'book', label: 'book an appointment', to: 'details' },
      },
    ]);
    const renamed = edited((json) => {
      json.nodes.wish.data.choices[0].label = 'make an appointment';
      json.nodes.wish.data.choices.reverse();
    });
    expect(diffDocuments(booking, renamed, registry)).toEqual([
      {
        code: 'choice-renamed',
        node: 'wish',
        params: { exit: 'book', before: 'book an appointment', after: 'make an appointment' },
      },
      { code: 'order-changed', node: 'wish', params: { path: 'choices' } },
    ]);
  });

  it('knows a sentence by its kind, and a number as a value at a path', () => {
    const after = edited((json) => {
      json.nodes.desk.data.message = 'Hold on.';
      json.nodes.desk.data.people[0].number = '+33199005678';
    });
    expect(diffDocuments(booking, after, registry)).toEqual([
      {
        code: 'sentence-changed',
        node: 'desk',
        params: {
          field: 'message',
          before: 'One moment, I am putting you through.',
          after: 'Hold on.',
        },
      },
      {
        code: 'value-changed',
        node: 'desk',
        params: { path: 'people.0.number', before: '+33 1 99 00 12 34', after: '+33199005678' },
      },
    ]);
  });

  it('collapses positions into one change', () => {
    const after = edited((json) => {
      json.nodes.wish.position.x += 40;
      json.nodes.desk.position.y -= 3;
    });
    expect(diffDocuments(booking, after, registry)).toEqual([{ code: 'moved', params: { steps: 2 } }]);
  });

  it('says that a link was only renamed by a machine', () => {
    const after = edited((json) => {
      json.edges.other = { ...json.edges['answer-next'], id: 'other' };
      delete json.edges['answer-next'];
    });
    expect(diffDocuments(booking, after, registry)).toEqual([
      { code: 'rewritten', node: 'answer', params: { exit: 'next' } },
    ]);
  });

  it('has a word for parts that it does not know', () => {
    const after = edited((json) => {
      json.lanes = { silence: { seconds: 5 } };
    });
    expect(diffDocuments(booking, after, registry)).toEqual([
      { code: 'part-changed', params: { part: 'lanes', path: '', after: { silence: { seconds: 5 } } } },
    ]);
  });

  it('bears what no drawing should hold', () => {
    const odd = edited((json) => {
      json.nodes.wish.data = { choices: 'none' };
      json.nodes.x = { id: 'x', kind: 'later', position: { x: 0, y: 0 }, data: { constructor: 1 } };
      json.edges.y = { id: 'y', from: 'nowhere', exit: 'toString', to: 'constructor' };
    });
    expect(diffDocuments(booking, odd, registry).length).toBeGreaterThan(2);
    expect(diffDocuments(odd, booking, registry).length).toBeGreaterThan(2);
    let deep: unknown = {};
    for (let depth = 0; depth < 20_000; depth += 1) deep = { deep };
    const abyss = edited(() => undefined);
    (abyss.nodes as Record<string, { data: unknown }>).wish!.data = deep;
    expect(diffDocuments(abyss, abyss, registry)).toEqual([]);
    expect(diffDocuments(booking, abyss, registry).length).toBeGreaterThan(0);
    expect(diffDocuments(abyss, booking, registry).length).toBeGreaterThan(0);
    expect(isSameJson(deep, { deep })).toBe(false);
  });
});

/** Any JSON put at any place of a drawing, then read as every stored drawing is. */
function mutated(document: FlowDocument, places: readonly number[], value: unknown): FlowDocument {
  const copy = structuredClone(document) as unknown as Record<string, unknown>;
  let here = copy;
  for (const place of places) {
    const keys = Object.keys(here);
    if (keys.length === 0) break;
    const key = keys[place % keys.length]!;
    const next = here[key];
    const isRecordOfSteps = here === copy && typeof next === 'object';
    if (typeof next === 'object' && next !== null && (isRecordOfSteps || place % 5 !== 0))
      here = next as Record<string, unknown>;
    else {
      here[key] = value;
      break;
    }
  }
  return readFlow(copy).document;
}

describe(`any two drawings (seed ${seed}, ${numRuns} runs)`, () => {
  it('a drawing does not differ from itself, nor from itself with its keys in another order', () => {
    fc.assert(
      fc.property(arbitraryFlow(), (document) => {
        expect(diffDocuments(document, document, registry)).toEqual([]);
        expect(diffDocuments(document, JSON.parse(stableStringify(document)), registry)).toEqual([]);
      }),
      { seed, numRuns },
    );
  });

  it('no change exactly when they are equal as canonical JSON', () => {
    fc.assert(
      fc.property(
        arbitraryFlow(6),
        arbitraryFlow(6),
        fc.boolean(),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 7 }),
        fc.oneof(fc.string({ maxLength: 6 }), fc.integer(), fc.constantFrom(null, true, 0, '')),
        (one, another, unrelated, places, value) => {
          const after = unrelated ? another : mutated(one, places, value);
          const changes = diffDocuments(one, after, registry);
          expect(changes.length === 0).toBe(stableStringify(one) === stableStringify(after));
          expect(diffDocuments(one, after, registry)).toEqual(changes);
          expect(diffDocuments(after, one, registry).length === 0).toBe(changes.length === 0);
        },
      ),
      { seed, numRuns },
    );
  });
});
