/** Who answers a number by opening hours: rows before the rest, the upper one before the lower, and every change told at its minute. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Times } from '../flow/hours.ts';
import { answerAt, type ByHours, changesAfter, overlaps } from './by-hours.ts';

const seed = Number(process.env.SEED ?? 20261202);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const hour = (h: number, m = 0) => h * 60 + m;
const week = (from: number, to: number): Times['week'] =>
  [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [{ from, to }] : [])) as unknown as Times['week'];
const times = (more: Partial<Times> = {}): Times => ({
  timeZone: 'Europe/Paris',
  week: week(hour(9), hour(18, 30)),
  holidays: 'none',
  exceptions: [],
  ...more,
});
const by = (...rows: (Times | null)[]): ByHours<string> => ({
  rows: rows.map((hours, index) => ({ hours, answer: `row ${index}` })),
  rest: 'rest',
});
const paris = (text: string) => Date.parse(`${text}+01:00`);

it('the first row that is open answers, the rest otherwise', () => {
  const schedule = by(times({ week: week(hour(12), hour(14)) }), times());
  expect(answerAt(schedule, paris('2026-12-01T08:59'))).toBe('rest');
  expect(answerAt(schedule, paris('2026-12-01T09:00'))).toBe('row 1');
  expect(answerAt(schedule, paris('2026-12-01T12:30'))).toBe('row 0');
  expect(answerAt(schedule, paris('2026-12-01T18:30'))).toBe('rest');
  expect(answerAt(by(null), paris('2026-12-01T12:00'))).toBe('rest');
});

it('changes are told in order, over a weekend, a holiday and an exceptional day', () => {
  const schedule = by(
    times({
      holidays: 'france',
      exceptions: [{ date: '2026-12-24', spans: [{ from: hour(9), to: hour(12) }] }],
    } as Partial<Times>),
  );
  const told = changesAfter(schedule, paris('2026-12-23T12:00'), { days: 7, most: 6 });
  expect(told.map(({ at, answer }) => [new Date(at).toISOString(), answer])).toEqual([
    ['2026-12-23T17:30:00.000Z', 'rest'],
    ['2026-12-24T08:00:00.000Z', 'row 0'],
    ['2026-12-24T11:00:00.000Z', 'rest'],
    // Christmas is a Friday, then comes the weekend.
    ['2026-12-28T08:00:00.000Z', 'row 0'],
    ['2026-12-28T17:30:00.000Z', 'rest'],
    ['2026-12-29T08:00:00.000Z', 'row 0'],
  ]);
});

it('nothing changes where nothing is ever open, or in a zone that nobody knows', () => {
  const most = { days: 14, most: 5 };
  expect(changesAfter(by(times({ week: week(0, 0) })), 0, most)).toEqual([]);
  expect(changesAfter(by(times({ timeZone: 'Nowhere/Land' })), 0, most)).toEqual([]);
});

it('rows that are open at once are found, rows that only touch are not', () => {
  const at = paris('2026-12-01T00:00');
  const afternoon = times({ week: week(hour(14), hour(20)) });
  expect(overlaps(by(times(), afternoon), at, 7)).toEqual([
    { upper: 0, lower: 1, at: paris('2026-12-01T14:00') },
  ]);
  const evening = times({ week: week(hour(18, 30), hour(22)) });
  expect(overlaps(by(times(), evening), at, 7)).toEqual([]);
});

const span = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 720 }))
  .map(([from, length]) => ({ from, to: Math.min(1440, from + length) }));
const someTimes: fc.Arbitrary<Times> = fc.record({
  timeZone: fc.constantFrom(
    'Europe/Paris',
    'America/New_York',
    'America/Havana',
    'Australia/Lord_Howe',
    'UTC',
  ),
  week: fc.array(fc.array(span, { maxLength: 2 }), { minLength: 7, maxLength: 7 }),
  holidays: fc.constant('none' as const),
  exceptions: fc.constant([]),
}) as unknown as fc.Arbitrary<Times>;

it('between two changes nothing changes, and at each of them something does: minute by minute, when clocks are moved too', () => {
  // Days on which clocks are moved in one of these zones, and an ordinary one.
  const days = [
    '2026-03-08',
    '2026-03-29',
    '2026-04-05',
    '2026-10-04',
    '2026-10-25',
    '2026-11-01',
    '2026-06-10',
  ];
  fc.assert(
    fc.property(
      fc.array(someTimes, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...days),
      fc.integer({ min: 0, max: 1439 }),
      (hours, day, minute) => {
        const schedule = by(...hours);
        const from = Date.parse(`${day}T00:00:00Z`) - DAY / 2 + minute * MINUTE;
        const told = new Map(
          changesAfter(schedule, from, { days: 1, most: 1000 }).map(({ at, answer }) => [at, answer]),
        );
        let answers = answerAt(schedule, from);
        for (let at = from + MINUTE; at <= from + DAY; at += MINUTE) {
          const now = answerAt(schedule, at);
          expect(told.get(at)).toBe(now === answers ? undefined : now);
          answers = now;
        }
      },
    ),
    { seed, numRuns: Number(process.env.RUNS ?? 8) },
  );
}, 60_000);
