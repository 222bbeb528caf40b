/** Sections on the canvas: frames, folded cards, what moves and what is meant with them. The document never knows that they are folded. */
import { describe, expect, it } from 'vitest';
import type { FlowNode, NodeId } from '../../flow/document.ts';
import { layout } from '../../flow/layout/layout.ts';
import { cardShape } from '../../kinds/card-size.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { rounded } from '../commands/drawing.ts';
import { duplicate } from '../commands/duplicate.ts';
import { editField } from '../commands/edit-field.ts';
import { makeSection } from '../commands/make-section.ts';
import { tidyLayout } from '../commands/tidy-layout.ts';
import { createFolds, createLocalFolds } from '../store/folds.ts';
import { NOTHING_SELECTED, selectNodes } from '../store/selection.ts';
import { openEditor } from '../testing/open-editor.tsx';
import { withoutFrames } from './sections.ts';

/** The first template with a section round its steps of two kinds. */
function sectioned() {
  const { editor, step, document } = openEditor();
  const { store, view } = editor;
  const steps = [step('ask').id, step('understand').id];
  store.select(selectNodes(...steps));
  store.run(makeSection, null);
  const [section] = store.state.getState().selection.nodes as ReadonlySet<NodeId>;
  const drawn = (id: NodeId) => view.state.getState().nodes.find((node) => node.id === id);
  const leaving = Object.values(document().edges).filter(
    ({ from, to }) => steps.includes(from) && !steps.includes(to),
  );
  return { store, view, document, steps, section: section!, drawn, leaving };
}

describe('an open section', () => {
  it('is a frame round its steps, and follows them when they are dropped', () => {
    const { view, document, steps, section, drawn } = sectioned();
    const frame = drawn(section)!;
    expect(frame.type).toBe('frame');
    for (const id of steps) {
      const { position } = document().nodes[id]!;
      expect(position.x).toBeGreaterThan(frame.position.x);
      expect(position.y).toBeGreaterThan(frame.position.y);
    }
    const [first] = steps;
    const position = { x: frame.position.x - 400, y: frame.position.y };
    view.onNodesChange([{ type: 'position', id: first!, position, dragging: true }]);
    view.onNodesChange([{ type: 'position', id: first!, position, dragging: false }]);
    expect(drawn(section)!.position.x).toBeLessThan(position.x);
  });

  it('takes no place in the order of the call: tidying puts the steps where they would stand without it', () => {
    const { store, document, steps, section } = sectioned();
    const tidied = layout(withoutFrames(document(), store.kinds), cardShape);
    expect(tidied[section]).toBeUndefined();
    const before = document().nodes[section]!.position;
    store.run(tidyLayout, null);
    expect(document().nodes[section]!.position).toBe(before);
    for (const id of steps) expect(document().nodes[id]!.position).toEqual(rounded(tidied[id]!));
  });

  it('takes its steps along while it is dragged, as one edit', () => {
    const { store, view, document, steps, section, drawn } = sectioned();
    const before = document();
    const past = store.state.getState().history.past.length;
    const { x, y } = drawn(section)!.position;
    const position = { x: x + 50, y: y - 30 };
    view.onNodesChange([{ type: 'position', id: section, position, dragging: true }]);
    expect(drawn(steps[0]!)!.position.x).toBe(before.nodes[steps[0]!]!.position.x + 50);
    expect(document()).toBe(before);
    view.onNodesChange([{ type: 'position', id: section, position, dragging: false }]);
    for (const id of steps) {
      const { position: was } = before.nodes[id]!;
      expect(document().nodes[id]!.position).toEqual({ x: was.x + 50, y: was.y - 30 });
    }
    expect(store.state.getState().history.past).toHaveLength(past + 1);
    expect(drawn(section)!.position).toEqual(position);
  });

  it('is not drawn anew for words typed in a step', () => {
    const { store, document, steps, section, drawn } = sectioned();
    const before = drawn(section);
    const ask = document().nodes[steps[0]!] as FlowNode;
    store.run(editField, { node: ask.id, path: 'question', value: 'Who is it?', typing: true });
    expect(drawn(section)).toBe(before);
  });
});

describe('a folded section', () => {
  it('stands for its steps: one card, a row for each way out that leaves, links drawn to it', () => {
    const { view, document, steps, section, drawn, leaving } = sectioned();
    const before = document();
    view.fold([section], true);
    expect(document()).toBe(before);
    expect(steps.map(drawn)).toEqual([undefined, undefined]);
    const card = drawn(section)!;
    expect(card.type).toBe('folded');
    expect(card.data.folded?.rows.map(({ edge }) => edge).sort()).toEqual(leaving.map(({ id }) => id).sort());
    const { edges } = view.state.getState();
    for (const { id, to } of leaving)
      expect(edges.find((edge) => edge.id === id)).toMatchObject({
        source: section,
        sourceHandle: id,
        target: to,
      });
    expect(
      edges.some(
        ({ source, target }) => steps.includes(source as NodeId) || steps.includes(target as NodeId),
      ),
    ).toBe(false);
    expect(view.boxOf(steps[0]!)).toEqual(view.boxOf(section));
    view.fold([section], false);
    expect(steps.map((id) => drawn(id)?.type)).toEqual(['step', 'step']);
  });

  it('moves its steps, means them when it is selected, and loses none of them unasked', () => {
    const { store, view, document, steps, section, drawn } = sectioned();
    view.fold([section], true);
    const before = document();
    const { x, y } = drawn(section)!.position;
    view.onNodesChange([
      { type: 'position', id: section, position: { x: x + 30, y: y + 40 }, dragging: false },
    ]);
    for (const id of steps) {
      const { position: was } = before.nodes[id]!;
      expect(document().nodes[id]!.position).toEqual({ x: was.x + 30, y: was.y + 40 });
    }
    store.select(selectNodes(section));
    expect([...store.chosen().nodes].sort()).toEqual([section, ...steps].sort());
    const count = Object.keys(document().nodes).length;
    store.run(duplicate, null);
    expect(Object.keys(document().nodes)).toHaveLength(count + 3);
    store.undo();
    store.select(selectNodes(section));
    store.run(deleteSelection, null);
    expect(steps.map((id) => document().nodes[id])).toEqual([undefined, undefined]);
    store.undo();
    expect(steps.every((id) => document().nodes[id])).toBe(true);
    expect(drawn(section)?.type).toBe('folded');
  });

  it('opens for a step that is gone to, and takes the selection of those it puts away', () => {
    const { store, view, steps, section, drawn } = sectioned();
    store.select(selectNodes(steps[0]!));
    view.fold([section], true);
    expect([...store.state.getState().selection.nodes]).toEqual([section]);
    store.select(NOTHING_SELECTED);
    store.select(selectNodes(steps[1]!));
    expect(drawn(section)?.type).toBe('frame');
    expect(drawn(steps[1]!)?.selected).toBe(true);
  });
});

describe('what is folded', () => {
  it('is remembered for a person and a flow, and survives a storage that says no', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    createFolds(createLocalFolds(storage, 'ann', 'f')).set(['s' as NodeId], true);
    expect([...createFolds(createLocalFolds(storage, 'ann', 'f')).state.getState()]).toEqual(['s']);
    expect(createFolds(createLocalFolds(storage, 'bob', 'f')).state.getState().size).toBe(0);
    const refusing = {
      ...storage,
      getItem: () => '{',
      setItem() {
        throw new Error('full');
      },
    };
    const folds = createFolds(createLocalFolds(refusing, 'ann', 'f'));
    folds.set(['s' as NodeId], true);
    expect(folds.state.getState().size).toBe(1);
  });
});
