/** A step put between two: what led on leads on, and undo brings back what was. */
import { describe, expect, it } from 'vitest';
import { createTestStore } from '../store/test-store.ts';
import { connect } from './connect.ts';
import { insertStep } from './insert-step.ts';

function drawing() {
  const { store, add } = createTestStore();
  const [start, fork] = [add('start'), add('fork')];
  store.run(connect, { node: start, exit: 'next', to: fork });
  const links = () =>
    Object.values(store.state.getState().document.edges).map(({ from, exit, to }) => [from, exit, to]);
  return { store, start, fork, links };
}

describe('inserting a step', () => {
  it('leads to it, and from its first way out to where it led before', () => {
    const { store, start, fork, links } = drawing();
    const before = store.state.getState().document;
    const place = { kind: 'fork', position: { x: 10.6, y: 0 }, from: { node: start, exit: 'next' } };
    expect(store.run(insertStep, place)).toBe(true);
    const [added] = store.state.getState().selection.nodes;
    expect(links()).toEqual(
      expect.arrayContaining([
        [start, 'next', added],
        [added, 'a', fork],
      ]),
    );
    expect(links()).toHaveLength(2);
    expect(store.state.getState().history.past).toHaveLength(4);
    store.undo();
    expect(store.state.getState().document).toEqual(before);
  });

  it('is for ways out that lead somewhere, and never makes a second beginning', () => {
    const { store, start, fork } = drawing();
    const position = { x: 0, y: 0 };
    expect(store.run(insertStep, { kind: 'fork', position, from: { node: fork, exit: 'a' } })).toBe(false);
    expect(store.run(insertStep, { kind: 'start', position, from: { node: start, exit: 'next' } })).toBe(
      false,
    );
    expect(store.run(insertStep, { kind: 'gone', position, from: { node: start, exit: 'next' } })).toBe(
      false,
    );
  });
});
