/** Telephone numbers in a text, as they are written and as they are spoken. */
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { type Found, type Readable, readingFrom, type Search } from './readings.ts';

const SHORTEST = 8;
const LONGEST = 17;
/** As it is dialled inside a country. */
const LONGEST_INSIDE = 11;
/** Where no 0 stands before what is dialled inside the country. */
const WITHOUT_PREFIX: ReadonlySet<CountryCode> = new Set([
  'US',
  'CA',
  'ES',
  'PT',
  'IT',
  'LU',
  'MC',
  'DK',
  'NO',
  'PL',
  'CZ',
  'GR',
]);

/** `countries`: those whose numbers are known without their country code. */
export function findPhones(from: Readable, countries: readonly CountryCode[]): Found[] {
  const { text, words } = from;
  const inside = searchFor(countries);
  const abroad = searchFor([]);
  const all: Found[] = [];
  for (let at = 0; at < words.length; ) {
    const begin = words[at]!.from;
    const sign = signBefore(text, begin);
    const afterPlus = words[at]!.text === 'plus' ? from.afterPause(at + 1) : null;
    const isAbroad = afterPlus !== null || sign !== begin;
    const reading = readingFrom(from, afterPlus ?? at, isAbroad ? abroad : inside);
    if (reading) {
      const number = numberOf(reading.digits, isAbroad ? [] : countries) ?? reading.digits;
      all.push({ from: afterPlus === null ? sign : begin, to: reading.to, digits: number });
    }
    at = reading?.next ?? at + 1;
  }
  return all;
}

/** Where a plus sign stands before the digits; where they begin when there is none. */
function signBefore(text: string, at: number): number {
  const [sign] = /\+\s?\(?$/.exec(text.slice(Math.max(0, at - 3), at)) ?? [];
  return at - (sign?.length ?? 0);
}

/** Without countries, the digits begin with the code of one. */
function searchFor(countries: readonly CountryCode[]): Search {
  const known = new Map<string, boolean>();
  const isNumber = (digits: string) => {
    const before = known.get(digits);
    if (before !== undefined) return before;
    const is = numberOf(digits, countries) !== null;
    known.set(digits, is);
    return is;
  };
  const isBare = countries.some((country) => WITHOUT_PREFIX.has(country));
  return {
    longest: LONGEST,
    hopeful: (digits) =>
      countries.length === 0 ||
      digits.startsWith('00') ||
      (digits.length <= LONGEST_INSIDE && (isBare || digits.startsWith('0'))),
    found: (digits) => digits.length >= SHORTEST && isNumber(digits),
  };
}

/** E.164; null when it is no number that could ring. */
function numberOf(digits: string, countries: readonly CountryCode[]): string | null {
  if (countries.length === 0) return valid(`+${digits}`);
  if (digits.startsWith('00')) return valid(`+${digits.slice(2)}`);
  for (const country of countries) {
    if (!digits.startsWith('0') && !WITHOUT_PREFIX.has(country)) continue;
    const parsed = parsePhoneNumberFromString(digits, country);
    // As it is dialled there: nine digits without the 0 may be anything.
    if (parsed?.isValid() && parsed.formatNational().replaceAll(/\D/g, '') === digits) return parsed.number;
  }
  return null;
}

function valid(number: string): string | null {
  const parsed = parsePhoneNumberFromString(number);
  return parsed?.isValid() ? parsed.number : null;
}
