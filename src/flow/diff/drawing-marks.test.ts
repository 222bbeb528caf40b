/** Marks of two drawings beside each other: a template edited by hand, and what holds for any two drawings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registry } from '../../kinds/registry.ts';
import { arbitraryFlow } from '../../kinds/testing/arbitrary-flow.ts';
import { templates } from '../../templates/registry.ts';
import type { FlowDocument } from '../document.ts';
import { diffDocuments } from './diff-documents.ts';
import { drawingMarks } from './drawing-marks.ts';

const seed = Number(process.env.SEED ?? 20261201);
const numRuns = Number(process.env.RUNS ?? 300);

function marksOf(before: FlowDocument, after: FlowDocument) {
  return drawingMarks(before, after, diffDocuments(before, after, registry));
}

describe('marks of two drawings', () => {
  const before = templates.find(({ id }) => id === 'appointment-booking')!.build('en', { name: 'Martin' });
  // biome-ignore lint/suspicious/noExplicitAny: a test edits the drawing as JSON
  const after = structuredClone(before) as any;
  after.nodes.answer.data.greeting = 'Hello.';
  after.nodes.wish.position = { x: 1, y: 2 };
  after.nodes.thanks = {
    id: 'thanks',
    kind: 'say',
    position: { x: 0, y: 0 },
    data: { text: 'Thanks.', exactly: true },
  };
  after.edges['details-got-it'].to = 'thanks';
  after.edges.thanks = { id: 'thanks', from: 'thanks', exit: 'next', to: 'booked' };
  delete after.nodes.changed;
  delete after.edges['which-got-it'];
  const marks = marksOf(before, after);

  it('say of steps what became of them; one that only lies elsewhere has none', () => {
    expect(Object.fromEntries(marks.before.nodes)).toEqual({ answer: 'changed', changed: 'removed' });
    expect(Object.fromEntries(marks.after.nodes)).toEqual({ answer: 'changed', thanks: 'added' });
  });

  it('of a link that leads elsewhere are on both sides', () => {
    expect(Object.fromEntries(marks.before.edges)).toEqual({
      'details-got-it': 'removed',
      'which-got-it': 'removed',
    });
    expect(Object.fromEntries(marks.after.edges)).toEqual({ 'details-got-it': 'added', thanks: 'added' });
  });
});

describe(`marks of any two drawings (seed ${seed}, ${numRuns} runs)`, () => {
  it('are those of the way back with sides and signs exchanged, and none between equal ones', () => {
    fc.assert(
      fc.property(arbitraryFlow(6), arbitraryFlow(6), (one, other) => {
        const there = marksOf(one, other);
        const back = marksOf(other, one);
        expect([...marksOf(one, structuredClone(one)).after.nodes.keys()]).toEqual([]);
        const swapped = (marks: ReadonlyMap<string, string>) =>
          [...marks].map(([id, mark]) => [
            id,
            mark === 'added' ? 'removed' : mark === 'removed' ? 'added' : mark,
          ]);
        for (const part of ['nodes', 'edges'] as const) {
          expect([...back.after[part]]).toEqual(swapped(there.before[part]));
          expect([...back.before[part]]).toEqual(swapped(there.after[part]));
        }
      }),
      { seed, numRuns },
    );
  });

  it('leave no step unmarked that a change speaks of, but for links', () => {
    fc.assert(
      fc.property(arbitraryFlow(6), arbitraryFlow(6), (one, other) => {
        const changes = diffDocuments(one, other, registry);
        const marks = drawingMarks(one, other, changes);
        for (const { node, code } of changes)
          if (node !== undefined && !code.startsWith('link-') && (node in one.nodes || node in other.nodes))
            expect(marks.before.nodes.has(node) || marks.after.nodes.has(node)).toBe(true);
      }),
      { seed, numRuns },
    );
  });
});
