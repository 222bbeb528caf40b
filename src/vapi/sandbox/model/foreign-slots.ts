/**
 * What a tool that we did not write wants to know: its JSON schema as things to ask for, and what was told as arguments in
 * the types of the schema. Pure; knows no dialogue.
 */
import type { JsonSchema } from '../../contract/tool.ts';
import type { ScriptLanguage, ValueType } from '../../script/script.ts';
import { inType } from './arguments.ts';
import { covered } from './choose.ts';
import { isOtherLanguage } from './foreign-language.ts';
import { spaced } from './foreign-options.ts';
import type { ModelTool } from './model.ts';
import { digitsIn, numbersIn } from './numbers.ts';
import { type Hearing, type OwnItem, readChoice, readYesNo, recognise } from './recognise.ts';
import { fold, stemsOf, wordsOf } from './words.ts';

/** Keys of an object inside an object are joined by dots. */
export type Slot = OwnItem;

type Fields = Readonly<Record<string, JsonSchema>>;

/** In the order of the schema. A schema that requires nothing leaves everything to the caller: asked once each. */
export function slotsOf({ parameters }: ModelTool, language: ScriptLanguage): Slot[] {
  const { destination: _, ...fields } = parameters.properties;
  return slotsIn(fields, parameters.required ?? [], '', language);
}

function slotsIn(
  fields: Fields,
  required: readonly string[],
  before: string,
  language: ScriptLanguage,
): Slot[] {
  const isOpen = required.length === 0 || required.every((key) => key === 'destination');
  return Object.entries(fields).flatMap(([name, schema]): Slot[] => {
    const optional = isOpen || !required.includes(name);
    // What may stay unknown is taken when it is told, and asked for only where nothing is required.
    if (schema.enum?.length === 1 || schema.value !== undefined) return [];
    const key = before + name;
    if (schema.type === 'object' && schema.properties)
      return optional && !isOpen
        ? []
        : slotsIn(schema.properties, schema.required ?? [], `${key}.`, language);
    const slot = slotOf(key, name, schema, optional, language);
    if (schema.format !== 'date-time') return [slot];
    const part = (type: 'date' | 'time'): Slot => ({
      ...slot,
      key: `${key}#${type}`,
      type,
      label: LABELS[language][type]!,
    });
    return [part('date'), part('time')];
  });
}

function slotOf(
  key: string,
  name: string,
  schema: JsonSchema,
  optional: boolean,
  language: ScriptLanguage,
): Slot {
  const words = `${spaced(name)} ${fold(schema.description ?? '')}`;
  const type = typeOf(schema, fold(spaced(name)), words);
  const label = labelOf(spaced(name), schema, type, language);
  const choices = schema.items?.enum ?? schema.enum ?? [];
  const slot: Slot = { key, label, type, choices, optional };
  if (schema.type === 'array')
    return { ...slot, read: readList, overhear: choices.length > 0 ? readListed : () => null };
  if (type === 'choice') return { ...slot, overhear: overhearChoice };
  if (type === 'number')
    return { ...slot, read: numberWithin(rangeIn(words)), overhear: overhearNumber(words) };
  if (type === 'name') return { ...slot, overhear: overhearName };
  if (schema.pattern !== undefined)
    return { ...slot, read: matching(schema.pattern), overhear: matching(schema.pattern) };
  if (type === 'text' && REFERENCE.test(fold(spaced(name))))
    return { ...slot, read: readReference, overhear: overhearReference(label) };
  return slot;
}

const REFERENCE = /\b(number|numero|reference|ref|code|id)\b/;
const TYPE_WORDS: readonly (readonly [ValueType, RegExp])[] = [
  ['email', /mail|courriel/],
  ['phone', /phone|telephone|portable|mobile|callback number/],
  ['date', /\bdate|\bday\b|\bjour/],
  ['time', /\btime\b|\bheure|horaire/],
  ['name', /\bname\b|\bnom\b|prenom/],
  ['address', /address|adresse/],
];

/** The name of the property tells more than its description, which may mention other things. */
function typeOf(schema: JsonSchema, name: string, words: string): ValueType {
  if ((schema.enum?.length ?? 0) > 1) return 'choice';
  if (schema.type === 'boolean') return 'yes-no';
  if (schema.type === 'number' || schema.type === 'integer') return 'number';
  if (schema.type === 'array') return 'text';
  if (schema.format === 'email' || schema.format === 'date' || schema.format === 'time') return schema.format;
  if (schema.pattern !== undefined) return 'text';
  const named = TYPE_WORDS.find(([, pattern]) => pattern.test(name));
  if (named || REFERENCE.test(name)) return named?.[0] ?? 'text';
  return TYPE_WORDS.find(([, pattern]) => pattern.test(words.split(/[.(,;:]/)[0]!))?.[0] ?? 'text';
}

/** What a person is asked for where the schema speaks another language. */
const LABELS: Readonly<Record<ScriptLanguage, Partial<Record<ValueType, string>>>> = {
  en: {
    name: 'name',
    phone: 'phone number',
    email: 'e-mail address',
    date: 'day',
    time: 'time',
    address: 'address',
  },
  fr: {
    name: 'nom',
    phone: 'numéro de téléphone',
    email: 'adresse e-mail',
    date: 'jour',
    time: 'heure',
    address: 'adresse',
  },
};
const WHOSE =
  /^(?:the )?(?:customer|caller|client|user|patient|guest|person)(?:'s)? |^(?:the|le|la) (?=\S)|^l['’]| (?:du|de la|de l['’]|of the) ?(?:client|cliente|patient|patiente|appelant|appelante|utilisateur|caller|customer|user)\b.*$| (?:in|au|as) (?:the )?(?:format|yyyy|iso|hh).*$/gi;
const LONGEST = 60;

function labelOf(name: string, schema: JsonSchema, type: ValueType, language: ScriptLanguage): string {
  const described = (schema.description ?? '')
    .split(/[.(;:\n]|, /)[0]!
    .replaceAll(WHOSE, '')
    .trim();
  const label = described === '' || described.length > LONGEST ? name : described;
  return isOtherLanguage(label, language) ? (LABELS[language][type] ?? label) : label;
}

function readList(text: string, hearing: Hearing, slot: Slot): string | null {
  if (slot.choices.length > 0) return readListed(text, hearing, slot);
  const parts = text
    .split(/,|;|\s(?:et|and|puis|plus)\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(LIST);
}

const LIST = ', ';

function readListed(text: string, _hearing: Hearing, { choices }: Slot): string | null {
  const said = stemsOf(text);
  const named = choices.filter((choice) => covered(stemsOf(choice), said) === 1);
  return named.length === 0 ? null : named.join(LIST);
}

/** Only a choice of which every word was said, and no other. */
function overhearChoice(text: string, hearing: Hearing, slot: Slot): string | null {
  const said = stemsOf(text);
  const named = slot.choices.filter((choice) => covered(stemsOf(choice), said) === 1);
  return named.length === 1 && readChoice(text, hearing, slot) === named[0] ? named[0]! : null;
}

/** « de 1 à 5 », "from 0 to 10", "(1-5)". */
function rangeIn(words: string): readonly [number, number] | null {
  const found = /\b(\d+)\s*(?:-|–|a|to|and|et)\s*(\d+)\b/.exec(fold(words));
  return found ? [Number(found[1]), Number(found[2])] : null;
}

function numberWithin(range: readonly [number, number] | null) {
  return (text: string): string | null => {
    const numbers = numbersIn(text).map(({ value }) => value);
    const fitting = numbers.find((value) => !range || (value >= range[0] && value <= range[1]));
    return fitting === undefined ? null : String(fitting);
  };
}

/** Behind a number these make it a time, a date or a price. */
const NOT_COUNTED =
  /^(h|heures?|hours?|o|clock|am|pm|a|p|minutes?|euros?|dollars?|\d+|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** A number beside a word of what it counts, or behind « pour », "for"; never one of a time or a date. */
function overhearNumber(described: string) {
  const counted = new Set([...stemsOf(described), ...stemsOf('people persons personnes guests couverts')]);
  return (text: string): string | null => {
    const words = wordsOf(text);
    for (const [index, word] of words.entries()) {
      const value = /^une?$/.test(word) ? undefined : numbersIn(word)[0]?.value;
      if (value === undefined) continue;
      const [before = '', after = ''] = [words[index - 1], words[index + 1]];
      const isCounted = [...stemsOf(after)].some((one) => counted.has(one));
      const isFor = /^(pour|for|serons|sera|sommes|are|be)$/.test(before) && !NOT_COUNTED.test(after);
      if (isCounted || isFor) return String(value);
    }
    return null;
  };
}

function overhearName(text: string, hearing: Hearing, slot: Slot): string | null {
  const found =
    /(?:je m['’]appelle|mon nom est|au nom de|my name is|this is|i am called|under the name(?: of)?)\s+(.+)/i.exec(
      text,
    );
  return found ? recognise(slot, found[1]!, hearing) : null;
}

/** What fits the pattern once the signs between spoken letters are left out. Patterns of other dialects fit nothing. */
function matching(pattern: string) {
  let expression: RegExp;
  try {
    expression = new RegExp(pattern.replaceAll(/^\^|\$$/g, ''), 'i');
  } catch {
    return () => null;
  }
  return (text: string): string | null => {
    const written = expression.exec(text)?.[0];
    const compact = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
    return written || expression.exec(compact)?.[0] || (expression.exec(digitsIn(text))?.[0] ?? null);
  };
}

/** A reference has a digit: « AB-123 », "four two seven". */
function readReference(text: string): string | null {
  const written = /\b[a-z]{0,4}[- ]?\d[\d a-z-]*/i.exec(text)?.[0];
  const compact = written?.replaceAll(/\s/g, '').toUpperCase();
  return (compact && /^[A-Z]*-?[\d-]+[A-Z]?/.exec(compact)?.[0]) || digitsIn(text) || null;
}

function overhearReference(label: string) {
  const about = stemsOf(label);
  return (text: string): string | null =>
    [...stemsOf(text)].some((word) => about.has(word)) && /\d{3}/.test(text) ? readReference(text) : null;
}

/** What was told, in the shape of the parameters. What is required and unknown is an empty text. */
export function argumentsOf(
  tool: ModelTool,
  values: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return built(tool.parameters.properties, tool.parameters.required ?? [], '', values);
}

function built(
  fields: Fields,
  required: readonly string[],
  before: string,
  values: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(fields)) {
    const key = before + name;
    if (schema.type === 'object' && schema.properties) {
      const inner = built(schema.properties, schema.required ?? [], `${key}.`, values);
      if (Object.keys(inner).length > 0) given[name] = inner;
      continue;
    }
    const value =
      (schema.enum?.length === 1 ? schema.enum[0] : undefined) ?? momentOf(key, values) ?? values[key];
    if (value === undefined) {
      if (required.includes(name)) given[name] = schema.type === 'array' ? [] : '';
    } else if (schema.type === 'array')
      given[name] = value.split(LIST).map((one) => inType(one, schema.items ?? schema));
    else given[name] = schema.type === 'boolean' ? readYesNo(value) === 'yes' : inType(value, schema);
  }
  return given;
}

function momentOf(key: string, values: Readonly<Record<string, string>>): string | undefined {
  const [date, time] = [values[`${key}#date`], values[`${key}#time`]];
  return date === undefined || time === undefined ? undefined : `${date}T${time}:00`;
}
