import { describe, expect, test } from 'vitest';
import type { Call } from '../../data/calls.ts';
import { lengthOf } from '../call-times.ts';
import { callsByDay, figuresOf } from './call-figures.ts';

const call = (more: Partial<Call>): Call => ({
  id: 'c',
  flowId: null,
  versionId: null,
  numberId: null,
  caller: null,
  status: 'ended',
  endedReason: null,
  startedAt: '2026-03-14T12:00:00',
  endedAt: '2026-03-14T12:01:00',
  outcome: 'completed',
  information: {},
  path: [],
  cost: null,
  ...more,
});

describe('figures', () => {
  test('of nothing are unknown, not zero', () => {
    expect(figuresOf([])).toEqual({ calls: 0, served: 0, averageLength: null, cost: null });
  });

  test('leave out calls that go on and costs that are not known', () => {
    const calls = [
      call({ cost: 0.1 }),
      call({ outcome: 'transferred', endedAt: '2026-03-14T12:03:00' }),
      call({ outcome: null, endedAt: null, status: 'in-progress' }),
      call({ outcome: 'failed', cost: 0.2, endedAt: '2026-03-14T12:02:00' }),
    ];
    const figures = figuresOf(calls);
    expect(figures).toMatchObject({ calls: 4, served: 2, averageLength: 120_000 });
    expect(figures.cost).toBeCloseTo(0.3);
  });

  test('a call whose clock went backwards took no time', () => {
    expect(lengthOf(call({ endedAt: '2026-03-14T11:59:00' }))).toBe(0);
  });
});

describe('calls a day', () => {
  const now = new Date('2026-03-31T15:00:00').getTime();

  test('end today, have every day once, and count by local day', () => {
    const days = callsByDay(
      [call({ startedAt: '2026-03-31T00:10:00' }), call({ startedAt: '2026-03-30T23:50:00' })],
      7,
      now,
    );
    expect(days.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect(new Set(days.map(({ day }) => day)).size).toBe(7);
  });

  test('neither skip nor repeat the day on which the clocks change', () => {
    const days = callsByDay([], 30, now).map(({ day }) => new Date(day).getDate());
    expect(days).toEqual(Array.from({ length: 30 }, (_, index) => index + 2));
  });
});
