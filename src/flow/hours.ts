/**
 * Opening hours: one meaning, three forms. `isOpen` and `isHoliday` are the meaning; the functions for Liquid and code
 * say the same to Vapi. An exceptional day wins over a public holiday, and that over the week. Pure; daylight saving is
 * left to the time zone database of the runtime.
 */
import type { OpeningHours, TimeSpan } from './document.ts';
import { isPublicHoliday, publicHolidayCode, publicHolidayLiquid } from './holidays.ts';
import { type LocalMoment, localMoment, weekdayOf } from './local-time.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const DATE = /^\d{4}-\d\d-\d\d$/;

/** When a place is open, whatever it is called and whoever it belongs to. */
export type Times = Pick<OpeningHours, 'timeZone' | 'week' | 'holidays' | 'exceptions'>;

/** Whether the place is open at an instant (milliseconds since the epoch). An unknown time zone reads as closed. */
export function isOpen(hours: Times, now: number): boolean {
  const local = localTime(hours.timeZone, now);
  if (!local) return false;
  return spansOn(hours, local).some((span) => local.minute >= span.from && local.minute < span.to);
}

/**
 * Whether the day of an instant is a public holiday of the calendar or an exceptional day, whatever its hours. False in
 * an unknown time zone.
 */
export function isHoliday(hours: OpeningHours, now: number): boolean {
  const local = localTime(hours.timeZone, now);
  return (
    local !== null &&
    (hours.exceptions.some(({ date }) => date === local.date) || isPublicHoliday(hours.holidays, local.date))
  );
}

/** The hours of a local day; `weekday` is 0 on Mondays. */
export function spansOn(
  { week, holidays, exceptions }: Times,
  { weekday, date }: Pick<LocalTime, 'weekday' | 'date'>,
): readonly TimeSpan[] {
  const exceptional = exceptions.filter((day) => day.date === date);
  if (exceptional.length > 0) return exceptional.flatMap(({ spans }) => spans);
  return isPublicHoliday(holidays, date) ? [] : (week[weekday] ?? []);
}

interface LocalTime extends LocalMoment {
  readonly weekday: number;
}

function localTime(timeZone: string, now: number): LocalTime | null {
  if (!isTimeZone(timeZone)) return null;
  const moment = localMoment(timeZone, now);
  return { ...moment, weekday: weekdayOf(moment.date) };
}

/** The local date (`YYYY-MM-DD`) of an instant; that of UTC in an unknown time zone. */
export function localDate(timeZone: string, now: number): string {
  return localTime(timeZone, now)?.date ?? new Date(now).toISOString().slice(0, 10);
}

const zones = new Map<string, boolean>();

/** Whether the runtime's time zone database knows the name. */
export function isTimeZone(name: string): boolean {
  let known = zones.get(name);
  if (known === undefined) {
    known = /^[A-Za-z0-9+/_-]+$/.test(name) && formats(name);
    // Asking is slow, names are few; a stream of made-up ones must not fill the memory.
    if (zones.size < 1000) zones.set(name, known);
  }
  return known;
}

function formats(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/**
 * Liquid that sets `variable` to "yes" or "no" for the instant of rendering (vapi-facts §12.15: `"now"` with a zone).
 * Ends with the variable set and prints nothing.
 */
export function openingLiquid(hours: OpeningHours, variable: string): string {
  const closed = `{% assign ${variable} = "no" %}`;
  if (!isTimeZone(hours.timeZone)) return closed;
  const at = clockLiquid(hours.timeZone);
  const { listed, tests } = exceptionsLiquid(hours, variable);
  const week = weekLiquid(hours, variable, at);
  const holiday = publicHolidayLiquid(hours.holidays, `${variable}_h`, at);
  const ordinary =
    holiday === ''
      ? week
      : `{% assign ${variable}_h = "no" %}${holiday}{% if ${variable}_h == "no" %}${week}{% endif %}`;
  return [
    closed,
    `{% assign ${variable}_m = ${at('%H')} | times: 60 %}`,
    `{% assign ${variable}_n = ${at('%M')} | times: 1 %}`,
    `{% assign ${variable}_m = ${variable}_m | plus: ${variable}_n %}`,
    ...(listed === ''
      ? [ordinary]
      : [
          `{% assign ${variable}_t = ${at('%Y-%m-%d')} %}`,
          `{% if "${listed}" contains ${variable}_t %}${tests}{% else %}${ordinary}{% endif %}`,
        ]),
  ].join('');
}

/** Liquid that sets `variable` to "yes" or "no": whether today is a holiday. Prints nothing. */
export function holidayLiquid(hours: OpeningHours, variable: string): string {
  const none = `{% assign ${variable} = "no" %}`;
  if (!isTimeZone(hours.timeZone)) return none;
  const at = clockLiquid(hours.timeZone);
  const { listed } = exceptionsLiquid(hours, variable);
  return [
    none,
    publicHolidayLiquid(hours.holidays, variable, at),
    ...(listed === ''
      ? []
      : [
          `{% assign ${variable}_t = ${at('%Y-%m-%d')} %}`,
          `{% if "${listed}" contains ${variable}_t %}{% assign ${variable} = "yes" %}{% endif %}`,
        ]),
  ].join('');
}

const clockLiquid = (timeZone: string) => (format: string) => `"now" | date: "${format}", "${timeZone}"`;

/** Days with equal hours are tested together. */
function weekLiquid({ week }: OpeningHours, variable: string, at: (format: string) => string): string {
  const bySpans = new Map<string, { days: string; spans: readonly TimeSpan[] }>();
  week.forEach((spans, index) => {
    if (spans.length === 0) return;
    const key = JSON.stringify(spans);
    bySpans.set(key, { days: `${bySpans.get(key)?.days ?? ''}${index + 1}`, spans });
  });
  if (bySpans.size === 0) return '';
  const days = [...bySpans.values()].map(
    ({ days: numbers, spans }) =>
      `{% if "${numbers}" contains ${variable}_d %}${spansLiquid(spans, variable)}{% endif %}`,
  );
  return [`{% assign ${variable}_d = ${at('%u')} %}`, ...days].join('');
}

/** All exceptional dates in one text, and the tests of those that are open at all. */
function exceptionsLiquid({ exceptions }: OpeningHours, variable: string): { listed: string; tests: string } {
  const days = exceptions.filter(({ date }) => DATE.test(date));
  return {
    listed: days.map(({ date }) => date).join(' '),
    tests: days
      .filter(({ spans }) => spans.length > 0)
      .map(
        ({ date, spans }) => `{% if ${variable}_t == "${date}" %}${spansLiquid(spans, variable)}{% endif %}`,
      )
      .join(''),
  };
}

function spansLiquid(spans: readonly TimeSpan[], variable: string): string {
  return spans
    .map(
      ({ from, to }) =>
        `{% if ${variable}_m >= ${from} and ${variable}_m < ${to} %}{% assign ${variable} = "yes" %}{% endif %}`,
    )
    .join('');
}

/** A JavaScript expression (no outer names but `Intl` and `Date`) that is true when the place is open now. */
export function openingCode(hours: OpeningHours): string {
  if (!isTimeZone(hours.timeZone)) return 'false';
  const pairs = (spans: readonly TimeSpan[]) => spans.map((span) => [span.from, span.to]);
  const data = JSON.stringify({
    week: hours.week.map(pairs),
    days: hours.exceptions.map(({ date, spans }) => [date, pairs(spans)]),
  });
  const decide =
    'var x=h.days.filter(function(r){return r[0]===t.date});var s=x.length?[].concat.apply([],x.map(function(r){return r[1]})):k(t.y,t.m,t.d,t.w)?[]:h.week[t.w-1]||[];return s.some(function(r){return t.min>=r[0]&&t.min<r[1]})';
  return `(function(h,k,t){${decide}})(${data},${publicHolidayCode(hours.holidays)},${nowCode(hours.timeZone)})`;
}

/** A JavaScript expression that is true when today is a holiday. */
export function holidayCode(hours: OpeningHours): string {
  if (!isTimeZone(hours.timeZone)) return 'false';
  const dates = JSON.stringify(hours.exceptions.map(({ date }) => date));
  const decide = 'return l.indexOf(t.date)>=0||k(t.y,t.m,t.d,t.w)';
  return `(function(l,k,t){${decide}})(${dates},${publicHolidayCode(hours.holidays)},${nowCode(hours.timeZone)})`;
}

/** An expression for the local time now: date, its numbers, weekday from 1, and minutes since midnight. */
function nowCode(timeZone: string): string {
  const options = `{timeZone:${JSON.stringify(timeZone)},weekday:"short",year:"numeric",month:"2-digit",day:"2-digit",hour:"2-digit",minute:"2-digit",hourCycle:"h23"}`;
  return `(function(){var p={};new Intl.DateTimeFormat("en-GB",${options}).formatToParts(new Date()).forEach(function(x){p[x.type]=x.value});return{date:p.year+"-"+p.month+"-"+p.day,y:+p.year,m:+p.month,d:+p.day,w:${JSON.stringify(WEEKDAYS)}.indexOf(p.weekday)+1,min:p.hour*60+ +p.minute}})()`;
}
