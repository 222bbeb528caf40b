/**
 * Dates of birth in a text: complete dates of long ago, and any complete date of the past where it is said that it is one. Days
 * of appointments lie ahead and stay.
 */

import type { Found, Readable, Word } from './readings.ts';
import { plainWords, SPOKEN_DIGITS, SPOKEN_YEARS } from './spoken-numbers.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'january', 'jan'],
  ['fevrier', 'february', 'feb'],
  ['mars', 'march'],
  ['avril', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august', 'aug'],
  ['septembre', 'september', 'sept'],
  ['octobre', 'october', 'oct'],
  ['novembre', 'november', 'nov'],
  ['decembre', 'december', 'dec'],
];
const MONTH = new Map(
  MONTHS.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

const ORDINALS = [
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth',
  'sixteenth seventeenth eighteenth nineteenth twentieth',
]
  .join(' ')
  .split(' ');
const ORDINAL = new Map<string, number>([
  ['premier', 1],
  ...ORDINALS.map((word, index): [string, number] => [word, index + 1]),
  ...ORDINALS.slice(0, 9).map((word, index): [string, number] => [`twenty ${word}`, index + 21]),
  ['thirtieth', 30],
  ['thirty first', 31],
]);

/** Said before a date, or asked before it. */
const BORN = /\bn[ée]e?s?\b|naissance|anniversaire|\bborn\b|birth|\bdob\b/i;
const BEFORE = 120;

interface DateFound extends Found {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface BirthDateOptions {
  /** Milliseconds since the epoch: when it was said. */
  readonly now: number;
  /** What was said just before. */
  readonly before?: string;
}

export function findBirthDates({ text, words }: Readable, { now, before = '' }: BirthDateOptions): Found[] {
  const today = new Date(now);
  const dates = [...writtenDates(text, today), ...spokenDates(text, words, today)];
  return dates.filter(({ from, year, month, day }) => {
    const at = Date.UTC(year, month - 1, day);
    if (at > now) return false;
    const isLongAgo = year < today.getUTCFullYear() - 1;
    return isLongAgo || BORN.test(`${before} ${text.slice(Math.max(0, from - BEFORE), from)}`);
  });
}

const WRITTEN = [
  /(?<![\d/.-])(?<day>\d{1,2})(?<gap>\s?[/.-]\s?|\s)(?<month>\d{1,2})\k<gap>(?<year>(?:19|20)\d\d|\d\d)(?![\d/:]|[.,-]\d|\s?[€%h:]|\k<gap>\d)/gu,
  /(?<![\d/.-])(?<year>(?:19|20)\d\d)[-/.](?<month>\d\d)[-/.](?<day>\d\d)(?!\d)/gu,
];

function writtenDates(text: string, today: Date): DateFound[] {
  return WRITTEN.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { day = '', month = '', year = '', gap = '' } = match.groups ?? {};
      // Three numbers of two digits, apart by spaces, may be anything.
      if (year.length === 2 && gap.trim() === '') return [];
      const found = { from: match.index, to: match.index + match[0].length };
      const [first, second] = [Number(day), Number(month)];
      // The United States write the month first.
      const parts = second > 12 && first <= 12 ? [second, first] : [first, second];
      return dateOf(found, fullYear(year, today), parts[1]!, parts[0]!);
    }),
  );
}

function dateOf(found: { from: number; to: number }, year: number, month: number, day: number): DateFound[] {
  if (month < 1 || month > 12 || day < 1 || day > 31) return [];
  const digits = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return [{ ...found, year, month, day, digits }];
}

/** Two digits mean the latest such year that is not ahead. */
function fullYear(year: string, today: Date): number {
  if (year.length === 4) return Number(year);
  const now = today.getUTCFullYear();
  const guess = Math.floor(now / 100) * 100 + Number(year);
  // Next year's appointments are spoken of, too.
  return guess > now + 2 ? guess - 100 : guess;
}

function spokenDates(text: string, words: readonly Word[], today: Date): DateFound[] {
  return words.flatMap((word, at) => {
    const month = MONTH.get(word.text);
    if (month === undefined) return [];
    const before = dayBefore(words, at);
    const after = before ? null : dayAfter(words, at + 1);
    const day = before ?? after;
    if (!day) return [];
    const year = yearAt(text, words, after ? after.next : at + 1, today);
    if (!year) return [];
    const from = before ? words[before.first]!.from : word.from;
    if (!/^[\p{L}\p{M}\d\s,.'’‐‑-]+$/u.test(text.slice(from, year.to))) return [];
    return dateOf({ from, to: year.to }, year.value, month, day.value);
  });
}

const dayOf = (phrase: string): number | null => {
  const value = /^\d{1,2}$/.test(phrase)
    ? Number(phrase)
    : (ORDINAL.get(phrase) ?? Number(SPOKEN_DIGITS.get(phrase) ?? Number.NaN));
  return value >= 1 && value <= 31 ? value : null;
};

/** “douze mars”, “twelfth of March”, “1er mars”. */
function dayBefore(words: readonly Word[], month: number): { value: number; first: number } | null {
  let last = month - 1;
  if (words[last]?.text === 'of' || words[last]?.text === 'de') last -= 1;
  if (['er', 'st', 'nd', 'rd', 'th'].includes(words[last]?.text ?? '')) last -= 1;
  for (let length = 3; length >= 1; length -= 1) {
    const first = last - length + 1;
    if (first < 0) continue;
    const value = dayOf(phraseOf(words, first, length));
    if (value !== null) return { value, first };
  }
  return null;
}

/** “March the twelfth”, “March 12th”. */
function dayAfter(words: readonly Word[], at: number): { value: number; next: number } | null {
  const start = words[at]?.text === 'the' ? at + 1 : at;
  for (let length = 2; length >= 1; length -= 1) {
    const value = dayOf(phraseOf(words, start, length));
    if (value === null) continue;
    const next = start + length;
    return { value, next: ['st', 'nd', 'rd', 'th'].includes(words[next]?.text ?? '') ? next + 1 : next };
  }
  return null;
}

function yearAt(text: string, words: readonly Word[], at: number, today: Date) {
  const skipped = ['en', 'in', 'of', 'de'].includes(words[at]?.text ?? '') ? at + 1 : at;
  for (let length = 7; length >= 1; length -= 1) {
    const last = words[skipped + length - 1];
    if (!last) continue;
    const phrase = phraseOf(words, skipped, length);
    const digits = /^\d+$/.test(phrase) ? phrase : (SPOKEN_YEARS.get(phrase) ?? twoDigits(phrase));
    if (digits === undefined || !/^(?:(?:19|20)\d\d|\d\d)$/.test(digits)) continue;
    // “12 mars 10 h” has no year.
    if (/^\s?(?:h|:|heures?\b|o.?clock|[ap]\.?m\b|€|euros?\b|%)/i.test(text.slice(last.to, last.to + 9)))
      continue;
    return { value: fullYear(digits, today), to: last.to };
  }
  return null;
}

/** “quatre-vingt-cinq”: of this and smaller numbers only those of two digits. */
function twoDigits(phrase: string): string | undefined {
  const digits = SPOKEN_DIGITS.get(phrase);
  return digits?.length === 2 ? digits : undefined;
}

function phraseOf(words: readonly Word[], first: number, length: number): string {
  return plainWords(
    words
      .slice(first, first + length)
      .map(({ text }) => text)
      .join(' '),
  );
}
