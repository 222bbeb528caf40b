/** Opening hours have one meaning in three forms: computed here, by Liquid, and by a code tool. */
import fc from 'fast-check';
import { Liquid } from 'liquidjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOLIDAY_CALENDARS, type OpeningHours } from './document.ts';
import { holidayCode, holidayLiquid, isHoliday, isOpen, openingCode, openingLiquid } from './hours.ts';

const seed = Number(process.env.SEED ?? 20261123);
const hour = (h: number, m = 0) => h * 60 + m;
const office = {
  id: 'office',
  name: 'Office',
  timeZone: 'Europe/Paris',
  week: [
    ...Array.from({ length: 5 }, () => [
      { from: hour(9), to: hour(12, 30) },
      { from: hour(14), to: hour(18) },
    ]),
    [{ from: hour(9), to: hour(12) }],
    [],
  ],
  holidays: 'none',
  exceptions: [
    { date: '2026-12-25', spans: [] },
    { date: '2027-01-01', spans: [] },
  ],
  shared: null,
} as unknown as OpeningHours;

const liquid = new Liquid();

/** The answers of the three forms at one instant: whether it is open, whether it is a holiday. */
function threeAnswers(hours: OpeningHours, now: number) {
  vi.setSystemTime(now);
  const rendered = liquid.parseAndRenderSync(
    `${openingLiquid(hours, 'open_1')}${holidayLiquid(hours, 'free_1')}{{ open_1 }} {{ free_1 }}`,
  );
  const code = (source: string): unknown => new Function(`return ${source}`)();
  return {
    meaning: [isOpen(hours, now), isHoliday(hours, now)],
    liquid: String(rendered)
      .split(' ')
      .map((answer) => answer === 'yes'),
    code: [code(openingCode(hours)), code(holidayCode(hours))],
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const DAY = 86_400_000;
const restaurant: OpeningHours = {
  ...office,
  week: [
    [],
    ...Array.from({ length: 6 }, () => [
      { from: hour(12), to: hour(14, 30) },
      { from: hour(19), to: hour(22, 30) },
    ]),
  ],
  holidays: 'france',
  exceptions: [
    { date: '2026-12-24', spans: [{ from: hour(12), to: hour(18) }] },
    { date: '2026-12-25', spans: [{ from: hour(12), to: hour(16) }] },
    { date: '2027-02-02', spans: [] },
    { date: '2028-02-29', spans: [{ from: hour(8), to: hour(9) }] },
    { date: '2028-02-29', spans: [{ from: hour(20), to: hour(24) }] },
  ],
};

describe('opening hours', () => {
  it.each([
    ['Monday 09:00 in winter', '2026-11-23T08:00:00Z', true],
    ['Monday 08:59 in winter', '2026-11-23T07:59:00Z', false],
    ['Monday 12:30, lunch', '2026-11-23T11:30:00Z', false],
    ['Monday 14:00', '2026-11-23T13:00:00Z', true],
    ['Monday 18:00', '2026-11-23T17:00:00Z', false],
    ['Saturday noon', '2026-11-28T11:00:00Z', false],
    ['Sunday', '2026-11-29T10:00:00Z', false],
    ['Christmas, a Friday', '2026-12-25T09:00:00Z', false],
    ['Monday 09:00 in summer', '2026-07-06T07:00:00Z', true],
    ['the hour before, in summer', '2026-07-06T06:59:00Z', false],
    ['after the change to summer time', '2027-03-29T07:00:00Z', true],
    ['after the change to winter time', '2026-10-26T07:59:00Z', false],
  ])('%s', (_, instant, open) => {
    const { meaning, liquid: rendered, code } = threeAnswers(office, Date.parse(instant));
    expect([meaning[0], rendered[0], code[0]]).toEqual([open, open, open]);
  });

  it.each([
    ['Monday, closed every week', '2026-11-23T12:00:00Z', false, false],
    ['Tuesday lunch', '2026-11-24T12:00:00Z', true, false],
    ['Tuesday between lunch and dinner', '2026-11-24T15:00:00Z', false, false],
    ['24 December at 17:59', '2026-12-24T16:59:00Z', true, true],
    ['24 December at 18:00', '2026-12-24T17:00:00Z', false, true],
    ['24 December at dinner', '2026-12-24T19:00:00Z', false, true],
    ['a public holiday with hours of its own', '2026-12-25T14:00:00Z', true, true],
    ['New Year, a Friday', '2027-01-01T12:00:00Z', false, true],
    ['one minute before New Year in Paris', '2026-12-31T22:59:00Z', false, false],
    ['Ascension, a Thursday', '2027-05-06T11:00:00Z', false, true],
    ['the Thursday after it', '2027-05-13T11:00:00Z', true, false],
    ['an exceptional closure', '2027-02-02T12:00:00Z', false, true],
    ['29 February, first hours', '2028-02-29T07:30:00Z', true, true],
    ['29 February, second hours until midnight', '2028-02-29T22:59:00Z', true, true],
    ['29 February, not the hours of the week', '2028-02-29T12:00:00Z', false, true],
  ])('of a restaurant: %s', (_, instant, open, holiday) => {
    const expected = [open, holiday];
    expect(threeAnswers(restaurant, Date.parse(instant))).toEqual({
      meaning: expected,
      liquid: expected,
      code: expected,
    });
  });

  it(`agree at any instant, in any zone (seed ${seed})`, () => {
    const zone = fc.constantFrom(
      'Europe/Paris',
      'Europe/London',
      'America/New_York',
      'Indian/Reunion',
      'Pacific/Noumea',
      'UTC',
      'Mars/Base',
    );
    const span = fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
    const spans = fc.array(span, { maxLength: 3 });
    const week = fc.array(spans, { minLength: 7, maxLength: 7 });
    const anyInstant = fc.integer({
      min: Date.parse('2025-01-01T00:00:00Z'),
      max: Date.parse('2041-01-01T00:00:00Z'),
    });
    // Changes of clock in Europe and America, a leap day, and days on which most calendars disagree.
    const delicate = fc
      .tuple(
        fc.constantFrom(
          ...['2026-10-25', '2026-11-01', '2027-03-14', '2027-03-28', '2028-02-29'],
          ...['2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29', '2027-07-05'],
        ),
        fc.integer({ min: -DAY / 60_000, max: (2 * DAY) / 60_000 }),
      )
      .map(([date, minutes]) => Date.parse(`${date}T00:00:00Z`) + minutes * 60_000);
    fc.assert(
      fc.property(
        zone,
        week,
        fc.oneof(anyInstant, delicate),
        fc.constantFrom(...HOLIDAY_CALENDARS),
        fc.array(fc.record({ after: fc.constantFrom(-DAY, 0, 0, DAY), spans }), { maxLength: 2 }),
        (timeZone, days, now, holidays, special) => {
          const hours: OpeningHours = {
            ...office,
            timeZone,
            week: days,
            holidays,
            exceptions: special.map(({ after, spans: own }) => ({
              date: new Date(now + after).toISOString().slice(0, 10),
              spans: own,
            })),
          };
          const { meaning, ...forms } = threeAnswers(hours, now);
          expect(forms).toEqual({ liquid: meaning, code: meaning });
        },
      ),
      { seed, numRuns: 1000 },
    );
  });
});
