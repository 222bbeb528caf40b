/** Records so large that they are tables: edit after edit, back and forth again, they hold what a plain record would hold. */
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyPatches } from './apply-patches.ts';
import { writeInto } from './draft.ts';

type Steps = Record<string, { title: string }>;

const SIZE = 600;
const key = fc.nat(SIZE + 20).map((number) => `n-${number}`);
const edit = fc.record({
  what: fc.constantFrom('title', 'exchange', 'delete', 'both'),
  key,
  other: key,
  title: fc.string({ maxLength: 3 }),
});

function write(
  steps: Steps,
  { what, key, other, title }: typeof edit extends fc.Arbitrary<infer One> ? One : never,
) {
  const step = steps[key];
  if (what === 'title' && step) step.title = title;
  else if (what === 'exchange') steps[key] = { title };
  else delete steps[key];
  if (what === 'both') steps[other] = { title };
}

it('a large record holds, and lists in the same order, what a plain one does', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const plain: Steps = Object.fromEntries(
        Array.from({ length: SIZE }, (_, number) => [`n-${number}`, { title: `${number}` }]),
      );
      const first = { steps: structuredClone(plain) };
      let now = first;
      const done = edits.map((one) => {
        const written = writeInto(now, (draft) => write(draft.steps, one));
        now = written.document;
        write(plain, one);
        expect(JSON.stringify(now.steps)).toBe(JSON.stringify(plain));
        return written;
      });
      for (const { inverse } of done.toReversed()) now = applyPatches(now, inverse);
      expect(isDeepStrictEqual(now, first)).toBe(true);
      for (const { patches } of done) now = applyPatches(now, patches);
      expect(isDeepStrictEqual(now.steps, plain)).toBe(true);
      expect(Object.keys(now.steps).sort()).toEqual(Object.keys(plain).sort());
    }),
    { numRuns: 60 },
  );
});
