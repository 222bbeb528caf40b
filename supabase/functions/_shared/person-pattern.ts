/** A person is known by a telephone number: the pattern that finds it in what is kept, however it was written. Pure. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** What people put between digits. */
const BETWEEN = '[\\s\\u00a0\\u202f./()-]*';

export interface PersonNumber {
  /** E.164. */
  readonly number: string;
  /** An advanced regular expression of Postgres: with country code, with 00, or as written inside the country; never part of a longer number. */
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
  return { number: parsed.number, pattern: `(?<![0-9])\\+?(?:${spaced.join('|')})(?![0-9])` };
}
