/** The same as immer's own way with the same patches, there and back, and nothing copied that was not touched. */
import * as fc from 'fast-check';
import { enablePatches, Immer } from 'immer';
import { expect, it } from 'vitest';
import { applyPatches } from './apply-patches.ts';

enablePatches();
const immer = new Immer({ autoFreeze: false });

interface Drawing {
  nodes: Record<string, { title?: string; position: { x: number }; list: string[] }>;
  name: string;
}

const step = fc.record({
  position: fc.record({ x: fc.nat(9) }),
  list: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }),
});
const drawing: fc.Arbitrary<Drawing> = fc.record({
  nodes: fc.dictionary(fc.constantFrom('n1', 'n2', 'n3'), step),
  name: fc.string({ maxLength: 3 }),
});
const edit = fc.record({
  what: fc.constantFrom('add', 'delete', 'title', 'untitle', 'move', 'push', 'cut', 'insert', 'name'),
  id: fc.constantFrom('n1', 'n2', 'n3'),
  step,
});

function change(
  draft: Drawing,
  { what, id, step: given }: { what: string; id: string; step: Drawing['nodes'][string] },
) {
  const node = draft.nodes[id];
  if (what === 'name') draft.name = id;
  else if (what === 'add') draft.nodes[id] = structuredClone(given);
  else if (!node) return;
  else if (what === 'delete') delete draft.nodes[id];
  else if (what === 'title') node.title = `${given.position.x}`;
  else if (what === 'untitle') delete node.title;
  else if (what === 'move') node.position = { ...given.position };
  else if (what === 'push') node.list.push(...given.list);
  else if (what === 'cut') node.list.splice(given.position.x % 3, 1);
  else node.list.unshift('first');
}

it('leads where the edits led, and back', () => {
  fc.assert(
    fc.property(drawing, fc.array(edit, { maxLength: 6 }), (before, edits) => {
      const kept = structuredClone(before);
      const [after, patches, inverse] = immer.produceWithPatches(before, (draft: Drawing) => {
        for (const one of edits) change(draft, one);
      });
      expect(applyPatches(before, patches)).toEqual(after);
      expect(applyPatches(after, inverse)).toEqual(kept);
      expect(before).toEqual(kept);
    }),
    { numRuns: 500 },
  );
});

it('copies only what is touched, and never writes into the values of patches', () => {
  const before = { nodes: { a: { list: [1] }, b: { list: [2] } }, hours: { h: 1 } };
  const value = { list: [3] };
  const after = applyPatches(before, [
    { op: 'replace', path: ['nodes', 'a'], value },
    { op: 'add', path: ['nodes', 'a', 'list', 1], value: 4 },
  ]);
  expect(after).toEqual({ nodes: { a: { list: [3, 4] }, b: { list: [2] } }, hours: { h: 1 } });
  expect(after.hours).toBe(before.hours);
  expect(after.nodes.b).toBe(before.nodes.b);
  expect(value).toEqual({ list: [3] });
});
