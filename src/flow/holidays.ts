/**
 * Public holidays by rule, without a list of years: days of the year, weekdays within a stretch of days, and days
 * counted from Easter Sunday. Knows no opening hours. Pure; right from 1901 to 2099 in all three forms.
 *
 * Holidays that a government grants once (a coronation) follow no rule: they are exceptional days of the opening hours.
 */
import type { HolidayCalendar } from './document.ts';

/** First and last day as `month * 100 + day`, and the weekday (Monday is 1) if only that one counts. */
type DayRule = readonly [from: number, to: number, weekday?: number];

interface HolidayRules {
  readonly days: readonly DayRule[];
  /** Days after Easter Sunday. */
  readonly easter: readonly number[];
}

const MONDAY = 1;
const TUESDAY = 2;
const THURSDAY = 4;
const FRIDAY = 5;
const GOOD_FRIDAY = -2;
const EASTER_MONDAY = 1;
const ASCENSION = 39;
const WHIT_MONDAY = 50;

const day = (date: number): DayRule => [date, date];
const on = (weekday: number, date: number): DayRule => [date, date, weekday];
/** The weekday that lies in the seven days from a date on: from 15 it is the third of the month. */
const inWeekFrom = (weekday: number, date: number): DayRule => [date, date + 6, weekday];
/** On a Saturday the Friday before is free as well, on a Sunday the Monday after. */
const observed = (before: number, date: number, after: number): DayRule[] => [
  day(date),
  on(FRIDAY, before),
  on(MONDAY, after),
];

/** Labour code, article L3133-1. */
const FRANCE: HolidayRules = {
  days: [101, 501, 508, 714, 815, 1101, 1111, 1225].map(day),
  easter: [EASTER_MONDAY, ASCENSION, WHIT_MONDAY],
};

const RULES: Readonly<Record<HolidayCalendar, HolidayRules>> = {
  none: { days: [], easter: [] },
  france: FRANCE,
  /** Local law of 1892, kept by article L3134-13. */
  'alsace-moselle': {
    days: [...FRANCE.days, day(1226)],
    easter: [GOOD_FRIDAY, ...FRANCE.easter],
  },
  /** Banking and Financial Dealings Act 1971; on a weekend the day itself and its substitute both count. */
  'england-wales': {
    days: [
      day(101),
      on(MONDAY, 102),
      on(MONDAY, 103),
      inWeekFrom(MONDAY, 501),
      inWeekFrom(MONDAY, 525),
      inWeekFrom(MONDAY, 825),
      day(1225),
      day(1226),
      ...[1227, 1228].flatMap((date) => [on(MONDAY, date), on(TUESDAY, date)]),
    ],
    easter: [GOOD_FRIDAY, EASTER_MONDAY],
  },
  /** 5 U.S.C. § 6103: federal holidays, with the day on which they are observed. */
  'united-states': {
    days: [
      ...observed(1231, 101, 102),
      inWeekFrom(MONDAY, 115),
      inWeekFrom(MONDAY, 215),
      inWeekFrom(MONDAY, 525),
      ...observed(618, 619, 620),
      ...observed(703, 704, 705),
      inWeekFrom(MONDAY, 901),
      inWeekFrom(MONDAY, 1008),
      ...observed(1110, 1111, 1112),
      inWeekFrom(THURSDAY, 1122),
      ...observed(1224, 1225, 1226),
    ],
    easter: [],
  },
};

const DAY = 86_400_000;

/** Whether a local date (`YYYY-MM-DD`) is a public holiday; false for what is no date. */
export function isPublicHoliday(calendar: HolidayCalendar, date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) return false;
  const moment = new Date(time);
  const weekday = moment.getUTCDay() || 7;
  const monthDay = (moment.getUTCMonth() + 1) * 100 + moment.getUTCDate();
  const { days, easter } = RULES[calendar];
  return (
    days.some(([from, to, only]) => monthDay >= from && monthDay <= to && (only ?? weekday) === weekday) ||
    easter.includes(Math.round((time - easterSunday(moment.getUTCFullYear())) / DAY))
  );
}

/** The next public holidays from a local date on, that date included; none for a calendar without holidays. */
export function nextHolidays(calendar: HolidayCalendar, from: string, count: number): string[] {
  const found: string[] = [];
  const start = Date.parse(`${from}T00:00:00Z`);
  if (calendar === 'none' || Number.isNaN(start)) return found;
  for (let time = start; found.length < count && time < start + 400 * DAY; time += DAY) {
    const date = new Date(time).toISOString().slice(0, 10);
    if (isPublicHoliday(calendar, date)) found.push(date);
  }
  return found;
}

/** Milliseconds since the epoch at midnight UTC. The anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return Date.UTC(year, month - 1, (h + l - 7 * m + 33 * month + 19) % 32);
}

/**
 * Liquid that sets `variable` to "yes" when today is a public holiday, and leaves it as it is otherwise. `at` prints
 * today in a `strftime` format. Prints nothing. Gauss's Easter: good for 1901 to 2099, and needs no division.
 */
export function publicHolidayLiquid(
  calendar: HolidayCalendar,
  variable: string,
  at: (format: string) => string,
): string {
  const { days, easter } = RULES[calendar];
  if (calendar === 'none') return '';
  const name = (suffix: string) => `${variable}_${suffix}`;
  const set = (suffix: string, value: string) => `{% assign ${name(suffix)} = ${value} %}`;
  const found = (test: string) => `{% if ${test} %}{% assign ${variable} = "yes" %}{% endif %}`;
  const always = days.filter(([, , weekday]) => weekday === undefined);
  const some = days.filter(([, , weekday]) => weekday !== undefined);
  const dates = always.map(([date]) => String(date).padStart(4, '0')).join(' ');
  return [
    set('md', at('%m%d')),
    found(`"${dates}" contains ${name('md')}`),
    ...(some.length === 0
      ? []
      : [set('md', `${name('md')} | times: 1`), set('wd', `${at('%u')} | times: 1`)]),
    ...some.map(([from, to, weekday]) => {
      const inside =
        from === to ? `${name('md')} == ${from}` : `${name('md')} >= ${from} and ${name('md')} <= ${to}`;
      return found(`${inside} and ${name('wd')} == ${weekday}`);
    }),
    ...(easter.length === 0
      ? []
      : [...sinceEaster(name, set, at), ...easter.map((offset) => found(`${name('e')} == ${offset}`))]),
  ].join('');
}

/** Sets `…_e` to the days since Easter Sunday of this year. */
function sinceEaster(
  name: (suffix: string) => string,
  set: (suffix: string, value: string) => string,
  at: (format: string) => string,
): string[] {
  return [
    set('a', `${at('%Y')} | modulo: 19`),
    set('b', `${at('%Y')} | modulo: 4`),
    set('c', `${at('%Y')} | modulo: 7 | times: 4`),
    set('f', `${name('a')} | times: 19 | plus: 24 | modulo: 30`),
    set(
      'g',
      `${name('f')} | times: 6 | plus: 5 | plus: ${name('c')} | plus: ${name('b')} | plus: ${name('b')} | modulo: 7`,
    ),
    // The two cases in which Gauss's Sunday is a week too late.
    `{% if ${name('g')} == 6 and ${name('f')} == 29 %}${set('g', '-1')}{% endif %}`,
    `{% if ${name('g')} == 6 and ${name('f')} == 28 and ${name('a')} > 10 %}${set('g', '-1')}{% endif %}`,
    // Easter is March 22 and `f + g` days; March 22 is day 81 of a year, 82 of a leap year.
    set('e', `${at('%j')} | minus: 81 | minus: ${name('f')} | minus: ${name('g')}`),
    `{% if ${name('b')} == 0 %}${set('e', `${name('e')} | minus: 1`)}{% endif %}`,
  ];
}

/**
 * A JavaScript function expression of year, month, day and weekday (numbers, Monday is 1) that is true on a public
 * holiday. No outer names.
 */
export function publicHolidayCode(calendar: HolidayCalendar): string {
  const { days, easter } = RULES[calendar];
  if (calendar === 'none') return 'function(){return false}';
  const isDay = `${JSON.stringify(days)}.some(function(r){return c>=r[0]&&c<=r[1]&&(!r[2]||r[2]===w)})`;
  if (easter.length === 0) return `function(y,m,d,w){var c=m*100+d;return ${isDay}}`;
  const gauss =
    'var a=y%19,f=(19*a+24)%30,g=(2*(y%4)+4*(y%7)+6*f+5)%7;if(g===6&&(f===29||f===28&&a>10))g=-1;var e=Math.round((Date.UTC(y,m-1,d)-Date.UTC(y,2,22+f+g))/86400000)';
  return `function(y,m,d,w){var c=m*100+d;${gauss};return ${isDay}||${JSON.stringify(easter)}.indexOf(e)>=0}`;
}
