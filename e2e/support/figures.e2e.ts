import { describe, expect, it } from 'vitest';
import { isFigure, isMissed } from './figures.ts';

describe('a line of output', () => {
  it.each([
    'read-and-check/parse: 3.37 (goal <= 2, its own parse included)',
    'mutations caught / made: 91 / 91 (…)',
    '(4) transfers: 3',
    'clicks (fr): 4 (goal 4)',
  ])('tells a figure: %s', (line) => expect(isFigure(line)).toBe(true));

  it.each(['✓ src/a.test.ts (3 tests) 12ms', 'Tests  3 passed (3)', '', 'Duration  1.2s', 'Error: no'])(
    'tells none: %s',
    (line) => expect(isFigure(line)).toBe(false),
  );

  it.each([
    ['a: 2.01 (goal <= 2)', true],
    ['a: 2 (goal <= 2)', false],
    ['a: 96 (goal >= 95)', false],
    ['a: 94 (goal >= 95)', true],
    ['a: 5 (goal 4)', true],
    ['a p95: 49.2 ms (goal 100)', false],
    ['a: 10,000 (goal <= 9,000)', true],
    ['a: 12', false],
    ['a: 0 (goal = 0)', false],
    ['a: 1 (goal = 0)', true],
    ['a: NaN (goal <= 10)', true],
    ['a: -Infinity (goal <= 10)', true],
    ['a: 254.3 (goal <= 230, limit until then 257)', true],
  ])('%s misses its goal: %s', (line, missed) => expect(isMissed(line)).toBe(missed));
});
