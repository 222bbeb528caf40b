import { describe, expect, test } from 'vitest';
import { lengthOf } from '../call-times.ts';
import { busiestHour, callsByDay, callsByHour } from './call-figures.ts';
import { ALL, callFilterOf, filtersFrom, sinceOf } from './call-filters.ts';
import { callRows } from './calls-csv.ts';

test('a call whose clock went backwards took no time', () => {
  expect(lengthOf({ startedAt: '2026-03-14T12:00:00', endedAt: '2026-03-14T11:59:00' })).toBe(0);
});

describe('calls a day', () => {
  const now = new Date('2026-03-31T15:00:00').getTime();

  test('end today, have every day once', () => {
    const days = callsByDay({ '2026-03-31': 1, '2026-03-30': 2, '2026-03-01': 9 }, 7, now);
    expect(days.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 2, 1]);
    expect(new Set(days.map(({ day }) => day)).size).toBe(7);
  });

  test('neither skip nor repeat the day on which the clocks change', () => {
    const days = callsByDay({}, 30, now).map(({ day }) => new Date(day).getDate());
    expect(days).toEqual(Array.from({ length: 30 }, (_, index) => index + 2));
  });
});

describe('busy hours', () => {
  test('add up over the days of the week', () => {
    const hours = callsByHour({ 9: 2, [24 + 9]: 3, [6 * 24 + 23]: 1 });
    expect(hours).toHaveLength(24);
    expect([hours[9], hours[23], hours[0]]).toEqual([5, 1, 0]);
  });

  test.each<[Record<string, number>, number | null]>([
    [{}, null],
    [{ 9: 1 }, null],
    [{ 9: 3, 10: 3 }, null],
    [{ 9: 3, 33: 4 }, 33],
  ])('of %j: %s', (hours, busiest) => {
    expect(busiestHour(hours)).toBe(busiest);
  });
});

describe('filters of the address bar', () => {
  const read = (query: string) => filtersFrom(new URLSearchParams(query));

  test('become those of the server', () => {
    const id = '00000000-0000-4000-8000-000000000001';
    expect(
      callFilterOf(read(`flow=${id}&version=${id}&number=${id}&outcome=failed&length=medium&q=+Zoé+`), 'S'),
    ).toEqual({
      since: 'S',
      flow: id,
      version: id,
      number: id,
      outcome: 'failed',
      longer: 30,
      shorter: 120,
      text: 'Zoé',
    });
  });

  test('that mean nothing are left out', () => {
    expect(callFilterOf(read('outcome=abducted&length=endless&version=x&days=12&q='), undefined)).toEqual({});
    expect(read('days=12').period).toBe('30');
  });

  test('a period begins at a local midnight', () => {
    const now = new Date('2026-11-30T15:00:00').getTime();
    expect(sinceOf('7', now)).toBe(new Date('2026-11-24T00:00:00').toISOString());
    expect(sinceOf(ALL, now)).toBeUndefined();
  });
});

test('a table of calls has a column for everything that was collected', () => {
  const call = {
    id: 'c',
    flowId: 'f',
    versionId: null,
    numberId: 'n',
    caller: '+33639980011',
    status: 'ended',
    endedReason: null,
    startedAt: '2026-03-14T12:00:00Z',
    endedAt: '2026-03-14T12:01:05Z',
    outcome: 'completed' as const,
    information: { name: 'Zoé' },
    path: [],
    cost: 0.125,
  };
  const others = [
    { ...call, flowId: null, caller: null, information: { size: 4 } },
    { ...call, caller: 'browser-link', information: {} },
  ];
  const rows = callRows([call, ...others], {
    header: ['When', 'Caller', 'Number', 'Flow', 'Outcome', 'Seconds', 'Cost'],
    flows: new Map([['f', { name: 'Desk', information: { name: 'Name' } }]]),
    numbers: new Map([['n', '+3312345']]),
    browserCaller: 'Browser link',
    outcome: (outcome) => outcome ?? '',
    when: (moment) => moment.slice(0, 10),
    number: (value) => String(value).replace('.', ','),
  });
  expect(rows).toEqual([
    ['When', 'Caller', 'Number', 'Flow', 'Outcome', 'Seconds', 'Cost', 'Name', 'size'],
    ['2026-03-14', '+33639980011', '+3312345', 'Desk', 'completed', '65', '0,125', 'Zoé', ''],
    ['2026-03-14', '', '+3312345', '', 'completed', '65', '0,125', '', '4'],
    ['2026-03-14', 'Browser link', '+3312345', 'Desk', 'completed', '65', '0,125', '', ''],
  ]);
});
