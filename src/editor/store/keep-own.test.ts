/** Undo after somebody else's changes came in: it takes back what is one's own, and never what is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowDocument } from '../../flow/document.ts';
import { mergeDocuments } from '../../flow/merge/merge-documents.ts';
import { flatten } from '../../flow/merge/testing/lost-changes.ts';
import { hasLosses } from '../../flow/read.ts';
import { readFlow, registry } from '../../kinds/registry.ts';
import { templates } from '../../templates/registry.ts';
import { connect } from '../commands/connect.ts';
import { deleteSteps } from '../commands/delete-steps.ts';
import { editField } from '../commands/edit-field.ts';
import { moveSteps } from '../commands/move-steps.ts';
import { renameStep } from '../commands/rename-step.ts';
import { takeIn } from '../commands/take-in.ts';
import { deed, doDeed, openStore, worked } from '../testing/random-edits.ts';
import { createTestStore } from './test-store.ts';

function setUp() {
  const t = createTestStore();
  const [start, one, two] = [t.add('start'), t.add('fork'), t.add('fork')];
  const document = () => t.store.state.getState().document;
  return {
    ...t,
    start,
    one,
    two,
    document,
    theirs: (change: (json: FlowDocument) => void) => {
      const json = structuredClone(document());
      change(json);
      t.store.run(takeIn, { document: json });
    },
  };
}

describe('undo after the changes of somebody else', () => {
  it('takes back what was done to another step', () => {
    const t = setUp();
    t.store.run(renameStep, { node: t.one, title: 'Mine' });
    t.theirs((json) => {
      (json.nodes[t.two] as { title?: string }).title = 'Theirs';
    });
    t.store.undo();
    expect([t.document().nodes[t.one]?.title, t.document().nodes[t.two]?.title]).toEqual([
      undefined,
      'Theirs',
    ]);
    t.store.redo();
    expect(t.document().nodes[t.one]?.title).toBe('Mine');
  });

  it('does not write over what they changed in the same step, nor redo over it', () => {
    const t = setUp();
    t.store.run(editField, { node: t.one, path: 'text', value: 'mine' });
    t.store.run(moveSteps, { positions: { [t.two]: { x: 5, y: 5 } } });
    t.theirs((json) => {
      (json.nodes[t.one]!.data as { text: string }).text = 'theirs';
    });
    expect(t.store.undo()).toBe(true);
    expect(t.store.undo()).toBe(false);
    expect(t.document().nodes[t.one]?.data.text).toBe('theirs');
  });

  it('brings no link back to a step that they removed', () => {
    const t = setUp();
    t.store.run(connect, { node: t.one, exit: 'a', to: t.two });
    t.store.run(deleteSteps, { nodes: [t.one] });
    t.theirs((json) => {
      delete (json.nodes as Record<string, unknown>)[t.two];
    });
    expect(t.store.undo()).toBe(false);
  });

  it('keeps every change of theirs, whatever was done before', () => {
    const seed = Number(process.env.SEED ?? 20261130);
    const begun = templates.map(({ build }) => build('en', { name: 'Office' }));
    const deeds = fc.array(deed, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...begun), deeds, fc.nat(3), deeds, (base, mine, undone, theirs) => {
        const store = openStore(base, 'm');
        for (const one of mine) doDeed(store, one);
        for (let count = 0; count < undone; count += 1) store.undo();
        const other = worked(base, theirs, 't');
        const edits = { base, mine: store.state.getState().document, theirs: other };
        const merged = mergeDocuments(edits, registry);
        if (merged.conflicts.length > 0) return;
        store.run(takeIn, { document: merged.document });
        const [before, after] = [flatten(base).values, flatten(other).values];
        const changed = [...after].filter(([place, value]) => before.get(place) !== value);
        const check = () => {
          const { document } = store.state.getState();
          const now = flatten(document).values;
          const was = flatten(merged.document).values;
          for (const [place] of changed) expect(now.get(place)).toBe(was.get(place));
          expect(hasLosses(readFlow(structuredClone(document)).problems)).toBe(false);
        };
        while (store.undo()) check();
        while (store.redo()) check();
      }),
      { seed, numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
});
