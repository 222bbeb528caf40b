/** What is known of a call, and when. */
import { expect, test } from 'vitest';
import { isAwaited } from './call-times.ts';

const END = Date.parse('2026-11-23T10:00:00Z');
const over = { status: 'ended', endedAt: '2026-11-23T10:00:00Z', cost: null } as const;

test('the report of a call that is over is awaited, for a while', () => {
  expect(isAwaited(over, END + 1_000)).toBe(true);
  expect(isAwaited(over, END + 599_999)).toBe(true);
  expect(isAwaited(over, END + 600_000)).toBe(false);
});

test('nothing is awaited of a call that goes on, or that was told of', () => {
  expect(isAwaited({ ...over, status: 'in-progress', endedAt: null }, END)).toBe(false);
  expect(isAwaited({ ...over, cost: 0 }, END + 1_000)).toBe(false);
});
