/** Numbers as they are spoken in English and French. Pure. */
import { fold } from './words.ts';

const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  oh: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
};
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  nonante: 90,
};
const COLLECTIVES: Readonly<Record<string, number>> = {
  dozen: 12,
  douzaine: 12,
  couple: 2,
  dizaine: 10,
  quinzaine: 15,
  vingtaine: 20,
};

/**
 * The numbers of a text in order, as `value` and, to keep leading zeros, `digits`. Neighbouring words join as they
 * are spoken: « quatre-vingt-douze » is 92, « zéro six douze » is 0, 6, 12.
 */
export function numbersIn(text: string): { value: number; digits: string }[] {
  const tokens = fold(text).match(/\d+(?:[.,]\d+)?|[a-z]+/g) ?? [];
  const found: { value: number; digits: string }[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at]!;
    if (/^\d/.test(token)) {
      found.push({ value: Number(token.replace(',', '.')), digits: token.replaceAll(/\D/g, '') });
      at += 1;
      continue;
    }
    const spoken = readSpoken(tokens, at);
    if (spoken) found.push({ value: spoken.value, digits: String(spoken.value) });
    at = spoken ? spoken.end : at + 1;
  }
  return found;
}

function readSpoken(tokens: readonly string[], start: number): { value: number; end: number } | null {
  const first = readBelowHundred(tokens, start);
  if (!first) return readHundreds(tokens, start, 1, start);
  return readHundreds(tokens, first.end, first.value, start) ?? first;
}

const isHundred = (token: string | undefined) => token === 'hundred' || token === 'cent' || token === 'cents';
const isThousand = (token: string | undefined) => token === 'thousand' || token === 'mille';

/** « cent », « deux cents », "three hundred and five", « mille »; null when no such word follows. */
function readHundreds(
  tokens: readonly string[],
  at: number,
  factor: number,
  start: number,
): { value: number; end: number } | null {
  const token = tokens[at];
  if (!isHundred(token) && !isThousand(token)) return null;
  const base = factor * (isHundred(token) ? 100 : 1000);
  const next = tokens[at + 1] === 'and' ? at + 2 : at + 1;
  const rest = next > start ? readSpoken(tokens, next) : null;
  return rest && rest.value < (isHundred(token) ? 100 : 1000)
    ? { value: base + rest.value, end: rest.end }
    : { value: base, end: at + 1 };
}

function readBelowHundred(tokens: readonly string[], at: number): { value: number; end: number } | null {
  const token = tokens[at]!;
  const collective = COLLECTIVES[token];
  if (collective !== undefined) return { value: collective, end: at + 1 };
  if (token === 'quatre' && /^vingts?$/.test(tokens[at + 1] ?? '')) return readUnit(tokens, at + 2, 80, 19);
  const tens = TENS[token];
  if (tens !== undefined) return readUnit(tokens, at + 1, tens, tens === 60 ? 19 : 9);
  // « dix-sept », « dix-huit », « dix-neuf »
  if (token === 'dix') return readUnit(tokens, at + 1, 10, 9, 7);
  const unit = UNITS[token];
  return unit === undefined || isArticle(tokens, at) ? null : { value: unit, end: at + 1 };
}

/** « une douzaine »: the article is no number of its own. */
function isArticle(tokens: readonly string[], at: number): boolean {
  return /^une?$/.test(tokens[at]!) && COLLECTIVES[tokens[at + 1] ?? ''] !== undefined;
}

function readUnit(
  tokens: readonly string[],
  at: number,
  tens: number,
  most: number,
  least = 1,
): { value: number; end: number } {
  const joined = tokens[at] === 'et' ? at + 1 : at;
  const teen = tokens[joined] === 'dix' && most > 9 ? readUnit(tokens, joined + 1, 10, 9, 7) : null;
  if (teen) return { value: tens + teen.value, end: teen.end };
  const unit = UNITS[tokens[joined] ?? ''];
  if (unit !== undefined && unit >= least && unit <= most) return { value: tens + unit, end: joined + 1 };
  return { value: tens, end: at };
}

/** All digits of a text in order, spoken ones included: « zéro six, douze » → `0612`; "double five" → `55`. */
export function digitsIn(text: string): string {
  const spelled = fold(text).replaceAll(/\b(double|triple) (\w+)/g, (_, times: string, word: string) =>
    Array<string>(times === 'double' ? 2 : 3)
      .fill(word)
      .join(' '),
  );
  return numbersIn(spelled)
    .map((number) => number.digits)
    .join('');
}
