/** Asking for values: one question at a time, patience with misunderstandings, reading back. Knows no steps. */
import type { Instruction, Item, Target } from '../../script/script.ts';
import { LINES } from './lines.ts';
import { listen, type Play, say, sayAgain } from './play.ts';
import {
  type Hearing,
  isNothing,
  readRefusal,
  readYesNo,
  recognise,
  recogniseVolunteered,
} from './recognise.ts';
import { stemsOf } from './words.ts';

type Ask = Extract<Instruction<Target>, { do: 'ask' }>;

/** How often a question is put again where the script does not say. */
const RETRIES = 2;
/** Rounds of reading back before the values are taken as they are. */
const PATIENCE = 3;

/**
 * The values by key, or null when the caller will not answer. `answer`: what was said to the first question, already put.
 * `known`: values that need no question.
 */
export function* askItems(
  ask: Ask,
  hearing: Hearing,
  answer: string | null,
  known: Readonly<Record<string, string>> = {},
): Play<Readonly<Record<string, string>> | null> {
  const retries = ask.retries ?? RETRIES;
  const values = new Map<string, string>();
  for (const { key } of ask.items) if (known[key] !== undefined) values.set(key, known[key]);
  for (const [index, item] of ask.items.entries()) {
    if (values.has(item.key)) continue;
    const question = questionFor(item, index === 0 ? ask.question : '', hearing);
    const given = index === 0 ? answer : null;
    if (given === null) yield* say(question);
    const heard = yield* hear(item, question, hearing, given, retries);
    if (heard.refused) return null;
    if (heard.value !== null) values.set(item.key, heard.value);
    for (const other of ask.items) {
      const volunteered = values.has(other.key) ? null : recogniseVolunteered(other, heard.said, hearing);
      // The same words are no second value of the same type.
      if (volunteered !== null && ![...values.values()].includes(volunteered))
        values.set(other.key, volunteered);
    }
  }
  if (ask.readBack) yield* readBack(ask.items, values, hearing);
  return Object.fromEntries(values);
}

/** The step's own question where it covers the item, else one made from the label. */
function questionFor(item: Item, question: string, { language }: Hearing): string {
  const own = LINES[language].question(item);
  if (question.trim() === '') return own;
  const label = stemsOf(item.label);
  const covers = question.includes('?') || [...stemsOf(question)].some((word) => label.has(word));
  return covers ? question : `${question} ${own}`;
}

interface Heard {
  readonly value: string | null;
  readonly refused: boolean;
  readonly said: string;
}

function* hear(
  item: Item,
  question: string,
  hearing: Hearing,
  given: string | null,
  retries: number,
): Play<Heard> {
  for (let attempt = 1; ; attempt += 1) {
    const said = attempt === 1 && given !== null ? given : yield* listen();
    const refusal = readRefusal(said);
    const gaveUp = item.optional && isNothing(said) && item.type !== 'yes-no';
    if (refusal === 'strong' || gaveUp) return { value: null, refused: !item.optional, said };
    const freeText = item.type === 'text' || item.type === 'address' || item.type === 'name';
    const value = refusal === 'weak' && freeText ? null : recognise(item, said, hearing);
    if (value !== null) return { value, refused: false, said };
    // An optional question is put once; a required one until patience ends.
    if (refusal === 'weak' || item.optional || attempt > retries)
      return { value: null, refused: !item.optional, said };
    yield* sayAgain(LINES[hearing.language].sorry, question);
  }
}

function* readBack(items: readonly Item[], values: Map<string, string>, hearing: Hearing): Play {
  const lines = LINES[hearing.language];
  for (let round = 1; round <= PATIENCE; round += 1) {
    const given = items.filter((item) => values.has(item.key));
    if (given.length === 0) return;
    yield* say(
      lines.confirm(
        given.map((item) => lines.pair(item.label, spoken(item, values.get(item.key)!, hearing))).join(', '),
      ),
    );
    const said = yield* listen();
    const answer = readYesNo(said);
    if (answer === 'yes') return;
    if (correct(given, values, said, hearing)) continue;
    if (answer === 'no' || round < PATIENCE) yield* correctByQuestion(given, values, said, hearing);
  }
}

/** A value as a person would say it. */
function spoken(item: Item, value: string, { language }: Hearing): string {
  if (item.type === 'yes-no' && (value === 'yes' || value === 'no')) return LINES[language][value];
  if (item.type === 'phone') return spokenPhone(value, language);
  if (item.type !== 'date' || !/^\d{4}-\d\d-\d\d$/.test(value)) return value;
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-US', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(value));
}

/** Digits as they are dictated: the country's own, then two at a time in French, else three, three and the rest. */
function spokenPhone(value: string, language: Hearing['language']): string {
  const country = /^\+(?:1|\d\d)/.exec(value)?.[0] ?? '';
  const rest = value.slice(country.length);
  // « +33 6 12 … »: where digits are odd, a single one comes first.
  const pattern = language === 'fr' ? /^\d(?=(?:\d\d)*$)|\d\d/g : /\d{3}(?=\d{3})|\d+/g;
  return [country, ...(rest.match(pattern) ?? [])].filter((part) => part !== '').join(' ');
}

/** Takes a correction that stands in the objection itself: "no, it's 06 12 34 56 79". */
function correct(
  items: readonly Item[],
  values: Map<string, string>,
  said: string,
  hearing: Hearing,
): boolean {
  const rest = said.replace(/^\s*(non|no|nope|pas du tout|not quite)\b[\s,.!:;-]*/i, '');
  const named = items.filter((item) => mentions(item, rest));
  for (const item of named.length > 0 ? named : items) {
    const plain = item.type === 'text' || item.type === 'address' || item.type === 'name';
    // Free words could be anything: only taken when the item is the only one, or was named.
    if (plain && named.length === 0 && items.length > 1) continue;
    const words = plain ? afterLabel(item, rest) : rest;
    const value = words === '' ? null : recognise(item, words, hearing);
    if (value === null || value === values.get(item.key)) continue;
    values.set(item.key, value);
    return true;
  }
  return false;
}

function mentions(item: Item, text: string): boolean {
  const label = stemsOf(item.label);
  return [...stemsOf(text)].some((word) => label.has(word));
}

/** « le nom c'est Martin » → « Martin »: what follows the last linking verb. */
function afterLabel(item: Item, text: string): string {
  if (!mentions(item, text)) return /\p{L}{2}/u.test(text) ? text : '';
  return /.*(?:c['’]est|\best\b|\bis\b|:)\s*(.+)$/i.exec(text)?.[1]?.trim() ?? '';
}

function* correctByQuestion(
  items: readonly Item[],
  values: Map<string, string>,
  objection: string,
  hearing: Hearing,
): Play {
  const lines = LINES[hearing.language];
  let wrong = items.length === 1 ? items[0] : items.find((item) => mentions(item, objection));
  if (!wrong) {
    yield* say(lines.whichWrong);
    const said = yield* listen();
    if (correct(items, values, said, hearing)) return;
    wrong = items.find((item) => mentions(item, said)) ?? items[0]!;
  }
  const question = lines.question(wrong);
  yield* say(question);
  const heard = yield* hear(wrong, question, hearing, null, RETRIES);
  if (heard.value !== null) values.set(wrong.key, heard.value);
}
