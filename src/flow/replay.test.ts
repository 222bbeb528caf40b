/** Seeking: the step at any time is the one that had begun last. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginnings, visitAt } from './replay.ts';

/** Visits in the order of their times, some without one, and several at once. */
const paths = fc
  .array(fc.record({ pause: fc.nat(3), known: fc.boolean() }), { minLength: 1, maxLength: 30 })
  .map((steps) => {
    let at = 0;
    return steps.map(({ pause, known }) => {
      at += pause;
      return known ? { at } : {};
    });
  });

it('any time shows the step that had begun last, and none that begins later', () => {
  fc.assert(
    fc.property(paths, fc.nat(120), (path, time) => {
      const found = visitAt(path, time);
      const begun = beginnings(path);
      for (let index = 1; index <= found; index += 1) expect(begun[index]).toBeLessThanOrEqual(time);
      const isBegun = (path[0]!.at ?? 0) <= time;
      if (isBegun && found + 1 < path.length) expect(begun[found + 1]).toBeGreaterThan(time);
    }),
    { seed: 20261130, numRuns: 2000 },
  );
});

it('never goes back while time goes on', () => {
  fc.assert(
    fc.property(paths, (path) => {
      const seen = Array.from({ length: 100 }, (_, time) => visitAt(path, time));
      expect(seen).toEqual([...seen].sort((one, other) => one - other));
      expect(seen.at(-1)).toBe(path.length - 1);
    }),
    { seed: 20261130 },
  );
});

it.each([
  [[], 5, -1],
  [[{ at: 10 }], 0, 0],
  [[{ at: 0 }, {}, { at: 8 }], 7, 1],
  [[{ at: 0 }, { at: 5 }, { at: 5 }, { at: 9 }], 5, 2],
])('%j at %d: %d', (path, time, index) => {
  expect(visitAt(path, time)).toBe(index);
});
