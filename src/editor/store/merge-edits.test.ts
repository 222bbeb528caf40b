/** Two people work on one drawing at the same time, through the real commands: nothing of either is lost silently. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowDocument, NodeId } from '../../flow/document.ts';
import type { Conflict, Side } from '../../flow/merge/conflict.ts';
import { conflictKey } from '../../flow/merge/conflict.ts';
import { mergeDocuments } from '../../flow/merge/merge-documents.ts';
import { lostChanges } from '../../flow/merge/testing/lost-changes.ts';
import { hasLosses } from '../../flow/read.ts';
import { readFlow, registry } from '../../kinds/registry.ts';
import { stableStringify } from '../../lib/json.ts';
import { templates } from '../../templates/registry.ts';
import { editField } from '../commands/edit-field.ts';
import { moveSteps } from '../commands/move-steps.ts';
import { renameStep } from '../commands/rename-step.ts';
import { deed, openStore, worked } from '../testing/random-edits.ts';

const seed = Number(process.env.SEED ?? 20261130);
const numRuns = Number(process.env.RUNS ?? 1000);

/** For as many runs as are asked for. */
const LONG = 3_600_000;

const begun = templates.map(({ build }) => build('en', { name: 'Office' }));
const deeds = fc.array(deed, { minLength: 1, maxLength: 6 });
const drawing = fc
  .tuple(fc.constantFrom(...begun), fc.array(deed, { maxLength: 3 }))
  .map(([document, before]) => worked(document, before, 'b'));
const pair = fc.tuple(drawing, deeds, deeds).map(([base, mine, theirs]) => ({
  base,
  mine: worked(base, mine, 'm'),
  theirs: worked(base, theirs, 't'),
}));

const all = (conflicts: readonly Conflict[], side: Side) =>
  new Map(conflicts.map((conflict) => [conflictKey(conflict), side]));
const text = (document: FlowDocument) => stableStringify(withoutLinkIds(document));

/** The id of a link is nobody's work. */
function withoutLinkIds({ edges, ...rest }: FlowDocument) {
  return {
    ...rest,
    edges: Object.values(edges)
      .map(({ from, exit, to }) => `${from} ${exit} ${to}`)
      .sort(),
  };
}

describe('two people at once', () => {
  it(
    'lose nothing silently, and get a drawing that can be read',
    () => {
      let conflicting = 0;
      fc.assert(
        fc.property(pair, (edits) => {
          const merged = mergeDocuments(edits, registry);
          expect(lostChanges(edits, merged)).toEqual([]);
          expect(hasLosses(readFlow(structuredClone(merged.document)).problems)).toBe(false);
          const exits = Object.values(merged.document.edges).map(({ from, exit }) => `${from} ${exit}`);
          expect(new Set(exits).size).toBe(exits.length);
          if (merged.conflicts.length > 0) conflicting += 1;
          for (const side of ['mine', 'theirs'] as const) {
            const decided = mergeDocuments(edits, registry, all(merged.conflicts, side));
            expect(hasLosses(readFlow(structuredClone(decided.document)).problems)).toBe(false);
          }
        }),
        { seed, numRuns },
      );
      console.info(`${numRuns} pairs of concurrent edits (seed ${seed}), ${conflicting} with a conflict`);
      expect(conflicting).toBeGreaterThan(numRuns / 50);
    },
    LONG,
  );

  it(
    'get the same drawing whoever is mine',
    () => {
      fc.assert(
        fc.property(pair, ({ base, mine, theirs }) => {
          const here = mergeDocuments({ base, mine, theirs }, registry);
          const there = mergeDocuments({ base, mine: theirs, theirs: mine }, registry);
          expect(there.conflicts.map(conflictKey).sort()).toEqual(here.conflicts.map(conflictKey).sort());
          const decided = (edits: Parameters<typeof mergeDocuments>[0], side: Side) =>
            text(mergeDocuments(edits, registry, all(here.conflicts, side)).document);
          expect(decided({ base, mine, theirs }, 'mine')).toBe(
            decided({ base, mine: theirs, theirs: mine }, 'theirs'),
          );
        }),
        { seed, numRuns: numRuns / 4 },
      );
    },
    LONG,
  );

  it(
    'do not disagree when only one worked, or both did the same',
    () => {
      fc.assert(
        fc.property(pair, ({ base, mine }) => {
          for (const edits of [
            { base, mine, theirs: base },
            { base, mine: base, theirs: mine },
            { base, mine, theirs: structuredClone(mine) },
          ]) {
            const merged = mergeDocuments(edits, registry);
            expect(merged.conflicts).toEqual([]);
            expect(text(merged.document)).toBe(text(mine));
          }
        }),
        { seed, numRuns: numRuns / 4 },
      );
    },
    LONG,
  );

  it(
    'do not disagree when they work on different steps',
    () => {
      const writing = fc.array(fc.record({ step: fc.nat(100), how: fc.nat(2), text: fc.string() }), {
        minLength: 1,
        maxLength: 6,
      });
      fc.assert(
        fc.property(drawing, writing, writing, (base, one, other) => {
          const write = (work: typeof one, half: 0 | 1, who: string) => {
            const store = openStore(base, who);
            const steps = (Object.keys(base.nodes) as NodeId[]).filter((_, index) => index % 2 === half);
            for (const { step, how, text: words } of work) {
              const node = steps[step % steps.length]!;
              const field = Object.keys(base.nodes[node]!.data)[step % 3] ?? 'text';
              if (how === 0) store.run(renameStep, { node, title: words });
              else if (how === 1) store.run(moveSteps, { positions: { [node]: { x: step, y: how } } });
              else store.run(editField, { node, path: field, value: words });
            }
            return store.state.getState().document;
          };
          const edits = { base, mine: write(one, 0, 'm'), theirs: write(other, 1, 't') };
          expect(mergeDocuments(edits, registry).conflicts).toEqual([]);
        }),
        { seed, numRuns: numRuns / 4 },
      );
    },
    LONG,
  );

  it(
    'are at one after merging: merging again changes nothing',
    () => {
      fc.assert(
        fc.property(pair, (edits) => {
          const { document } = mergeDocuments(edits, registry);
          const again = mergeDocuments(
            { base: edits.theirs, mine: document, theirs: edits.theirs },
            registry,
          );
          expect(text(again.document)).toBe(text(document));
        }),
        { seed, numRuns: numRuns / 4 },
      );
    },
    LONG,
  );
});
