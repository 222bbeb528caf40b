/** Dates, times, numbers and durations as the language of the screen writes them. Knows no domain. */
import { useLanguage } from './language.ts';
import type { ScreenLanguage } from './messages.ts';
import { maskPhone, writePhone } from './phone-number.ts';

/** ISO text, a date, or milliseconds since the epoch. */
export type Moment = string | number | Date;

export interface Formatters {
  /** 14 March 2026 */
  date(moment: Moment): string;
  /** 14 Mar */
  shortDate(moment: Moment): string;
  /** Monday; 0 is Monday. */
  weekday(day: number): string;
  /** 09:30 */
  time(moment: Moment): string;
  /** 14 Mar, 09:30 */
  dateTime(moment: Moment): string;
  number(value: number): string;
  /** 0.8 as 80%, with a space before the sign where the language has one. */
  percent(ratio: number): string;
  money(value: number, currency: string): string;
  /** Milliseconds as `2m 5s`. */
  duration(milliseconds: number): string;
  /** Milliseconds as `2:05`, for positions in a call. */
  clock(milliseconds: number): string;
  /** `5 minutes ago` */
  relative(moment: Moment, now?: number): string;
  phone(number: string): string;
  /** The number with most digits hidden. */
  maskedPhone(number: string): string;
  list(items: readonly string[]): string;
  /** Bytes as `12 kB` or `1.4 MB`. */
  fileSize(bytes: number): string;
  /** Thursday 3 December, with the year when it is another one; as clocks in the time zone have it. */
  dayIn(moment: Moment, timeZone: string): string;
  /** 09:30, as clocks in the time zone have it. */
  timeIn(moment: Moment, timeZone: string): string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

/** Intl's "now" and "maintenant" do not go with a verb before them. */
const JUST_NOW: Record<ScreenLanguage, string> = { en: 'just now', fr: 'à l’instant' };

/** In French the first of a month is an ordinal, which Intl does not write. */
function dayOf(language: ScreenLanguage, written: string): string {
  return language === 'fr' ? written.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : written;
}

function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function createFormatters(language: ScreenLanguage): Formatters {
  const locale = language === 'en' ? 'en-GB' : 'fr-FR';
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const shortDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const dateTime = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  // "2 mins 5 secs" is long for a table; French has short words of its own
  const unitDisplay = language === 'en' ? 'narrow' : 'short';
  const minutes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay });
  const seconds = new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay });
  const kilobytes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  });
  const megabytes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    date: (moment) => dayOf(language, date.format(new Date(moment))),
    shortDate: (moment) => dayOf(language, shortDate.format(new Date(moment))),
    weekday: (day) => weekday.format(Date.UTC(2024, 0, 1 + day)),
    time: (moment) => time.format(new Date(moment)),
    dateTime: (moment) => dayOf(language, dateTime.format(new Date(moment))),
    number: (value) => number.format(value),
    percent: (ratio) => percent.format(ratio),
    money: (value, currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value),
    duration: (milliseconds) => {
      const total = Math.max(0, Math.round(milliseconds / 1000));
      const parts = [Math.floor(total / 60), total % 60] as const;
      if (parts[0] === 0) return seconds.format(parts[1]);
      return parts[1] === 0
        ? minutes.format(parts[0])
        : `${minutes.format(parts[0])} ${seconds.format(parts[1])}`;
    },
    clock,
    relative: (moment, now = Date.now()) => {
      const distance = new Date(moment).getTime() - now;
      const size = Math.abs(distance);
      if (size < MINUTE) return JUST_NOW[language];
      if (size < HOUR) return relative.format(Math.round(distance / MINUTE), 'minute');
      if (size < DAY) return relative.format(Math.round(distance / HOUR), 'hour');
      if (size < MONTH) return relative.format(Math.round(distance / DAY), 'day');
      if (size < YEAR) return relative.format(Math.round(distance / MONTH), 'month');
      return relative.format(Math.round(distance / YEAR), 'year');
    },
    phone: writePhone,
    maskedPhone: maskPhone,
    list: (items) => list.format(items),
    fileSize: (bytes) => {
      const thousands = Math.max(1, Math.round(bytes / 1000));
      return thousands < 1000 ? kilobytes.format(thousands) : megabytes.format(thousands / 1000);
    },
    dayIn: (moment, timeZone) => {
      const day = new Date(moment);
      const isFar = Math.abs(day.getTime() - Date.now()) > 10 * MONTH;
      const format = new Intl.DateTimeFormat(locale, {
        timeZone,
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        ...(isFar ? { year: 'numeric' } : {}),
      });
      return dayOf(language, format.format(day));
    },
    timeIn: (moment, timeZone) =>
      new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(
        new Date(moment),
      ),
  };
}

const made = new Map<ScreenLanguage, Formatters>();

/** The formatters of a language; made once, because Intl objects are slow to make. */
export function formattersIn(language: ScreenLanguage): Formatters {
  const known = made.get(language);
  if (known !== undefined) return known;
  const formatters = createFormatters(language);
  made.set(language, formatters);
  return formatters;
}

export function useFormat(): Formatters {
  return formattersIn(useLanguage());
}
