/** Public holidays against published lists, and its forms against each other. */
import { Liquid } from 'liquidjs';
import { describe, expect, it } from 'vitest';
import { HOLIDAY_CALENDARS, type HolidayCalendar } from './document.ts';
import { isPublicHoliday, nextHolidays, publicHolidayCode, publicHolidayLiquid } from './holidays.ts';

const DAY = 86_400_000;

function datesOf(year: number): string[] {
  const dates: string[] = [];
  for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += DAY)
    dates.push(new Date(time).toISOString().slice(0, 10));
  return dates;
}

const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Month and day of every holiday of a year. */
const holidays = (calendar: HolidayCalendar, year: number) =>
  datesOf(year)
    .filter((date) => isPublicHoliday(calendar, date))
    .map((date) => date.slice(5))
    .join(' ');

describe('public holidays', () => {
  it.each<[HolidayCalendar, number, string]>([
    ['none', 2026, ''],
    ['france', 2024, '01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25'],
    ['france', 2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'],
    ['france', 2027, '01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25'],
    // Ascension on May 1: ten days.
    ['france', 2008, '01-01 03-24 05-01 05-08 05-12 07-14 08-15 11-01 11-11 12-25'],
    ['alsace-moselle', 2027, '01-01 03-26 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25 12-26'],
    // gov.uk/bank-holidays; where a substitute is given, the day itself stands beside it.
    ['england-wales', 2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    ['england-wales', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28'],
    ['england-wales', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28'],
    ['england-wales', 2028, '01-01 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
    ['england-wales', 2033, '01-01 01-03 04-15 04-18 05-02 05-30 08-29 12-25 12-26 12-27'],
    // opm.gov: federal holidays, with the days on which they are observed.
    ['united-states', 2025, '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25'],
    ['united-states', 2026, '01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25'],
    [
      'united-states',
      2027,
      '01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31',
    ],
  ])('%s, %i', (calendar, year, expected) => {
    expect(holidays(calendar, year)).toBe(expected);
  });

  it('have no date that is no date', () => {
    for (const date of ['', 'soon', '2026-13-01', '2026-02-30x'])
      expect(isPublicHoliday('france', date)).toBe(false);
  });

  it('are listed from a day on', () => {
    expect(nextHolidays('france', '2026-12-25', 3)).toEqual(['2026-12-25', '2027-01-01', '2027-03-29']);
    expect(nextHolidays('none', '2026-12-25', 3)).toEqual([]);
    expect(nextHolidays('france', 'soon', 3)).toEqual([]);
  });

  it.each(HOLIDAY_CALENDARS)('%s: the code agrees on every day from 1901 to 2099', (calendar) => {
    const code = new Function(`return ${publicHolidayCode(calendar)}`)();
    const differing = years(1901, 2099).filter((year) =>
      datesOf(year).some((date) => {
        const [, month, day] = date.split('-').map(Number);
        const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
        return code(year, month, day, weekday) !== isPublicHoliday(calendar, date);
      }),
    );
    expect(differing).toEqual([]);
  });

  it.each(HOLIDAY_CALENDARS)('%s: Liquid agrees on holidays and the days around them', (calendar) => {
    const liquid = new Liquid();
    // The clock as a variable instead of `"now"`, so that a day need not be waited for.
    const template = liquid.parse(
      `{% assign h = "no" %}${publicHolidayLiquid(calendar, 'h', (format) => `today | date: "${format}", "UTC"`)}{{ h }}`,
    );
    const isFree = (date: string, by = 0) =>
      isPublicHoliday(calendar, new Date(Date.parse(date) + by).toISOString().slice(0, 10));
    // Rendering is slow. In 1954, 1981, 2049 and 2076 Gauss's Easter has its exceptions.
    const differing = [...years(2025, 2036), 1901, 1954, 1981, 2000, 2049, 2076, 2099]
      .flatMap(datesOf)
      .filter((date) => isFree(date) || isFree(date, DAY) || isFree(date, -DAY) || date.endsWith('-29'))
      .filter(
        (date) => (liquid.renderSync(template, { today: `${date}T12:00:00Z` }) === 'yes') !== isFree(date),
      );
    expect(differing).toEqual([]);
  });
});
