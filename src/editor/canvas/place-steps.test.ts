/** Places on the canvas: room on a link, level cards, lines that help, cards at a point. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument, type NodeId } from '../../flow/document.ts';
import { CARD_WIDTH } from '../../kinds/card-size.ts';
import { alignSteps } from '../commands/align-steps.ts';
import { distributeSteps } from '../commands/distribute-steps.ts';
import { insertStep } from '../commands/insert-step.ts';
import { moveSteps } from '../commands/move-steps.ts';
import { putOnLink } from '../commands/put-on-link.ts';
import { tidySelection } from '../commands/tidy-selection.ts';
import { selectNodes } from '../store/selection.ts';
import { createTestStore } from '../store/test-store.ts';
import { boxBetween, cardAt, cardsInside } from './card-at.ts';
import { cardGeometry } from './card-geometry.ts';
import { snapToOthers } from './guides.ts';
import { makeRoom } from './make-room.ts';
import type { CanvasNode } from './to-react-flow.ts';

const seed = Number(process.env.SEED ?? 20261130);
const step = (id: string, x: number, y: number) => ({
  id: id as NodeId,
  kind: 'fork',
  position: { x, y },
  data: {},
});
const link = (from: string, to: string) => ({ id: `${from}${to}`, from, exit: 'a', to });

/** `start → one → two` in a row, and `loose` below. */
function row(gap: number) {
  const at = (index: number) => index * (CARD_WIDTH + gap);
  const nodes = [
    { ...step('start', at(0), 0), kind: 'start', data: { text: '' } },
    ...['one', 'two'].map((id, index) => ({
      ...step(id, at(index + 1), 0),
      data: { text: '', ways: ['a', 'b'] },
    })),
    { ...step('loose', 0, 900), data: { text: '', ways: ['a', 'b'] } },
  ];
  const edges = [{ ...link('start', 'one'), exit: 'next' }, link('one', 'two')];
  const document = {
    ...emptyDocument('Test', 'en'),
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])),
  } as unknown as FlowDocument;
  const { store } = createTestStore(document);
  const placeOf = (id: string) => store.state.getState().document.nodes[id as NodeId]!.position;
  const links = () =>
    Object.values(store.state.getState().document.edges)
      .map(({ from, exit, to }) => `${from}.${exit}→${to}`)
      .sort();
  return { store, document, placeOf, links };
}

describe('a step on a link', () => {
  it('is linked on both sides by its first way out, and undone by one step', () => {
    const { store, document, links } = row(120);
    expect(store.run(insertStep, { edge: 'startone' as never, kind: 'fork' })).toBe(true);
    const [added] = store.state.getState().selection.nodes;
    expect(links()).toEqual([`${added}.a→one`, 'one.a→two', `start.next→${added}`].sort());
    store.undo();
    expect(store.state.getState().document).toEqual(document);
  });

  it('has those to its right make room, as far as needed and no further', () => {
    const { store, placeOf } = row(120);
    const before = placeOf('one').x;
    store.run(insertStep, { edge: 'startone' as never, kind: 'fork' });
    const [added] = store.state.getState().selection.nodes;
    const card = placeOf(added!);
    expect(card.x).toBe(CARD_WIDTH + 80);
    expect(placeOf('one').x).toBe(card.x + CARD_WIDTH + 80);
    // What follows keeps 80 of the 120 that were free before it.
    expect(placeOf('two').x).toBe(placeOf('one').x + CARD_WIDTH + 80);
    expect(before).toBeLessThan(placeOf('one').x);
    expect(placeOf('start')).toEqual({ x: 0, y: 0 });
  });

  it('moves nobody where there is room', () => {
    const { store, placeOf } = row(600);
    const before = [placeOf('one'), placeOf('two')];
    store.run(insertStep, { edge: 'startone' as never, kind: 'fork' });
    expect([placeOf('one'), placeOf('two')]).toEqual(before);
  });

  it('may be one that nothing is linked with, and no other', () => {
    const { store, document, links } = row(120);
    expect(store.run(putOnLink, { node: 'two' as NodeId, edge: 'startone' as never })).toBe(false);
    expect(store.run(putOnLink, { node: 'loose' as NodeId, edge: 'startone' as never })).toBe(true);
    expect(links()).toContain('loose.a→one');
    store.undo();
    expect(store.state.getState().document).toEqual(document);
  });

  it('never moves a card to the left or up, nor over one that it was clear of', () => {
    const point = fc.record({
      x: fc.integer({ min: -2000, max: 2000 }),
      y: fc.integer({ min: -600, max: 600 }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 14 }), point, (points, at) => {
        const nodes = points.map(({ x, y }, index) => step(`n${index}`, x, y));
        const document = {
          ...emptyDocument('Test', 'en'),
          nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
        } as unknown as FlowDocument;
        const size = cardGeometry(nodes[0]!, true);
        const moved = makeRoom(document, { ...at, width: size.width, height: size.height }, 'n0' as NodeId);
        const clash = (a: { x: number; y: number }, b: { x: number; y: number }) =>
          Math.abs(a.x - b.x) < size.width && Math.abs(a.y - b.y) < size.height;
        nodes.forEach((one, index) => {
          const now = moved.get(one.id) ?? one.position;
          expect(now.x).toBeGreaterThanOrEqual(one.position.x);
          expect(now.y).toBe(one.position.y);
          for (const other of nodes.slice(index + 1))
            if (!clash(one.position, other.position))
              expect(clash(now, moved.get(other.id) ?? other.position)).toBe(false);
        });
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('several cards', () => {
  const spread = () => {
    const { store, placeOf, document } = row(120);
    store.select(selectNodes(...(['start', 'one', 'two', 'loose'] as NodeId[])));
    return { store, placeOf, document };
  };

  it.each([
    ['left', 'x'],
    ['centre', 'x'],
    ['top', 'y'],
  ] as const)('align %s, undone by one step', (to, axis) => {
    const { store, placeOf, document } = spread();
    store.run(alignSteps, { to });
    expect(new Set(['start', 'one', 'two', 'loose'].map((id) => placeOf(id)[axis])).size).toBe(1);
    store.undo();
    expect(store.state.getState().document).toEqual(document);
  });

  it('stand at equal distances, the outer ones where they were', () => {
    const { store, placeOf } = row(120);
    store.run(moveSteps, { positions: { one: { x: 330, y: 40 } } as never });
    store.select(selectNodes(...(['start', 'one', 'two'] as NodeId[])));
    const outer = [placeOf('start'), placeOf('two')];
    expect(store.run(distributeSteps, { along: 'x' })).toBe(true);
    expect([placeOf('start'), placeOf('two')]).toEqual(outer);
    expect(placeOf('one')).toEqual({ x: CARD_WIDTH + 120, y: 40 });
    expect(store.run(distributeSteps, { along: 'x' })).toBe(false);
  });

  it('are tidied up where they are; nothing else moves', () => {
    const { store, placeOf } = row(120);
    store.select(selectNodes(...(['one', 'loose'] as NodeId[])));
    const others = [placeOf('start'), placeOf('two')];
    store.run(tidySelection, null);
    expect([placeOf('start'), placeOf('two')]).toEqual(others);
    expect(Math.min(placeOf('one').x, placeOf('loose').x)).toBe(0);
    expect(Math.min(placeOf('one').y, placeOf('loose').y)).toBe(0);
    store.select(selectNodes('one' as NodeId));
    expect(store.run(tidySelection, null)).toBe(false);
  });
});

describe('lines that help', () => {
  const box = (x: number, y: number, height = 100) => ({ x, y, width: 280, height });

  it('draw a card to the nearest level within reach, and show it once an axis', () => {
    const { dx, dy, guides } = snapToOthers(box(104, 300), [box(100, 0), box(500, 304)], 6);
    expect([dx, dy]).toEqual([-4, 4]);
    expect(guides).toEqual([
      { axis: 'x', at: 100, from: 0, to: 404 },
      { axis: 'y', at: 304, from: 100, to: 780 },
    ]);
  });

  it('know middles of cards of different height', () => {
    expect(snapToOthers(box(1000, 27, 60), [box(0, 0, 110)], 6)).toMatchObject({ dx: 0, dy: -2 });
  });

  it('leave a card alone that is level with none', () => {
    expect(snapToOthers(box(50, 50), [box(400, 400)], 6)).toEqual({ dx: 0, dy: 0, guides: [] });
  });
});

describe('cards on the overview', () => {
  const card = (id: string, x: number, type: CanvasNode['type'] = 'step'): CanvasNode => ({
    id,
    type,
    position: { x, y: 0 },
    data: {},
    measured: { width: 280, height: 200 },
  });

  it('are found at a point, the uppermost first, a frame only by its line at the top', () => {
    const nodes = [card('frame', -40, 'frame'), card('under', 0), card('over', 100)];
    expect(cardAt(nodes, { x: 150, y: 20 })?.id).toBe('over');
    expect(cardAt(nodes, { x: 50, y: 20 })?.id).toBe('under');
    expect(cardAt(nodes, { x: -20, y: 20 })?.id).toBe('frame');
    expect(cardAt(nodes, { x: -20, y: 150 })).toBeUndefined();
  });

  it('are chosen by a frame round them, drawn from any corner', () => {
    const nodes = [card('in', 0), card('half', 200)];
    expect(cardsInside(nodes, boxBetween({ x: 300, y: 210 }, { x: -1, y: -1 })).map(({ id }) => id)).toEqual([
      'in',
    ]);
  });
});
