/**
 * Blacking out what belongs to one person and has no business in a transcript: payment cards, accounts, social security
 * numbers, e-mail addresses, telephone numbers and dates of birth. Pure. Knows no call.
 */
import type { CountryCode } from 'libphonenumber-js/max';
import { HIDDEN_KINDS, type HiddenKind } from '../../../../src/publish/hidden-kinds.ts';
import { findBirthDates } from './birth-dates.ts';
import { findEmails } from './email-addresses.ts';
import { findAccounts, findCards, findSocialSecurity } from './numbers.ts';
import { findPhones } from './phone-numbers.ts';
import { type Found, type Readable, readable } from './readings.ts';

export const MASK = '•••';

export interface RedactOptions {
  readonly kinds: ReadonlySet<HiddenKind>;
  /** Whose telephone numbers are known without a country code. */
  readonly countries: readonly CountryCode[];
  /** Milliseconds since the epoch: when it was said. */
  readonly now: number;
  /** What was said just before. */
  readonly before?: string;
  /** What stands in the drawing, as `findHidden` gives it: the workspace's own words stay. */
  readonly own?: ReadonlySet<string>;
}

/** Written in one way only, so that two spellings of one number are equal. */
export interface Hidden extends Found {
  readonly kind: HiddenKind;
}

const FINDERS: Readonly<Record<HiddenKind, (from: Readable, options: RedactOptions) => Found[]>> = {
  card: findCards,
  iban: findAccounts,
  nir: findSocialSecurity,
  email: ({ text }) => findEmails(text),
  phone: (from, { countries }) => findPhones(from, countries),
  'birth-date': findBirthDates,
};

/** No number that is looked for has fewer digits, or words of digits. */
const FEWEST_WORDS = 4;
const FEWEST_DIGITS = 8;
const WITHOUT_NUMBERS: readonly HiddenKind[] = ['email', 'birth-date'];

/** Most of what is said is no number at all. */
function isRich({ text, words, stepsAt }: Readable): boolean {
  if (text.replaceAll(/\D/g, '').length >= FEWEST_DIGITS) return true;
  let count = 0;
  return words.some((_, at) => {
    count += stepsAt(at, false).length > 0 ? 1 : 0;
    return count >= FEWEST_WORDS;
  });
}

export function findHidden(text: string, options: RedactOptions): Hidden[] {
  const from = readable(text);
  const kinds = isRich(from) ? HIDDEN_KINDS : WITHOUT_NUMBERS;
  return kinds
    .filter((kind) => options.kinds.has(kind))
    .flatMap((kind) => FINDERS[kind](from, options).map((found) => ({ ...found, kind })));
}

/** Total; a text that was redacted before stays as it is. */
export function redact(text: string, options: RedactOptions): string {
  const found = findHidden(text, options).filter(({ digits }) => !options.own?.has(digits));
  found.sort((one, other) => one.from - other.from);
  let result = '';
  let end = 0;
  for (const { from, to } of found) {
    if (from >= end) result += text.slice(end, from) + MASK;
    end = Math.max(end, to);
  }
  return result + text.slice(end);
}
