/** The same document as immer makes of the same writing, patches that lead there and back, and nothing copied that was left alone. */
import * as fc from 'fast-check';
import { Immer } from 'immer';
import { expect, it } from 'vitest';
import { applyPatches } from './apply-patches.ts';
import { castDraft, current, type Draft, isWritten, original, writeInto } from './draft.ts';

interface Step {
  readonly position: { readonly x: number };
  readonly rows: readonly { readonly word: string; readonly tags: readonly string[] }[];
  readonly title?: string;
}
interface Drawing {
  readonly steps: Readonly<Record<string, Step>>;
  readonly name: string;
}

const immer = new Immer({ autoFreeze: false });
const id = fc.constantFrom('a', 'b', 'c');
const rows = fc.array(
  fc.record({ word: fc.constantFrom('x', 'y'), tags: fc.array(fc.constantFrom('p', 'q'), { maxLength: 3 }) }),
  { maxLength: 4 },
);
const step: fc.Arbitrary<Step> = fc.record({ position: fc.record({ x: fc.nat(3) }), rows });
const drawing: fc.Arbitrary<Drawing> = fc.record({ steps: fc.dictionary(id, step), name: id });

interface Given {
  readonly id: string;
  readonly other: string;
  readonly step: Step;
  readonly at: number;
}
type Writing = (draft: Draft<Drawing>, given: Given) => unknown;

/** What commands do, and what they might. */
const WRITINGS: Readonly<Record<string, Writing>> = {
  name(draft, given) {
    draft.name = given.id;
  },
  add(draft, given) {
    draft.steps[given.id] = structuredClone(given.step) as Draft<Step>;
  },
  remove(draft, given) {
    delete draft.steps[given.id];
  },
  look: (draft) => JSON.stringify(draft),
  ...inStep({
    title(one, given) {
      one.title = given.other;
    },
    untitle(one) {
      delete one.title;
    },
    move(one, given) {
      one.position.x = given.at;
    },
    assign: (one, given) => Object.assign(one, structuredClone(given.step)),
    push: ({ rows }, given) => rows.push(...(structuredClone(given.step.rows) as Draft<Step['rows']>)),
    cut: ({ rows }, given) => rows.splice(given.at, 1),
    first: ({ rows }) => rows.unshift({ word: 'first', tags: [] }),
    reverse: ({ rows }) => rows.reverse(),
    sort: ({ rows }) => rows.sort((row, other) => row.word.localeCompare(other.word)),
    empty({ rows }) {
      rows.length = 0;
    },
    word({ rows }, given) {
      const row = rows[given.at];
      if (row) row.word = given.other;
    },
    tag: ({ rows }, given) => rows[given.at]?.tags.push('new'),
    filter(one, given) {
      one.rows = one.rows.filter((_, index) => index !== given.at);
    },
    moveRow({ rows }, given, draft) {
      const row = rows[given.at];
      const to = draft.steps[given.other];
      if (!row || !to || given.id === given.other) return;
      rows.splice(given.at, 1);
      row.word = 'moved';
      to.rows.push(row);
    },
    wrap({ rows }, given, draft) {
      if (given.id === given.other) return;
      draft.steps[given.other] = { position: { x: 9 }, rows: rows.slice(0, 1), title: 'made' };
    },
    renameKey(one, given, draft) {
      if (given.id === given.other) return;
      delete draft.steps[given.id];
      draft.steps[given.other] = one;
    },
  }),
};

/** Of a step, where it is there. */
function inStep(
  writings: Record<string, (one: Draft<Step>, given: Given, draft: Draft<Drawing>) => unknown>,
): Record<string, Writing> {
  return Object.fromEntries(
    Object.entries(writings).map(([name, write]) => [
      name,
      (draft: Draft<Drawing>, given: Given) => {
        const one = draft.steps[given.id];
        if (one) write(one, given, draft);
      },
    ]),
  );
}

const writing = fc.record({
  what: fc.constantFrom(...Object.keys(WRITINGS)),
  given: fc.record({ id, other: id, step, at: fc.nat(3) }),
});

it('leads to the same as immer, there and back', () => {
  fc.assert(
    fc.property(drawing, fc.array(writing, { maxLength: 8 }), (before, all) => {
      const kept = structuredClone(before);
      const write = (draft: Draft<Drawing>) => {
        for (const { what, given } of all) WRITINGS[what]!(draft, given);
      };
      const wanted = immer.produce(structuredClone(before), (draft) => write(draft as Draft<Drawing>));
      const { document, patches, inverse } = writeInto(before, write);
      expect(document).toEqual(wanted);
      expect(before).toEqual(kept);
      expect(applyPatches(before, patches)).toEqual(wanted);
      expect(applyPatches(document, inverse)).toEqual(kept);
      if (patches.length === 0) expect(document).toEqual(before);
      // No draft has stayed in it: those could not be cloned.
      expect(structuredClone(document)).toEqual(wanted);
      structuredClone([patches, inverse]);
    }),
    { numRuns: 1_000 },
  );
});

const THREE: Drawing = {
  name: 'three',
  steps: {
    a: { position: { x: 1 }, rows: [{ word: 'x', tags: ['p'] }] },
    b: { position: { x: 2 }, rows: [] },
  },
};

it('names a written field by its own patch, and copies nothing beside it', () => {
  const { document, patches, inverse } = writeInto(THREE, (draft) => {
    draft.steps.a!.rows[0]!.word = 'z';
  });
  expect(patches).toEqual([{ op: 'replace', path: ['steps', 'a', 'rows', 0, 'word'], value: 'z' }]);
  expect(inverse).toEqual([{ op: 'replace', path: ['steps', 'a', 'rows', 0, 'word'], value: 'x' }]);
  expect(document.steps.b).toBe(THREE.steps.b);
  expect(document.steps.a?.position).toBe(THREE.steps.a?.position);
});

it.each<[string, (draft: Draft<Drawing>) => void]>([
  ['nothing', () => {}],
  ['only looking', (draft) => void JSON.stringify(draft)],
  ['the same value', (draft) => void Object.assign(draft, { name: 'three' })],
  ['the same part', (draft) => void Object.assign(draft.steps, { a: draft.steps.a })],
])('makes no patch of %s', (_, write) => {
  const written = writeInto(THREE, write);
  expect(written.patches).toEqual([]);
  expect(written.document).toBe(THREE);
});

it('tells what stands behind a draft, and how it stands now', () => {
  writeInto(THREE, (draft) => {
    draft.steps.a!.position.x = 7;
    expect(original(draft.steps.a)).toBe(THREE.steps.a);
    expect(current(draft.steps.a)?.position).toEqual({ x: 7 });
    expect(original(castDraft({ x: 1 }))).toBeUndefined();
    expect([draft, draft.steps, draft.steps.a].map(isWritten)).toEqual([true, true, true]);
    expect([draft.steps.b, draft.name].map(isWritten)).toEqual([false, false]);
    expect(Array.isArray(draft.steps.a!.rows)).toBe(true);
    expect('a' in draft.steps).toBe(true);
    expect(Object.keys(draft.steps)).toEqual(['a', 'b']);
  });
});

it('changes nothing when the writing fails, and refuses to be written into later', () => {
  const kept = structuredClone(THREE);
  let leaked: Draft<Drawing> | undefined;
  expect(() =>
    writeInto(THREE, (draft) => {
      leaked = draft;
      draft.name = 'half';
      throw new RangeError('in between');
    }),
  ).toThrow(RangeError);
  writeInto(THREE, (draft) => {
    leaked = draft;
  });
  expect(() => Object.assign(leaked!, { name: 'late' })).toThrow(TypeError);
  expect(THREE).toEqual(kept);
});

it('copies records of thousands as well', () => {
  const large = { steps: Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`s${at}`, { at }])) };
  const { document, patches, inverse } = writeInto(large, (draft) => {
    draft.steps.s7!.at = 0;
    delete draft.steps.s8;
  });
  expect(Object.keys(document.steps)).toEqual(Object.keys(large.steps).filter((key) => key !== 's8'));
  expect(document.steps.s9).toBe(large.steps.s9);
  expect(applyPatches(large, patches)).toEqual(document);
  expect(applyPatches(document, inverse)).toEqual(large);
});
