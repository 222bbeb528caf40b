/** Notes and sections in the editor: drawn, never led to, offered last, and steps put into sections. */
import { describe, expect, it } from 'vitest';
import { emptyDocument, type NodeId } from '../flow/document.ts';
import { registry } from '../kinds/registry.ts';
import { cardGeometry } from './canvas/card-geometry.ts';
import { drawAll } from './canvas/to-react-flow.ts';
import { addStep } from './commands/add-step.ts';
import { connect } from './commands/connect.ts';
import { deleteSelection } from './commands/delete-selection.ts';
import { duplicate } from './commands/duplicate.ts';
import { setSection } from './commands/set-section.ts';
import { paletteEntries } from './palette/palette-entries.ts';
import { createDocumentStore } from './store/document-store.ts';
import { NOTHING_SELECTED, selectNodes } from './store/selection.ts';

const names = {
  kind: (kind: string) => kind,
  hint: () => '',
  block: (name: string) => ({ name, hint: '' }),
};

function drawing() {
  let ids = 0;
  const store = createDocumentStore(emptyDocument('Test', 'en'), {
    kinds: registry,
    newId: (prefix) => {
      ids += 1;
      return `${prefix}${ids}`;
    },
    now: () => ids * 10_000,
    layout: () => ({}),
  });
  const add = (kind: string): NodeId => {
    store.run(addStep, { kind, position: { x: 0, y: ids * 300 } });
    return [...store.state.getState().selection.nodes][0]!;
  };
  return { store, add, document: () => store.state.getState().document };
}

const aids = [...registry.values()].filter((kind) => kind.family === 'aid').map((kind) => kind.id);

describe.each(aids)('%s', (kind) => {
  it('has a card without handles', () => {
    const { add, document } = drawing();
    const id = add(kind);
    const node = document().nodes[id]!;
    expect(drawAll(document(), registry, NOTHING_SELECTED, () => '').nodes[0]!.handles).toEqual([]);
    expect(cardGeometry(node, false).height).toBeGreaterThan(100);
  });

  it('is never led to', () => {
    const { store, add, document } = drawing();
    const from = { node: add('say'), exit: 'next' };
    expect(store.run(connect, { ...from, to: add(kind) })).toBe(false);
    store.run(addStep, { kind, position: { x: 0, y: 0 }, from });
    expect(document().edges).toEqual({});
  });
});

describe('the palette', () => {
  it('offers what few people need last, and aids never as a next step', () => {
    const groups = (isNext: boolean) =>
      paletteEntries(registry, emptyDocument('X', 'en'), isNext, names, '', true).map(({ group }) => group);
    expect([...new Set(groups(false))]).toEqual(order);
    expect(groups(false)).toEqual([...groups(false)].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(groups(true)).not.toContain('aids');
  });
  const order = ['steps', 'blocks', 'advanced', 'aids'];
});

describe('a section', () => {
  const filled = () => {
    const { store, add, document } = drawing();
    const [one, two, section] = [add('say'), add('say'), add('section')];
    store.run(setSection, { nodes: [one, two], section });
    const sectionOf = (id: NodeId) => document().nodes[id]?.section;
    return { store, document, one, two, section, sectionOf };
  };

  it('takes steps in and lets them go, each undone by one press', () => {
    const { store, one, two, section, sectionOf } = filled();
    expect([one, two].map(sectionOf)).toEqual([section, section]);
    store.run(setSection, { nodes: [one], section: null });
    expect([one, two].map(sectionOf)).toEqual([undefined, section]);
    store.undo();
    store.undo();
    expect([one, two].map(sectionOf)).toEqual([undefined, undefined]);
  });

  it('takes in nothing twice, nothing that is not there, and not itself', () => {
    const { store, one, section, sectionOf } = filled();
    expect(store.run(setSection, { nodes: [one], section })).toBe(false);
    expect(store.run(setSection, { nodes: [section], section })).toBe(false);
    expect(store.run(setSection, { nodes: [one], section: 'gone' as NodeId })).toBe(false);
    expect(sectionOf(section)).toBeUndefined();
  });

  it('goes without its steps, and comes back with them', () => {
    const { store, one, section, sectionOf } = filled();
    store.select(selectNodes(section));
    store.run(deleteSelection, null);
    expect(sectionOf(one)).toBeUndefined();
    store.undo();
    expect(sectionOf(one)).toBe(section);
  });

  it('copied with its steps, has the copies', () => {
    const { store, document, one, section } = filled();
    store.select(selectNodes(one, section));
    store.run(duplicate, null);
    const copies = [...store.state.getState().selection.nodes].map((id) => document().nodes[id]!);
    const frame = copies.find(({ kind }) => kind === 'section');
    expect(copies.find(({ kind }) => kind === 'say')?.section).toBe(frame?.id);
    expect(frame?.id).not.toBe(section);
  });
});
