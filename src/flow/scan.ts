/** What is remarkable about a spoken text, in one look. Pure; regular expressions are built once. Knows no check. */
import type { CallLanguage } from './document.ts';

export interface Scan {
  readonly field: string;
  readonly text: string;
  /** Braces that a template engine would run and that are no chip. */
  readonly hasMarks: boolean;
  /** The part that looks like a key or password. */
  readonly secret: string | null;
  /** The language that its common words are of; null when they are too few, or mixed. */
  readonly looks: CallLanguage | null;
  readonly isMedical: boolean;
}

/** A sentence longer than this is hard to follow by ear. */
export const LONGEST_SENTENCE = 300;

const CHIP = /\{\{[a-zA-Z][a-zA-Z0-9_]{0,39}\}\}/g;
const SECRET =
  /\b(?:sk|pk|rk|ghp|gho|glpat|xox[abprs]|AKIA)[-_]?[A-Za-z0-9_-]{16,}|\beyJ[\w-]{10,}\.[\w-]{6,}|-----BEGIN [A-Z ]*KEY|\b(?:password|passwd|mot de passe|api[ _-]?key|cl[ée] (?:api|secr[èe]te)|secret|token|bearer)\s?[:=]\s?\S{6,}/i;
const ENGLISH =
  /\b(?:the|you|your|please|with|this|that|and|for|are|is|thank|thanks|hello|will|have|what|would|can)\b/gi;
const FRENCH =
  /\b(?:le|la|les|des|une|vous|votre|vos|est|pour|avec|dans|nous|merci|bonjour|que|et|je|quel|quelle|puis|sur)\b/gi;
const MEDICAL =
  /m[ée]decin|docteur|\bdoctor|\bDr\.? |m[ée]dical|\bpatients?\b|clini|infirmi|\bnurse|dentist|kin[ée]sith|pharmac|\bsurgery\b|\bGP\b|h[ôo]pital|\bhospital/i;

/** Whether a name or sentence speaks of a place where people are treated. */
export function isMedical(text: string): boolean {
  return MEDICAL.test(text);
}

/** So many common words of one language, and more than twice those of the other, show which it is. */
const ENOUGH = 3;

/** Null for a text that no check would mention, whatever the language of the call. */
export function scanText(field: string, text: string): Scan | null {
  const hasMarks = text.includes('{') && /\{[{%#]|[}%#]\}/.test(text.replaceAll(CHIP, ''));
  const secret = SECRET.exec(text)?.[0] ?? null;
  const medical = MEDICAL.test(text);
  const looks = languageOf(text);
  if (!hasMarks && !secret && !medical && !looks && text.length <= LONGEST_SENTENCE) return null;
  return { field, text, hasMarks, secret, looks, isMedical: medical };
}

function languageOf(text: string): CallLanguage | null {
  if (text.length < 12) return null;
  const english = count(ENGLISH, text);
  const french = count(FRENCH, text);
  if (english >= ENOUGH && english > 2 * french) return 'en';
  return french >= ENOUGH && french > 2 * english ? 'fr' : null;
}

function count(words: RegExp, text: string): number {
  let found = 0;
  words.lastIndex = 0;
  while (words.test(text)) found += 1;
  return found;
}
