/**
 * Conditions in everyday words that say no more than a comparison of what was just asked: "budget is at least 500,000",
 * "the caller accepts", "it is a dog". Pure; knows no file format.
 */
import type { LogicOperator, LogicRules, Wanted } from './station.ts';

/** For each text the case that computes it, or null; null for all of them when none can be computed. */
export function rulesInWords(
  texts: readonly string[],
  wanted: readonly Wanted[],
): { readonly cases: readonly (LogicRules | null)[]; readonly complete: boolean } | null {
  for (const item of wanted) {
    const found = item.type === 'choice' ? byChoice(texts, item) : null;
    if (found) return { cases: found, complete: texts.length === item.choices.length };
  }
  const answers = wanted.filter((item) => item.type === 'yes-no');
  for (const item of answers) {
    const found = byAnswer(texts, item);
    if (found) return { cases: found, complete: !found.includes(null) && texts.length > 1 };
  }
  const numbers = wanted.filter((item) => item.type === 'number');
  const cases = texts.map((text) => byNumber(text, numbers));
  return cases.some((one) => one !== null) ? { cases, complete: false } : null;
}

/** Each text names one value of a closed list, every text another one. */
function byChoice(texts: readonly string[], item: Wanted): LogicRules[] | null {
  if (texts.length < 2) return null;
  const named = texts.map((text) => item.choices.filter((choice) => mentions(text, choice)));
  if (named.some((found) => found.length !== 1) || new Set(named.flat()).size !== texts.length) return null;
  return named.map(([choice]) => ruleOf(item, 'is', choice!));
}

const NEGATIVE =
  /\b(?:not|no|never|without|declin\w+|refus\w+|unwilling|non|pas|sans|aucun\w*)(?!\p{L})|n['’]t\b/iu;

/** One text says yes to a question, one no; several that say no are still to be told apart by what the caller says. */
function byAnswer(texts: readonly string[], item: Wanted): (LogicRules | null)[] | null {
  const positive = texts.filter((text) => !NEGATIVE.test(text));
  const negative = texts.filter((text) => NEGATIVE.test(text));
  const about = stems(`${item.name.replaceAll(/[_-]/g, ' ')} ${item.label} ${item.about}`);
  const speaksOfIt = (text: string) =>
    /^(?:yes|no|oui|non)\b/i.test(text) || [...stems(text)].some((stem) => about.has(stem));
  if (positive.length > 1 || !texts.some(speaksOfIt)) return null;
  if (positive.length === 1 && negative.length === 0 && !speaksOfIt(positive[0]!)) return null;
  return texts.map((text) => {
    if (!NEGATIVE.test(text)) return ruleOf(item, 'is', 'yes');
    return negative.length === 1 ? ruleOf(item, 'is', 'no') : null;
  });
}

function stems(text: string): Set<string> {
  const words = text
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/\p{L}{4,}/gu);
  return new Set((words ?? []).filter((word) => !NO_TOPIC.has(word)).map((word) => word.slice(0, 5)));
}
/** Words of conditions that say nothing of what they are about. */
const NO_TOPIC = new Set(
  'user users caller callers customer client clients patient person whether wants want does have that they when with appelant appelante souhaite veut votre leur'.split(
    ' ',
  ),
);

const AMOUNT = String.raw`[^\d\n]{0,25}?(\d[\d.,   ]*k?)(?![\p{L}\d])`;
/** In this order: "no more than" before "more than". */
const COMPARED: readonly (readonly [readonly LogicOperator[], RegExp])[] = [
  [
    ['less-than', 'is'],
    new RegExp(
      `(?:at most|no more than|not more than|up to|maximum of|au plus|au maximum|pas plus de)${AMOUNT}|(\\d[\\d.,]*k?)\\s*(?:\\p{L}+\\s+)?(?:or (?:less|fewer|under|below|younger)|ou moins)(?!\\p{L})`,
      'iu',
    ),
  ],
  [
    ['more-than', 'is'],
    new RegExp(
      `(?:at least|no less than|not less than|minimum of|au moins|au minimum)${AMOUNT}|(\\d[\\d.,]*k?)\\s*(?:\\p{L}+\\s+)?(?:or (?:more|above|over|older|higher)|ou plus)(?!\\p{L})`,
      'iu',
    ),
  ],
  [
    ['more-than'],
    new RegExp(
      `(?:more than|over|above|greater than|higher than|larger than|bigger than|older than|exceeds?|plus (?:de|grande? que)|supérieure? à|au-dessus de|dépasse)${AMOUNT}`,
      'iu',
    ),
  ],
  [
    ['less-than'],
    new RegExp(
      `(?:less than|fewer than|under|below|lower than|smaller than|younger than|moins de|inférieure? à|en dessous de)${AMOUNT}`,
      'iu',
    ),
  ],
  [['is'], new RegExp(`(?:equals?|equal to|is exactly|est égale? à|vaut)${AMOUNT}`, 'iu')],
];

/** One comparison with one number, about a number that is named or the only one that was asked for. */
function byNumber(text: string, numbers: readonly Wanted[]): LogicRules | null {
  if ((text.match(/\d+(?:[., {3}]\d+)*/g) ?? []).length !== 1) return null;
  const named = numbers.filter(
    ({ name, label }) => mentions(text, label) || mentions(text, name.replaceAll(/[_-]/g, ' ')),
  );
  const [item, ...others] = named.length > 0 ? named : numbers;
  if (item === undefined || others.length > 0) return null;
  for (const [operators, words] of COMPARED) {
    const found = words.exec(text);
    const value = found && numberIn(found[1] ?? found[2] ?? '');
    if (!value) continue;
    const rules = operators.map((operator) => ({ name: item.name, operator, value }));
    return { match: rules.length > 1 ? 'any' : 'all', rules, rounded: false };
  }
  return null;
}

/** "500,000", "500 000" and "500k" as digits; null when it is no plain number. */
function numberIn(written: string): string | null {
  const plain = written
    .trim()
    .replaceAll(/[,. {3}](?=\d{3}(?!\d))/g, '')
    .replace(/[.,]$/, '')
    .replace(',', '.');
  const value = /k$/i.test(plain) ? Number(plain.slice(0, -1)) * 1000 : Number(plain);
  return plain !== '' && Number.isFinite(value) ? String(value) : null;
}

function ruleOf(item: Wanted, operator: LogicOperator, value: string): LogicRules {
  return { match: 'all', rules: [{ name: item.name, operator, value }], rounded: false };
}

function mentions(text: string, words: string): boolean {
  const fold = (one: string) =>
    ` ${one
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return fold(words).trim() !== '' && fold(text).includes(fold(words));
}
