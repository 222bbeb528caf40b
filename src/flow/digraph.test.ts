/** Circles, ways and their order in graphs of numbers, compared with the plainest definition. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Digraph, reachedFrom, strongComponents, withFollowers, within } from './digraph.ts';

const seed = Number(process.env.SEED ?? 20261123);
const rows = fc.array(fc.array(fc.nat(11), { maxLength: 4 }), { minLength: 12, maxLength: 12 });

function graphOf(followers: readonly (readonly number[])[]): Digraph {
  const starts = [0];
  for (const row of followers) starts.push(starts.at(-1)! + row.length);
  return { starts: Int32Array.from(starts), targets: Int32Array.from(followers.flat()) };
}

describe('a graph of numbers', () => {
  it(`knows what can be reached, and in which order circles follow each other (seed ${seed})`, () => {
    fc.assert(
      fc.property(rows, fc.nat(11), (followers, root) => {
        const graph = graphOf(followers);
        const from = (node: number) =>
          [...reachedFrom(graph, node).keys()].filter((one) => reachedFrom(graph, node)[one]);
        const seen = new Set([root]);
        for (const node of seen) for (const to of followers[node]!) seen.add(to);
        expect(new Set(from(root))).toEqual(seen);
        const found = strongComponents(graph, root);
        expect(found.flat().sort((a, b) => a - b)).toEqual([...seen].sort((a, b) => a - b));
        const placeOf = new Map(found.flatMap((nodes, place) => nodes.map((node) => [node, place])));
        for (const one of seen)
          for (const two of from(one)) {
            expect(placeOf.get(one)).toBeLessThanOrEqual(placeOf.get(two)!);
            expect(placeOf.get(one) === placeOf.get(two)).toBe(from(two).includes(one));
          }
      }),
      { seed, numRuns: 300 },
    );
  });

  it('takes more followers, and leaves others out', () => {
    const graph = graphOf([[1], [2], [], [0]]);
    expect([...reachedFrom(withFollowers(graph, 1, [3]), 0)]).toEqual([1, 1, 1, 1]);
    expect([...reachedFrom(within(graph, Uint8Array.of(1, 1, 0, 1)), 0)]).toEqual([1, 1, 0, 0]);
  });
});
