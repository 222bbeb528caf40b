/** The canvas without a browser: geometry, the view store, places for new steps, the way of a call. */
import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument, type NodeId } from '../../flow/document.ts';
import { CARD_WIDTH, cardShape } from '../../kinds/card-size.ts';
import { registry } from '../../kinds/registry.ts';
import { addStep } from '../commands/add-step.ts';
import { connect } from '../commands/connect.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { editField } from '../commands/edit-field.ts';
import { moveSteps } from '../commands/move-steps.ts';
import { createDocumentStore } from '../store/document-store.ts';
import { selectNodes } from '../store/selection.ts';
import { createTestStore } from '../store/test-store.ts';
import { cardGeometry, exitY } from './card-geometry.ts';
import { pathMarks } from './flow-path.ts';
import { levelOfDetail } from './level-of-detail.ts';
import { linkPath } from './link-path.ts';
import { freePlace, placeAfter } from './placing.ts';
import { createViewStore } from './view-store.ts';

const nameOf = () => 'Step';

function drawn() {
  const t = createTestStore();
  const ids = [t.add('start'), t.add('fork'), t.add('fork')] as const;
  t.store.run(connect, { node: ids[0], exit: 'next', to: ids[1] });
  const view = createViewStore(t.store, nameOf);
  const at = (id: NodeId) => view.state.getState().nodes.find((node) => node.id === id);
  return { ...t, ids, view, at };
}

describe('view store', () => {
  it('keeps a drag out of the document until the drop, and then makes one entry', () => {
    const { store, ids, view, at } = drawn();
    const past = store.state.getState().history.past.length;
    for (let x = 1; x <= 60; x += 1) {
      view.onNodesChange([{ type: 'position', id: ids[1], position: { x, y: 0 }, dragging: true }]);
    }
    expect(at(ids[1])?.position).toEqual({ x: 60, y: 0 });
    expect(store.state.getState().document.nodes[ids[1]]?.position).toEqual({ x: 0, y: 0 });
    view.onNodesChange([{ type: 'position', id: ids[1], position: { x: 60, y: 0 }, dragging: false }]);
    expect(store.state.getState().history.past).toHaveLength(past + 1);
    store.undo();
    expect(at(ids[1])?.position).toEqual({ x: 0, y: 0 });
  });

  it('draws only what an edit touched anew', () => {
    const { store, ids, view } = drawn();
    const before = view.state.getState().nodes;
    store.run(moveSteps, { positions: { [ids[2]]: { x: 900, y: 40 } } });
    const after = view.state.getState().nodes;
    expect(after.filter((node, index) => node !== before[index]).map(({ id }) => id)).toEqual([ids[2]]);
  });

  it('draws nothing anew when only the words on a card change', () => {
    const { store, ids, view } = drawn();
    const before = view.state.getState();
    store.run(editField, { node: ids[2], path: 'text', value: 'x', typing: true });
    expect(view.state.getState()).toBe(before);
  });

  it('selects both ways', () => {
    const { store, ids, view, at } = drawn();
    view.onNodesChange([{ type: 'select', id: ids[1], selected: true }]);
    expect(store.state.getState().selection.nodes).toContain(ids[1]);
    store.select(selectNodes(ids[2]));
    expect([at(ids[1])?.selected, at(ids[2])?.selected]).toEqual([false, true]);
  });

  it('says which exits are linked, to the cards concerned only', () => {
    const { store, ids, view } = drawn();
    const heard: string[] = [];
    for (const id of ids) view.onWired(id, () => heard.push(id));
    expect(view.wired(ids[0])).toContain('\nnext\n');
    store.select(selectNodes(ids[1]));
    store.run(deleteSelection, null);
    expect(heard).toEqual([ids[0]]);
    expect(view.state.getState().edges).toEqual([]);
    store.undo();
    expect(view.state.getState().edges).toHaveLength(1);
    expect(view.state.getState().nodes).toHaveLength(3);
  });
});

describe('cards', () => {
  const node = (kind: string) => {
    const data = registry.get(kind)?.create({ language: 'en' });
    return { id: 'n' as NodeId, kind, position: { x: 0, y: 0 }, data };
  };

  it.each([...registry.keys()])('%s has its handles on its edges, one beside each row', (kind) => {
    const { height, handles } = cardGeometry(node(kind), true);
    const { exits } = cardShape(node(kind));
    expect(handles.filter(({ type }) => type === 'source').map(({ id }) => id)).toEqual(exits);
    for (const handle of handles) {
      expect(handle.y).toBeGreaterThan(0);
      expect(handle.y + handle.height).toBeLessThan(height);
      expect([0, CARD_WIDTH]).toContain(handle.x + handle.width / 2);
    }
    expect(exitY(1) - exitY(0)).toBe(28);
  });

  it('with broken data still have a size', () => {
    const broken = { ...node('say'), kind: 'understand', data: {} };
    expect(cardGeometry(broken, true).height).toBeGreaterThan(0);
  });

  it('lose detail with distance', () => {
    expect([1, 0.6, 0.59, 0.35, 0.34].map(levelOfDetail)).toEqual([
      'near',
      'near',
      'medium',
      'medium',
      'far',
    ]);
  });

  it('are linked by a curve forwards and round corners backwards', () => {
    expect(linkPath({ sourceX: 0, sourceY: 0, targetX: 200, targetY: 50 }).path).toContain('C');
    expect(linkPath({ sourceX: 200, sourceY: 0, targetX: 0, targetY: 50 }).path).toContain('Q');
  });
});

describe('places for new steps', () => {
  it('never cover a card, however often the same place is wanted', () => {
    const store = createDocumentStore(emptyDocument('Test', 'en'), {
      kinds: registry,
      newId: (prefix) => `${prefix}${Object.keys(store.state.getState().document.nodes).length}`,
      now: () => 0,
      layout: () => ({}),
    });
    const document = (): FlowDocument => store.state.getState().document;
    for (let i = 0; i < 6; i += 1) {
      store.run(addStep, { kind: 'say', position: freePlace(document(), { x: 0, y: 0 }) });
    }
    const tops = Object.values(document().nodes)
      .map(({ position }) => position.y)
      .sort((a, b) => a - b);
    const { height } = cardGeometry(Object.values(document().nodes)[0]!, true);
    tops.forEach((top, index) => {
      if (index > 0) expect(top - tops[index - 1]!).toBeGreaterThan(height);
    });
    const [first] = Object.values(document().nodes);
    expect(placeAfter(document(), { node: first!.id, exit: 'next' }).x).toBeGreaterThan(CARD_WIDTH);
  });
});

describe('the way of a call', () => {
  const edge = (id: string, from: string, exit: string, to: string) => ({ [id]: { id, from, exit, to } });
  const document = {
    ...emptyDocument('Test', 'en'),
    edges: { ...edge('1', 'a', 'x', 'b'), ...edge('2', 'b', 'x', 'c'), ...edge('3', 'b', 'y', 'c') },
  } as unknown as FlowDocument;

  it('is certain only where both steps are, and one link alone leads from one to the other', () => {
    const known = (node: string) => ({ node, confidence: 'known' as const });
    const { nodes, edges } = pathMarks(document, [known('a'), known('b'), known('c')]);
    expect([...nodes]).toEqual(['a', 'b', 'c']);
    expect(Object.fromEntries(edges)).toEqual({ 1: 'known', 2: 'inferred', 3: 'inferred' });
    const guessed = pathMarks(document, [known('a'), { node: 'b', confidence: 'inferred' }]);
    expect(Object.fromEntries(guessed.edges)).toEqual({ 1: 'inferred' });
  });
});
