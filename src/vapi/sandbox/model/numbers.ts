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
  dozens: 12,
  douzaine: 12,
  douzaines: 12,
  couple: 2,
  dizaine: 10,
  dizaines: 10,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  centaine: 100,
};
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1000,
  mille: 1000,
  million: 1_000_000,
  millions: 1_000_000,
  milliard: 1_000_000_000,
  milliards: 1_000_000_000,
  billion: 1_000_000_000,
};

/** Digits in groups of three (« 8 000 », "8,000.50"), plain ones with a decimal sign, and words. */
const TOKEN =
  /[1-9]\d{0,2}(?:(?:[\s']\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|(?:,\d{3})+(?!\d)(?:\.\d+)?)|\d+(?:[.,]\d+)?|[a-z]+/g;

interface Spoken {
  readonly value: number;
  readonly digits: string;
  /** Index of the token behind it. */
  readonly end: number;
}

/**
 * The numbers of a text in order, as `value` and, to keep leading zeros, `digits`. Neighbouring words join as they
 * are spoken: « quatre-vingt-douze » is 92, « zéro six douze » is 0, 6, 12. A comma before three digits groups them, as
 * in English; any other is a decimal sign.
 */
export function numbersIn(text: string): { value: number; digits: string }[] {
  const tokens = fold(text).match(TOKEN) ?? [];
  const found: { value: number; digits: string }[] = [];
  let at = 0;
  while (at < tokens.length) {
    const spoken = readNumber(tokens, at);
    if (spoken) found.push({ value: spoken.value, digits: spoken.digits });
    at = spoken ? spoken.end : at + 1;
  }
  return found;
}

function readNumber(tokens: readonly string[], start: number): Spoken | null {
  const whole = readScaled(tokens, start);
  return whole && (readHalf(tokens, whole) ?? readDecimals(tokens, whole) ?? readDozens(tokens, whole));
}

/** « deux et demi », "three and a half". */
function readHalf(tokens: readonly string[], { value, end }: Spoken): Spoken | null {
  const length = [
    ['et', 'demi'],
    ['et', 'demie'],
    ['and', 'a', 'half'],
  ].find((words) => words.every((word, index) => tokens[end + index] === word))?.length;
  return length === undefined ? null : { value: value + 0.5, digits: String(value), end: end + length };
}

/** « trois virgule cinq », "three point two five". */
function readDecimals(tokens: readonly string[], { value, digits, end }: Spoken): Spoken | null {
  if (!/^(virgule|point)$/.test(tokens[end] ?? '') || !Number.isInteger(value)) return null;
  let decimals = '';
  let at = end + 1;
  for (let part = readGroup(tokens, at); part && decimals.length < 4; part = readGroup(tokens, at)) {
    decimals += part.digits;
    at = part.end;
  }
  return /^\d+$/.test(decimals)
    ? { value: Number(`${value}.${decimals}`), digits: digits + decimals, end: at }
    : null;
}

/** « deux douzaines », "a dozen" having been read already. */
function readDozens(tokens: readonly string[], whole: Spoken): Spoken {
  const each = COLLECTIVES[tokens[whole.end] ?? ''];
  if (each === undefined || !Number.isInteger(whole.value) || COLLECTIVES[tokens[whole.end - 1] ?? ''])
    return whole;
  const value = whole.value * each;
  return { value, digits: String(value), end: whole.end + 1 };
}

/** « deux millions trois cent mille vingt », "8 thousand", « mille deux cents ». */
function readScaled(tokens: readonly string[], start: number): Spoken | null {
  let total: number | null = null;
  let at = start;
  let smallest = Number.POSITIVE_INFINITY;
  while (true) {
    const joined = total !== null && /^(and|et)$/.test(tokens[at] ?? '') ? at + 1 : at;
    const group = readGroup(tokens, joined);
    const scale = scaleAt(tokens, group?.end ?? joined, group);
    if (scale === null || scale >= smallest) {
      if (!group || (total !== null && group.value >= smallest)) break;
      if (total === null) return group;
      return { value: total + group.value, digits: String(total + group.value), end: group.end };
    }
    total = (total ?? 0) + (group?.value ?? 1) * scale;
    smallest = scale;
    at = (group?.end ?? joined) + 1;
  }
  return total === null ? null : { value: total, digits: String(total), end: at };
}

/** The power of a thousand that stands here; a million is counted (« un million »), a thousand need not be. */
function scaleAt(tokens: readonly string[], at: number, counted: Spoken | null): number | null {
  const token = tokens[at] ?? '';
  if (token === 'k' && counted && /^\d/.test(tokens[at - 1] ?? '')) return 1000;
  const scale = SCALES[token];
  return scale === undefined || (scale > 1000 && !counted) ? null : scale;
}

/** A number below a thousand in words, or any in digits. */
function readGroup(tokens: readonly string[], at: number): Spoken | null {
  const token = tokens[at] ?? '';
  if (/^\d/.test(token)) {
    const isGrouped = /^[1-9]\d{0,2}(,\d{3})+(\.|$)/.test(token);
    const plain = isGrouped ? token.replaceAll(',', '') : token.replaceAll(/[\s']/g, '').replace(',', '.');
    return { value: Number(plain), digits: token.replaceAll(/\D/g, ''), end: at + 1 };
  }
  const spoken = readHundreds(tokens, at);
  return spoken && { ...spoken, digits: String(spoken.value) };
}

const isHundred = (token: string | undefined) =>
  token === 'hundred' || token === 'hundreds' || token === 'cent' || token === 'cents';

/** « cent », « deux cents », "three hundred and five". */
function readHundreds(tokens: readonly string[], at: number): { value: number; end: number } | null {
  const first = readBelowHundred(tokens, at);
  const after = first?.end ?? at;
  if (!isHundred(tokens[after])) return first;
  const base = (first?.value ?? 1) * 100;
  const rest = readBelowHundred(tokens, tokens[after + 1] === 'and' ? after + 2 : after + 1);
  return rest ? { value: base + rest.value, end: rest.end } : { value: base, end: after + 1 };
}

function readBelowHundred(tokens: readonly string[], at: number): { value: number; end: number } | null {
  const token = tokens[at] ?? '';
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
