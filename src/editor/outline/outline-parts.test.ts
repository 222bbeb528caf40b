/** Keys, problems in order, news of the history, the neighbour of a row that goes, the remembered view. */
import { describe, expect, it } from 'vitest';
import type { NodeId } from '../../flow/document.ts';
import { neighbour } from '../../ui/tree-focus.tsx';
import { newsOf } from '../announcer.tsx';
import { EMPTY_HISTORY, type HistoryEntry, record, stepBack, stepForward } from '../store/history.ts';
import { NOTHING_SELECTED } from '../store/selection.ts';
import { createViewChoice } from '../store/view-choice.ts';
import { createOutlineKeys } from './outline-keys.ts';
import { nextWithProblem } from './problem-order.ts';

describe('keys of a row', () => {
  const stroke = (key: string, timeStamp = 0, more = {}) => ({
    key,
    timeStamp,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...more,
  });
  it.each([
    ['a', {}, 'add'],
    ['C', {}, 'connect'],
    ['F2', {}, 'rename'],
    ['Delete', {}, 'remove'],
    ['Backspace', {}, 'remove'],
    ['ArrowDown', { altKey: true }, 'next-problem'],
    ['ArrowUp', { altKey: true }, 'previous-problem'],
    ['ArrowDown', {}, undefined],
    ['Enter', {}, undefined],
    ['c', { ctrlKey: true }, undefined],
    ['a', { metaKey: true }, undefined],
    ['x', {}, undefined],
  ])('%s %j is %s', (key, more, expected) => {
    expect(createOutlineKeys()(stroke(key, 0, more))).toBe(expected);
  });

  it('are letters while a name is being typed, and commands again after a pause', () => {
    const keyOf = createOutlineKeys();
    expect([
      keyOf(stroke('t', 0)),
      keyOf(stroke('a', 300)),
      keyOf(stroke('c', 600)),
      keyOf(stroke('a', 3000)),
    ]).toEqual([undefined, undefined, undefined, 'add']);
  });
});

describe('the next step with a problem', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'] as NodeId[];
  const numbers = new Map([a!, b!, c!, d!].map((node, index) => [node, index + 1]));
  const next = (from: NodeId | undefined, isForward: boolean, ...broken: NodeId[]) =>
    nextWithProblem(numbers, (node) => broken.includes(node), from, isForward);
  it.each([
    [a, true, [b, d], b],
    [b, true, [b, d], d],
    [d, true, [b, d], b],
    [c, true, [b, d], d],
    [c, false, [b, d], b],
    [b, false, [b, d], d],
    [a, false, [b, d], d],
    [undefined, true, [b, d], b],
    [undefined, false, [b, d], d],
    [b, true, [b], b],
    [b, false, [b], b],
    [b, true, [], undefined],
  ])('from %s (forward: %s) among %j is %s', (from, isForward, broken, expected) => {
    expect(next(from, isForward, ...(broken as NodeId[]))).toBe(expected);
  });
});

describe('what is said of the history', () => {
  let at = 0;
  const entry = (key: string, mergeKey?: string): HistoryEntry => {
    at += 5000;
    return {
      label: { key },
      patches: [{ op: 'replace', path: [key], value: at }],
      inverse: [],
      selectionBefore: NOTHING_SELECTED,
      selectionAfter: NOTHING_SELECTED,
      at,
      ...(mergeKey === undefined ? {} : { mergeKey }),
    };
  };
  const first = record(EMPTY_HISTORY, entry('add-step'));
  const second = record(first, entry('connect'));
  const undone = stepBack(second)!.history;

  it('names what was done, undone and redone', () => {
    expect(newsOf(first, second)).toEqual({ what: 'done', label: { key: 'connect' } });
    expect(newsOf(second, undone)).toEqual({ what: 'undone', label: { key: 'connect' } });
    expect(newsOf(undone, stepForward(undone)!.history)).toEqual({
      what: 'redone',
      label: { key: 'connect' },
    });
    expect(newsOf(undone, record(undone, entry('duplicate')))).toEqual({
      what: 'done',
      label: { key: 'duplicate' },
    });
  });

  it('passes over typing, and over another document', () => {
    expect(newsOf(first, record(first, entry('edit-step', 'field')))).toBeUndefined();
    expect(newsOf(second, EMPTY_HISTORY)).toBeUndefined();
  });
});

describe('the neighbour of a row that goes', () => {
  const order = ['1', '1a', '2', '2a', '3'];
  it.each([
    ['2', ['2', '2a'], '3'],
    ['3', ['3'], '2a'],
    ['1', ['1', '1a'], '2'],
    ['2a', ['2a'], '3'],
    ['1', order, undefined],
    ['unknown', [], '1'],
  ])('%s, with %j gone, is %s', (row, gone, expected) => {
    expect(neighbour(order, row, (one) => !gone.includes(one))).toBe(expected);
  });
});

describe('the view that was chosen last', () => {
  it('is remembered by person, and nothing else is believed', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
    };
    createViewChoice(storage, 'ann').write('both');
    expect(createViewChoice(storage, 'ann').read()).toBe('both');
    expect(createViewChoice(storage, 'bob').read()).toBeUndefined();
    kept.set('allokoli:view:bob', 'sideways');
    expect(createViewChoice(storage, 'bob').read()).toBeUndefined();
  });

  it('is a comfort: forbidden storage breaks nothing', () => {
    const refuse = () => {
      throw new Error('forbidden');
    };
    const choice = createViewChoice({ getItem: refuse, setItem: refuse }, 'ann');
    choice.write('outline');
    expect(choice.read()).toBeUndefined();
  });
});
