/**
 * Recognises values in what a caller says. Pure. Values come out in one canonical form: phone as digits with an
 * optional plus, date `YYYY-MM-DD`, time `HH:MM`, number with a point, `yes` or `no`, a choice word for word.
 */
import type { Item, ScriptLanguage } from '../../script/script.ts';
import { chooseAmong } from './choose.ts';
import { readDate, readTime } from './dates.ts';
import { digitsIn, numbersIn } from './numbers.ts';
import { fold, wordsOf } from './words.ts';

export interface Hearing {
  readonly language: ScriptLanguage;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

type Recogniser = (text: string, hearing: Hearing, item: Item) => string | null;

const RECOGNISERS: Readonly<Record<Item['type'], Recogniser>> = {
  name: readName,
  phone: (text, { language }) => readPhone(text, language),
  email: (text) => readEmail(text),
  date: (text, { language, now }) => readDate(text, language, now),
  time: (text) => readTime(text) ?? bareHour(text),
  number: (text) => readNumber(text),
  'yes-no': (text) => readYesNo(text),
  choice: readChoice,
  address: (text) => readWords(text),
  text: (text) => readWords(text),
};

/** How people take back what they have just said. */
const TAKEN_BACK =
  /^.*\b(?:no,? wait|wait,? no|sorry|i mean|actually|non,? attendez|enfin,? non|pardon|je veux dire|en fait)\b[\s,.:;!…]*(?=\S)/is;

/** An item that reads its values in its own way. */
export interface OwnItem extends Item {
  readonly read?: Recogniser;
  /** Reads a value in words about something else: only what cannot be mistaken. */
  readonly overhear?: Recogniser;
}

/** The value of an item in an answer to its question, or null. Of two values the one that takes the other back counts. */
export function recognise(item: OwnItem, text: string, hearing: Hearing): string | null {
  const read = item.read ?? RECOGNISERS[item.type];
  const isPlain = item.type === 'text' || item.type === 'address' || item.type === 'name';
  const corrected = isPlain ? text : text.replace(TAKEN_BACK, '');
  return (corrected === text ? null : read(corrected, hearing, item)) ?? read(text, hearing, item);
}

const WRITTEN_PHONE = /(?:\+\d{1,3}|\b0)(?:[ .-]?\d){8,}|\b\d{3}[ .-]\d{3}[ .-]\d{4}\b/;
const CLOCK = /\d\s*h\b|\d\s*h\s*\d|\bheures?\b|\d:\d\d|o'?clock|\b[ap]\.?m\b|\bmidi\b|\bnoon\b/;

/** A value given in the answer to another question, or null: only where it cannot be mistaken. */
export function recogniseVolunteered(item: OwnItem, text: string, hearing: Hearing): string | null {
  if (item.overhear) return item.overhear(text, hearing, item);
  switch (item.type) {
    case 'phone': {
      const written = WRITTEN_PHONE.exec(text)?.[0];
      return written === undefined ? null : readPhone(written, hearing.language);
    }
    case 'time':
      return CLOCK.test(fold(text)) ? readTime(text) : null;
    case 'email':
    case 'date':
      return recognise(item, text, hearing);
    default:
      return null;
  }
}

const NAME_PREFIX =
  /^\s*(?:(?:oui|bonjour|alors|euh|well|yes|hello|hi|sure)[\s,.!]+)*(?:je m'appelle|je suis|moi,? c'est|c'est|mon nom(?: complet)? (?:est|c'est)|au nom de|my (?:full )?name(?: is|'s)|i am|i'm|this is|it's|it is|the name is)?\s*/i;

function readName(text: string): string | null {
  if (text.includes('?')) return null;
  const rest = text.replaceAll(/[’‘]/g, "'").replace(NAME_PREFIX, '');
  const clause = rest.split(/[,.;!]|\s(?:et|and|mon|my)\s/)[0]?.trim() ?? '';
  const words = clause.split(/\s+/).filter((word) => /^[\p{L}][\p{L}'-]*$/u.test(word));
  if (words.length === 0 || words.length > 5) return null;
  return words.map(capitalise).join(' ');
}

function capitalise(word: string): string {
  if (/\p{Lu}/u.test(word)) return word;
  return word.replaceAll(
    /(^|[-'])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

function readPhone(text: string, language: ScriptLanguage): string | null {
  const plus = /(\+|\bplus\b)/.test(fold(text)) ? '+' : '';
  const digits = digitsIn(text.replaceAll(/[().]/g, ' '));
  // A French number that begins as one is complete with ten digits.
  if (language === 'fr' && plus === '' && /^0[1-9]/.test(digits)) return digits.length === 10 ? digits : null;
  const fewest = plus === '' ? 6 : 8;
  return digits.length >= fewest && digits.length <= 15 ? plus + digits : null;
}

function readEmail(text: string): string | null {
  const written = fold(text)
    .replaceAll(/\s*(?:\barobase\b|\barrobas\b|\bat\b)\s*/g, '@')
    .replaceAll(/\s+(?:point|dot)\s+/g, '.')
    .replaceAll(/\s+(?:tiret|dash|hyphen)\s+/g, '-')
    .replaceAll(/\s+(?:underscore|tiret bas)\s+/g, '_');
  return /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/.exec(written)?.[0] ?? null;
}

function readNumber(text: string): string | null {
  const number = numbersIn(text)[0];
  return number ? String(number.value) : null;
}

function bareHour(text: string): string | null {
  const only = numbersIn(text);
  const hour = only.length === 1 ? only[0]!.value : Number.NaN;
  return Number.isInteger(hour) && hour <= 23 ? `${String(hour).padStart(2, '0')}:00` : null;
}

const YES =
  /\b(oui|ouais|yes|yeah|yep|yup|sure|correct|exact|exactement|absolument|absolutely|tout a fait|d'accord|parfait|right|ok|okay|bien sur|c'est (bien )?(ca|cela|exact)|c'est bon|of course|indeed|affirmatif|volontiers|please do)\b/;
const NO =
  /\b(non|no|nope|nan|pas du tout|not at all|negatif|incorrect|wrong|faux|jamais|never|pas encore|not yet)\b/;

/** `yes`, `no`, or null when neither was said. A "no" outweighs: « non, c'est exact » is rare, « non, c'est faux » is not. */
export function readYesNo(text: string): 'yes' | 'no' | null {
  const folded = fold(text);
  if (
    NO.test(folded) ||
    /\b(ce n'est|c'est) pas (ca|cela|exact|correct|bon)\b|\bthat's not\b|\bisn't\b/.test(folded)
  )
    return 'no';
  return YES.test(folded) ? 'yes' : null;
}

export function readChoice(text: string, _hearing: Hearing, item: Item): string | null {
  const chosen = chooseAmong(
    text,
    item.choices.map((choice) => ({ label: choice, examples: [] })),
  );
  return chosen === null ? null : item.choices[chosen]!;
}

function readWords(text: string): string | null {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return wordsOf(plain).length === 0 ? null : plain;
}

/** « je préfère ne pas le dire », « je ne veux pas. »: but « je ne veux pas de poisson » is an answer. */
const UNWILLING =
  /(?:(?:prefere|prefererais) (?:ne )?pas|(?:veux|souhaite|desire) pas)(?:(?: (?:y|le|la|les|vous|te|me|en))* (?:l')?(?:dire|donner|repondre|communiquer|laisser|preciser|partager|parler)\b|[\s.!,]*$)/;
const RATHER_NOT =
  /(?:rather not|prefer not(?: to)?|(?:do not|don't) (?:want|wish)(?: to)?|will not|won't)(?: (?:say|tell|give|answer|share|leave|provide)\b|[\s.!,]*$)/;
const STRONG_REFUSAL = new RegExp(
  `${UNWILLING.source}|${RATHER_NOT.source}|je refuse de (?:le |la |vous )?(?:repondre|dire|donner)|regarde pas|none of your business|i refuse to|no comment`,
);
const WEAK_REFUSAL =
  /non,? merci|no,? thanks|no,? thank you|(je )?(ne )?sais pas|(do not|don't) know|no idea|aucune idee|pas la peine|laissez tomber|never mind|skip (it|that)|je n'ai pas d|i (don't|do not) have/;

/** Whether the caller will not answer: `strong` in so many words, `weak` where it may also be an answer (« non merci »). */
export function readRefusal(text: string): 'strong' | 'weak' | null {
  const folded = fold(text);
  if (STRONG_REFUSAL.test(folded)) return 'strong';
  return WEAK_REFUSAL.test(folded) ? 'weak' : null;
}

/** An optional question waved away: « non », "nothing". */
export function isNothing(text: string): boolean {
  return /^(non|no|nope|rien|nothing|none|aucune?|pas (specialement|particulierement)|not really|ca ira|c'est tout|that's all)\b/.test(
    fold(text).trim(),
  );
}
