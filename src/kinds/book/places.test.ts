/** Free places: what is taken, what is open, and what nobody may ever be given. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HoursId, OpeningHours, TimeSpan } from '../../flow/document.ts';
import { isOpen } from '../../flow/hours.ts';
import { instantsOf, localMoment } from '../../flow/local-time.ts';
import { type Calendar, isPlace, nearestPlaces, placesFor } from './places.ts';
import { readWishes } from './wish.ts';

const MINUTE = 60_000;
const ZONE = 'Europe/Paris';
/** A Monday, 10:20 in Paris. */
const NOW = Date.parse('2026-11-30T09:20:00Z');
const seed = Number(process.env.SEED ?? 20261130);
const DAY: TimeSpan[] = [
  { from: 540, to: 750 },
  { from: 840, to: 1080 },
];

const hours = (change: Partial<OpeningHours> = {}): OpeningHours => ({
  id: 'main' as HoursId,
  name: 'Main',
  timeZone: ZONE,
  week: [DAY, DAY, DAY, DAY, DAY, [], []],
  holidays: 'france',
  exceptions: [],
  shared: null,
  ...change,
});
const calendar = (change: Partial<Calendar> = {}): Calendar => ({
  hours: hours(),
  minutes: 30,
  buffer: 0,
  notice: 2,
  taken: [],
  now: NOW,
  ...change,
});
const at = (text: string) => {
  const [date = '', clock = ''] = text.split(' ');
  const [hour, minute] = clock.split(':').map(Number);
  return instantsOf(ZONE, { date, minute: hour! * 60 + minute! })[0];
};
const taken = (from: string, minutes: number, buffer = 0) => ({
  from: at(from),
  to: at(from) + minutes * MINUTE,
  buffer,
});
const shown = (instant: number | undefined) => {
  if (instant === undefined) return null;
  const { date, minute } = localMoment(ZONE, instant);
  return `${date} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
};
const first = (text: string, change: Partial<Calendar> = {}, language: 'fr' | 'en' = 'fr') => {
  const found = calendar(change);
  const wishes = readWishes(text, language, found.hours.timeZone, found.now);
  return shown(placesFor(found, wishes).next().value ?? undefined);
};

describe('the first place that fits', () => {
  it.each([
    ['the exact time', 'jeudi à 10 h 10', {}, '2026-12-03 10:10'],
    ['the first of a morning', 'jeudi matin', {}, '2026-12-03 09:00'],
    [
      'the next one when that is taken',
      'jeudi matin',
      { taken: [taken('2026-12-03 09:00', 30)] },
      '2026-12-03 09:30',
    ],
    [
      'apart by the buffer',
      'jeudi matin',
      { buffer: 10, taken: [taken('2026-12-03 09:00', 30)] },
      '2026-12-03 09:45',
    ],
    [
      'apart by the other one’s buffer',
      'jeudi matin',
      { taken: [taken('2026-12-03 09:00', 30, 20)] },
      '2026-12-03 10:00',
    ],
    [
      'the buffer before what is taken',
      'jeudi à 9 h',
      { buffer: 10, taken: [taken('2026-12-03 09:35', 30)] },
      null,
    ],
    [
      'nearest to the liked time',
      'jeudi vers 11 h',
      { taken: [taken('2026-12-03 11:00', 30)] },
      '2026-12-03 10:30',
    ],
    ['nothing when the time is taken', 'jeudi à 10 h', { taken: [taken('2026-12-03 09:45', 30)] }, null],
    ['nothing that would run into the break', 'jeudi à 12 h 15', {}, null],
    ['nothing on a closed day', 'samedi', {}, null],
    ['nothing on a public holiday', 'le 25 décembre', {}, null],
    [
      'an exceptional day as it is',
      'samedi',
      { hours: hours({ exceptions: [{ date: '2026-12-05', spans: [{ from: 600, to: 660 }] }] }) },
      '2026-12-05 10:00',
    ],
    ['after the notice', 'aujourd’hui', {}, '2026-11-30 14:00'],
    ['after a long notice', 'demain', { notice: 30 }, '2026-12-01 16:30'],
    ['nothing in the past', 'aujourd’hui à 9 h', { notice: 0 }, null],
    ['nothing on a date gone by', '2026-11-20', {}, null],
    ['nothing in years', '2031-12-03', {}, null],
    [
      'the second wish when the first is taken',
      'jeudi à 10 h ou 11 h',
      { taken: [taken('2026-12-03 10:00', 30)] },
      '2026-12-03 11:00',
    ],
    ['the soonest', 'le plus tôt possible', { notice: 24 }, '2026-12-01 10:30'],
    ['nothing without hours', 'jeudi', { hours: hours({ timeZone: 'Nowhere/At_All' }) }, null],
  ] as const)('%s', (_, text, change, place) => expect(first(text, change as Partial<Calendar>)).toBe(place));

  it.each([
    ['two o’clock where only the afternoon is open', 'Thursday at 2', {}, '2026-12-03 14:00'],
    ['ten o’clock where only the morning is open', 'Thursday around 10', {}, '2026-12-03 10:00'],
    [
      'neither where both are open',
      'Thursday at 10',
      { hours: hours({ week: Array.from({ length: 7 }, () => [{ from: 480, to: 1430 }]) }) },
      null,
    ],
  ] as const)('%s', (_, text, change, place) =>
    expect(first(text, change as Partial<Calendar>, 'en')).toBe(place),
  );
});

it('offers what is nearest to a wish that is taken', () => {
  const busy = calendar({ taken: [taken('2026-12-03 10:00', 30)] });
  const wishes = readWishes('jeudi à 10 h', 'fr', ZONE, NOW);
  expect(nearestPlaces(busy, wishes, 3).map(shown)).toEqual([
    '2026-12-03 09:30',
    '2026-12-03 10:30',
    '2026-12-03 09:00',
  ]);
});

describe('when clocks change', () => {
  const always = hours({ holidays: 'none', week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]) });
  it.each([
    ['spring forward: the hour that is missing', '2027-03-28T00:00:00Z', '2027-03-28T02:30', null],
    ['spring forward: the hour after', '2027-03-28T00:00:00Z', '2027-03-28T03:00', '2027-03-28 03:00'],
    [
      'fall back: the hour that comes twice, the first time',
      '2026-10-24T23:00:00Z',
      '2026-10-25T02:30',
      '2026-10-25 02:30',
    ],
  ])('%s', (_, now, text, place) => {
    const change = { hours: always, now: Date.parse(now), notice: 0 };
    expect(first(text, change)).toBe(place);
  });
});

it(`never overlaps, is open all the while, and keeps the notice, in any zone (seed ${seed})`, () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 15, max: 900 }))
    .map(([from, length]) => ({ from, to: Math.min(1440, from + length) }));
  const spans = fc.array(span, { maxLength: 2 });
  const situations = fc.record({
    zone: fc.constantFrom(ZONE, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
    // Around the days on which clocks change.
    now: fc
      .tuple(
        fc.constantFrom('2026-10-24', '2026-10-31', '2027-03-13', '2027-03-27', '2027-04-03', '2026-12-23'),
        fc.integer({ min: 0, max: 2880 }),
      )
      .map(([date, minute]) => Date.parse(`${date}T00:00:00Z`) + minute * MINUTE),
    week: fc.array(spans, { minLength: 7, maxLength: 7 }),
    minutes: fc.integer({ min: 1, max: 24 }).map((fives) => fives * 5),
    buffer: fc.constantFrom(0, 5, 15),
    notice: fc.constantFrom(0, 2, 24),
    bookings: fc.array(
      fc.record({
        ahead: fc.integer({ min: 0, max: 5000 }),
        length: fc.integer({ min: 5, max: 300 }),
        buffer: fc.constantFrom(0, 10),
      }),
      { maxLength: 6 },
    ),
    wish: fc.constantFrom(
      'demain',
      'aujourd’hui',
      'la semaine prochaine',
      'dimanche vers 3 h',
      'le plus tôt possible',
      'demain matin ou lundi après 14 h',
    ),
  });
  let given = 0;
  fc.assert(
    fc.property(situations, ({ zone, now, week, minutes, buffer, notice, bookings, wish }) => {
      const found = calendar({
        hours: hours({ timeZone: zone, week }),
        minutes,
        buffer,
        notice,
        now,
        taken: bookings.map(({ ahead, length, buffer: own }) => ({
          from: now + ahead * MINUTE,
          to: now + (ahead + length) * MINUTE,
          buffer: own,
        })),
      });
      let looked = 0;
      for (const start of placesFor(found, readWishes(wish, 'fr', zone, now))) {
        const end = start + minutes * MINUTE;
        expect(start).toBeGreaterThan(now);
        expect(start - now).toBeGreaterThanOrEqual(notice * 60 * MINUTE);
        for (let time = start; time < end; time += 5 * MINUTE) expect(isOpen(found.hours, time)).toBe(true);
        expect(isOpen(found.hours, end - MINUTE)).toBe(true);
        for (const other of found.taken)
          expect(
            Math.max(other.from - end, start - other.to) >= Math.max(buffer, other.buffer) * MINUTE,
          ).toBe(true);
        expect(isPlace(found, start)).toBe(true);
        given += 1;
        if (++looked >= 5) break;
      }
    }),
    { seed, numRuns: 200 },
  );
  // Situations in which nothing is ever free would prove nothing.
  expect(given).toBeGreaterThan(150);
});
