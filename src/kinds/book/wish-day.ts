/** The days of a wish. Knows no opening hours. Pure. */
import type { CallLanguage } from '../../flow/document.ts';
import { addDays, dateOf, weekdayOf } from '../../flow/local-time.ts';
import { LIMIT, MONTHS, WEEKDAYS } from './wish-words.ts';

/** Local dates, both included. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** How far ahead "as soon as possible" looks. */
const SOON_DAYS = 60;
const MONTH = `(${MONTHS.join('|')})`;
const WEEKDAY = `(${WEEKDAYS.join('|')})`;
const indexIn = (groups: readonly string[], word: string) =>
  groups.findIndex((group) => group.split('|').includes(word));

type Found = Days | { readonly weekday: number } | null;

interface Pattern {
  readonly at: RegExp;
  readonly read: (match: RegExpMatchArray, today: string, language: CallLanguage) => Found;
}

const one = (date: string | null): Found => (date === null ? null : { first: date, last: date });
const ahead = (today: string, days: number): Found => one(addDays(today, days));

/** In this order; what one has read, the next ones no longer see. */
const PATTERNS: readonly Pattern[] = [
  {
    at: /\b(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)t?/g,
    read: ([, year, month, day]) => one(dateOf(Number(year), Number(month), Number(day))),
  },
  {
    at: new RegExp(`\\b(\\d{1,2})(?:er|st|nd|rd|th)? (?:of )?${MONTH}\\b\\.?(?: (\\d{4}))?\\b`, 'g'),
    read: ([, day, month, year], today) => named(today, month!, day!, year),
  },
  {
    at: new RegExp(
      `\\b${MONTH}\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?(?!\\d)(?! ?(?:h\\b|heure|:|[ap]\\.?m\\b|o'clock))`,
      'g',
    ),
    read: ([, month, day, year], today) => named(today, month!, day!, year),
  },
  {
    at: /(?<![\d/.])(\d{1,2})(?:\/(\d{1,2})(?:\/(\d{4}|\d{2}))?|\.(\d{1,2})\.(\d{4}|\d{2}))(?![\d/])/g,
    read: numeric,
  },
  {
    at: /\b(?:apres demain|(?:the )?day after tomorrow)\b/g,
    read: (_, today) => ahead(today, 2),
  },
  { at: /\b(?:demain|tomorrow)\b/g, read: (_, today) => ahead(today, 1) },
  {
    // The part of the day stays for whoever reads the time.
    at: /\baujourd'hui\b|\btoday\b|\b(?:cet?|this)(?= (?:matin|apres midi|soir|midi|morning|afternoon|evening)\b)/g,
    read: (_, today) => ahead(today, 0),
  },
  { at: /\b(?=tonight\b)/g, read: (_, today) => ahead(today, 0) },
  {
    at: /\b(?:dans|in) (\d{1,2}|une?|an?|one) (jours?|days?|semaines?|weeks?)\b/g,
    read: inSomeTime,
  },
  {
    at: /\b(?:(?:la )?semaine prochaine|next week)\b/g,
    read: (_, today) => weekFrom(addDays(monday(today), 7)),
  },
  {
    at: /\bcette semaine\b|\bthis week\b/g,
    read: (_, today) => ({ first: today, last: addDays(monday(today), 6) }),
  },
  {
    at: new RegExp(`\\b(?:(ce|this|next) )?${WEEKDAY}(?: (prochain|next|en huit|en 8|week))?\\b`, 'g'),
    read: weekday,
  },
  {
    at: /\b(?:le (\d{1,2})|the (\d{1,2})(?:st|nd|rd|th))(?! ?(?:h\b|heure|:|\d))\b/g,
    read: ([, french, english], today) => dayOfMonth(today, Number(french ?? english)),
  },
];

const SOON =
  /\b(?:(?:le )?plus (?:tot|vite) possible|(?:des|aussitot) que possible|au plus (?:tot|vite)|n'importe (?:quand|quel jour)|quand vous (?:voulez|pouvez)|as soon as (?:possible|you can)|any ?time|any day|whenever(?: you (?:can|like|want))?|(?:the )?(?:1th|next|soonest|earliest) available|(?:premiere|1) disponibilite)\b/g;

/** Words about days that nobody has read: "a week on Thursday" is no Thursday. */
const LEFT_OVER =
  /\b(?:weeks?|semaines?|days?(?<!any day)|jours?(?<!quel jour)|next(?! available)|prochaine?s?|last|derniere?s?|passee?|suivante?s?|following|\d{1,2}(?:st|nd|rd|th)(?! available))\b/;

/** The days, and the wish without the words for them. Null when no day is understood, or several that do not agree. */
export function readDays(
  folded: string,
  language: CallLanguage,
  today: string,
): { readonly days: Days; readonly rest: string } | null {
  let rest = folded;
  const found: Found[] = [];
  for (const { at, read } of PATTERNS)
    rest = rest.replaceAll(at, (...match: unknown[]) => {
      const index = match.findIndex((part) => typeof part === 'number');
      const before = rest.slice(0, match[index] as number);
      const words = match.slice(0, index) as unknown as RegExpMatchArray;
      found.push(LIMIT.test(before) ? null : read(words, today, language));
      return ' # ';
    });
  if (LEFT_OVER.test(rest)) return null;
  const isSoon = found.length === 0 && SOON.test(rest);
  SOON.lastIndex = 0;
  const days = isSoon ? { first: today, last: addDays(today, SOON_DAYS) } : agreed(found, today);
  return days && { days, rest: rest.replaceAll(SOON, ' # ') };
}

/** What all of them say; a weekday picks its one day, alone the next one of its name. */
function agreed(found: readonly Found[], today: string): Days | null {
  let range = null as Days | null;
  const weekdays = new Set<number>();
  for (const one of found) {
    if (one === null) return null;
    if ('weekday' in one) weekdays.add(one.weekday);
    else if (range === null) range = one;
    else
      range = {
        first: one.first > range.first ? one.first : range.first,
        last: one.last < range.last ? one.last : range.last,
      };
  }
  const [wanted] = weekdays;
  if (weekdays.size > 1) return null;
  if (wanted !== undefined) {
    const { first, last } = range ?? { first: addDays(today, 1), last: addDays(today, 7) };
    const date = addDays(first, (wanted - weekdayOf(first) + 7) % 7);
    return date <= last ? { first: date, last: date } : null;
  }
  return range !== null && range.first <= range.last ? range : null;
}

/** Without a year the next such day. */
function named(today: string, month: string, day: string, year: string | undefined): Found {
  return nextOn(today, indexIn(MONTHS, month) + 1, Number(day), year);
}

function nextOn(today: string, month: number, day: number, year: string | undefined): Found {
  if (year !== undefined) return one(dateOf(Number(year.length === 2 ? `20${year}` : year), month, day));
  const thisYear = Number(today.slice(0, 4));
  const date = dateOf(thisYear, month, day);
  return date !== null && date >= today ? one(date) : one(dateOf(thisYear + 1, month, day));
}

/** In English, 3/4 is two different days on two sides of an ocean. */
function numeric(match: RegExpMatchArray, today: string, language: CallLanguage): Found {
  const [, first, second, year, dotted, dottedYear] = match;
  const [a, b] = [Number(first), Number(second ?? dotted)];
  const isDayFirst = language === 'fr' || dotted !== undefined || a > 12 || a === b;
  if (!isDayFirst && b <= 12) return null;
  return isDayFirst ? nextOn(today, b, a, year ?? dottedYear) : nextOn(today, a, b, year);
}

function inSomeTime([, count, unit]: RegExpMatchArray, today: string, language: CallLanguage): Found {
  const number = /^\d/.test(count!) ? Number(count) : 1;
  // "Dans huit jours" is a week, "dans quinze jours" two: nobody can tell which is meant.
  if (language === 'fr' && /^j/.test(unit!) && [8, 15].includes(number)) return null;
  return /^[sw]/.test(unit!) ? ahead(today, number * 7) : ahead(today, number);
}

function weekday([, before, name, after]: RegExpMatchArray, today: string): Found {
  const wanted = indexIn(WEEKDAYS, name!);
  const coming = addDays(today, ((wanted - weekdayOf(today) + 6) % 7) + 1);
  const isThisWeek = coming < addDays(monday(today), 7);
  if (after === 'week' || after?.startsWith('en ')) return one(addDays(coming, 7));
  // For some the next one is the coming one, for others the one of next week.
  if (before === 'next' || after === 'prochain' || after === 'next') return isThisWeek ? null : one(coming);
  if (before !== undefined) return isThisWeek ? one(coming) : null;
  return { weekday: wanted };
}

function dayOfMonth(today: string, day: number): Found {
  for (let month = 0; month < 3; month++) {
    const first = dateOf(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 1)!;
    const at = new Date(`${first}T00:00:00Z`);
    at.setUTCMonth(at.getUTCMonth() + month);
    const date = dateOf(at.getUTCFullYear(), at.getUTCMonth() + 1, day);
    if (date !== null && date >= today) return one(date);
  }
  return null;
}

const monday = (date: string) => addDays(date, -weekdayOf(date));
const weekFrom = (first: string): Days => ({ first, last: addDays(first, 6) });
