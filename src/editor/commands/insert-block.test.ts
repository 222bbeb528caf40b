/** A block is put in by one command: linked, covering nothing, selected, and taken back by one undo. */
import { describe, expect, it } from 'vitest';
import { blocks } from '../../blocks/registry.ts';
import {
  emptyDocument,
  type FlowDocument,
  type FlowEdge,
  type FlowNode,
  type NodeId,
} from '../../flow/document.ts';
import { CARD_WIDTH, cardShape } from '../../kinds/card-size.ts';
import { checkFlow, readFlow, registry } from '../../kinds/registry.ts';
import { stableStringify } from '../../lib/json.ts';
import { templates } from '../../templates/registry.ts';
import { createDocumentStore } from '../store/document-store.ts';
import { selectNodes } from '../store/selection.ts';
import { addStep } from './add-step.ts';
import { insertBlock } from './insert-block.ts';

const template = templates.find(({ id }) => id === 'appointment-booking')!;

function open(document: FlowDocument) {
  let ids = 0;
  const store = createDocumentStore(document, {
    kinds: registry,
    newId: (prefix) => `${prefix}_${++ids}`,
    now: () => 0,
    layout: () => ({}),
  });
  const state = () => store.state.getState();
  return {
    store,
    document: () => state().document,
    selected: () => [...state().selection.nodes],
    steps: () => state().history.past.length,
    linksFrom: (node: NodeId) =>
      Object.values<FlowEdge>(state().document.edges).filter((edge) => edge.from === node),
  };
}

const overlaps = (a: FlowNode, b: FlowNode) =>
  Math.abs(a.position.x - b.position.x) < CARD_WIDTH &&
  a.position.y < b.position.y + cardShape(b).height &&
  b.position.y < a.position.y + cardShape(a).height;

describe.each(blocks.map(({ id }) => id))('%s', (block) => {
  it.each(['en', 'fr'] as const)(
    'covers no card, wherever it is wanted, and is undone by one step (%s)',
    (language) => {
      const before = template.build(language, { name: 'Desk' });
      const { store, document, selected, steps } = open(before);
      for (const at of Object.values<FlowNode>(before.nodes).map(({ position }) => position)) {
        expect(store.run(insertBlock, { block, at: { x: at.x + 17.3, y: at.y - 40.6 } })).toBe(true);
        const after = document();
        const added = selected().map((id) => after.nodes[id]!);
        expect(added.length).toBe(Object.keys(after.nodes).length - Object.keys(before.nodes).length);
        for (const one of added)
          for (const other of Object.values<FlowNode>(after.nodes))
            if (other.id !== one.id) expect(overlaps(one, other)).toBe(false);
        expect(readFlow(JSON.parse(JSON.stringify(after))).problems).toEqual([]);
        expect(steps()).toBe(1);
        store.undo();
        expect(stableStringify(document())).toBe(stableStringify(before));
      }
    },
  );

  it('is led to from the free way out of the selected step', () => {
    const { store, document, selected, linksFrom } = open(emptyDocument('Desk', 'en'));
    store.run(addStep, { kind: 'answer', position: { x: 0, y: 0 } });
    const [answer] = selected();
    store.run(insertBlock, { block });
    const [first] = selected();
    expect(linksFrom(answer!)).toMatchObject([{ exit: 'next', to: first }]);
    expect(document().nodes[first!]!.position.x).toBeGreaterThan(CARD_WIDTH);
  });

  it('put between two steps, goes on to the second', () => {
    const before = template.build('fr', { name: 'Cabinet' });
    const from = { node: 'answer' as NodeId, exit: 'next' };
    const { store, document, selected, linksFrom } = open(before);
    store.run(insertBlock, { block, from });
    expect(linksFrom(from.node)).toMatchObject([{ to: selected()[0] }]);
    const onward = Object.values<FlowEdge>(document().edges).filter((edge) => edge.to === 'wish');
    const unwired = checkFlow(document()).filter(({ code }) => code === 'unwired-exit');
    expect(unwired).toEqual([]);
    expect(onward.every((edge) => selected().includes(edge.from))).toBe(true);
  });
});

it('is refused when there is no such block or way out', () => {
  const { store } = open(template.build('en', { name: 'Desk' }));
  expect(store.run(insertBlock, { block: 'nonsense' })).toBe(false);
  const from = { node: 'answer' as NodeId, exit: 'nowhere' };
  expect(store.run(insertBlock, { block: 'take-a-message', from })).toBe(false);
  expect(store.run(insertBlock, { block: 'take-a-message', from: { ...from, node: 'gone' as NodeId } })).toBe(
    false,
  );
});

it('put in twice, asks for the same information under new titles', () => {
  const { store, document } = open(emptyDocument('Desk', 'fr'));
  store.run(insertBlock, { block: 'take-a-message' });
  const once = Object.keys(document().information);
  store.select(selectNodes());
  store.run(insertBlock, { block: 'take-a-message' });
  expect(Object.keys(document().information)).toEqual(once);
  const titles = Object.values<FlowNode>(document().nodes).map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});
