/** A person is known by a telephone number: the pattern that finds it in what is kept, however it was written or spoken. Pure. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { spokenNumber } from './redaction/spoken-numbers.ts';

/** What people put between digits. */
const BETWEEN = '[\\s\\u00a0\\u202f./()-]*';
/** What they say between words of digits, or a transcript puts there. */
const PAUSE = '[\\s\\u00a0\\u202f.,;-]+(?:(?:euh|heu|uh|um|et|and|puis|then)[\\s,]+)?';

export interface PersonNumber {
  /** E.164. */
  readonly number: string;
  /** An advanced regular expression of Postgres: with country code, with 00, or as written inside the country, in digits or in words; never part of a longer number. */
  readonly pattern: string;
}

/** Null when it is no telephone number. `country` is the one for numbers without a country code. */
export function personNumber(written: string, country: 'FR' | 'GB' = 'FR'): PersonNumber | null {
  const parsed = parsePhoneNumberFromString(written, country);
  if (!parsed?.isPossible()) return null;
  const digits = parsed.number.slice(1);
  const national = parsed.formatNational().replaceAll(/\D/g, '');
  // Fewer digits than this may be a price or a postcode.
  const forms = [digits, `00${digits}`, ...(national.length >= 8 ? [national] : [])];
  const spaced = [...new Set(forms)].map((form) => [...form].join(BETWEEN));
  const inDigits = `(?<![0-9])\\+?(?:${spaced.join('|')})(?![0-9])`;
  const inWords = spokenPattern(parsed.countryCallingCode, parsed.nationalNumber, national);
  return { number: parsed.number, pattern: `${inDigits}|${inWords}` };
}

/**
 * In words of either language: digit by digit, in pairs from the end as in France, or by threes. What was left over in front, the 0
 * or the code of the country, is said before.
 */
function spokenPattern(code: string, digits: string, national: string): string {
  const prefix = national.endsWith(digits) ? national.slice(0, -digits.length) : '';
  const beforeIt = [
    `(?:(?:plus|zéro zéro|double zéro)${PAUSE}|00\\s*|\\+\\s*)${group(code)}`,
    ...(prefix === '' ? [] : [group(prefix)]),
  ].map((start) => `(?:${accented(start)})${PAUSE}`);
  const first = digits.length % 2;
  const inPairs = [...(first ? [digits[0]!] : []), ...pairsOf(digits.slice(first))];
  const spoken = [inPairs, threesOf(digits)].map((parts) => parts.map((part) => group(part)).join(PAUSE));
  const optional = prefix === '' ? '?' : '';
  return `(?<![0-9A-Za-zÀ-ÿ])(?:${beforeIt.join('|')})${optional}(?:${spoken.map(accented).join('|')})(?![0-9A-Za-zÀ-ÿ])`;
}

const pairsOf = (digits: string): string[] => digits.match(/../g) ?? [];

function threesOf(digits: string): string[] {
  const first = digits.length % 3;
  return [...(first ? [digits.slice(0, first)] : []), ...(digits.slice(first).match(/.../g) ?? [])];
}

/** A group as one number, digit by digit, or in figures. */
function group(part: string): string {
  const value = Number(part);
  const whole = part.startsWith('0') && part.length > 1 ? [] : spokenNumber(value);
  const each = [...part].map((digit) => `(?:${oneOf([...spokenNumber(Number(digit)), digit])})`);
  const twice = new Set(part).size === 1 && part.length > 1 ? doubled(part) : [];
  return `(?:${[oneOf([...whole, ...twice, part]), ...(part.length > 1 ? [each.join(PAUSE)] : [])].join('|')})`;
}

const doubled = (part: string) =>
  spokenNumber(Number(part[0])).map((word) => `${part.length === 2 ? 'double' : 'triple'} ${word}`);

/** Words of one number are apart by spaces or hyphens. The longest first. */
function oneOf(phrases: readonly string[]): string {
  return [...new Set(phrases)]
    .sort((one, other) => other.length - one.length)
    .map((phrase) => phrase.replaceAll(' ', '[\\s-]+'))
    .join('|');
}

/** With a capital or without an accent it is the same word. */
function accented(pattern: string): string {
  return pattern
    .replaceAll(/é/g, '[eéEÉ]')
    .replaceAll(/(?<=[|(])([a-z])(?=[a-zé[])/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
