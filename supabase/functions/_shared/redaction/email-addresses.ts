/** E-mail addresses in a text, as they are written and as they are spoken. */
import type { Found } from './readings.ts';

const WRITTEN =
  /[\p{L}\d](?:[\p{L}\d._%+-]*[\p{L}\d_-])?@[\p{L}\d](?:[\p{L}\d.-]*[\p{L}\d])?\.\p{L}{2,24}(?![\p{L}\d])/gu;

/** What joins the parts when they are spoken. */
const JOIN = '(?:point|dot|tiret(?: du (?:bas|six|8|huit))?|dash|hyphen|underscore|[.\\-_])';
const PART = '[\\p{L}\\d]+';
/** Parts with a joint between them, or spelled letter by letter. */
const PARTS = `(?:(?:(?<![\\p{L}\\d])[\\p{L}\\d][\\s,-]+){2,})?${PART}(?:\\s*${JOIN}\\s*${PART})*`;
const AT = '(?:arobase|arobas|arrobase|arrobas|at sign|at|@)';
const SPOKEN = new RegExp(
  `(?<![\\p{L}\\d])${PARTS}\\s+${AT}\\s+${PART}(?:\\s*(?:tiret|dash|hyphen|-)\\s*${PART})*(?:\\s*(?:point|dot|\\.)\\s*${PART}){0,3}?\\s*(?:point|dot|\\.)\\s*(?:com|fr|net|org|eu|be|ch|uk|co uk|io|info|pro|de|lu|ca|paris|bzh|[a-z](?:[\\s-]+[a-z])+)(?![\\p{L}\\d])`,
  'giu',
);

export function findEmails(text: string): Found[] {
  return [...text.matchAll(WRITTEN), ...text.matchAll(SPOKEN)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    digits: match[0].toLowerCase(),
  }));
}
