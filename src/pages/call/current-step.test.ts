import { expect, test } from 'vitest';
import type { Turn, Visit } from '../../data/calls.ts';
import { visitOfTurn } from './current-step.ts';

const visit = (node: string, at?: number): Visit => ({
  node,
  confidence: 'known',
  ...(at === undefined ? {} : { at }),
});
const turn = (at: number | null, node: string | null): Turn => ({
  position: 0,
  role: 'assistant',
  text: '',
  at,
  node,
});
const path = [visit('greet', 0), visit('ask', 5_000), visit('greet', 10_000), visit('end', 20_000)];

test.each<[string, Turn, number]>([
  ['the visit of its step', turn(6_000, 'ask'), 1],
  ['the last visit of its step that had begun', turn(12_000, 'greet'), 2],
  ['the first visit of its step when that had not begun', turn(1_000, 'end'), 3],
  ['by time alone, the visit going on', turn(12_000, null), 2],
  ['by time alone, before anything', turn(-5, null), 0],
  ['of nothing known, the first', turn(null, null), 0],
  ['without a time, the last of its step', turn(null, 'greet'), 2],
])('a turn belongs to %s', (_name, said, index) => {
  expect(visitOfTurn(said, path)).toBe(index);
});

test('a path without times still knows steps', () => {
  expect(visitOfTurn(turn(3_000, 'b'), [visit('a'), visit('b')])).toBe(1);
  expect(visitOfTurn(turn(3_000, null), [visit('a'), visit('b')])).toBe(0);
});
