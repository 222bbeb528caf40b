/** Values as people read them: lists, spans of hours, marks of information. Knows no step. Pure. */
import type { FlowDocument, TimeSpan } from '../flow/document.ts';
import type { ScreenLanguage } from '../i18n/messages.ts';
import { isJsonObject, type Json } from '../lib/json.ts';
import type { FlowMessages } from './messages.ts';

const LISTS: Readonly<Record<ScreenLanguage, Intl.ListFormat>> = {
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  fr: new Intl.ListFormat('fr-FR', { type: 'conjunction' }),
};

/** `a, b and c` */
export function listOf(items: readonly string[], language: ScreenLanguage): string {
  return LISTS[language].format(items);
}

/** Minutes since midnight as `09:30`. */
export function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** `09:00–12:30, 14:00–18:00`, or that it is closed. */
export function spansOf(spans: readonly TimeSpan[], words: FlowMessages): string {
  return spans.length === 0
    ? words.closed
    : spans.map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`).join(', ');
}

/** A sentence with the names of its information in square brackets; unknown marks stay as they are. */
export function withNames(sentence: string, information: FlowDocument['information']): string {
  return sentence.replaceAll(/\{\{([a-zA-Z][a-zA-Z0-9_]{0,39})\}\}/g, (mark, id: string) => {
    const found = Object.hasOwn(information, id) ? information[id as keyof typeof information] : undefined;
    return found ? `[${found.name}]` : mark;
  });
}

const DATES: Readonly<Record<ScreenLanguage, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** `24 December 2026` for `2026-12-24`; what is no date stays as it is. */
export function dateOf(date: string, language: ScreenLanguage): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? date : DATES[language].format(time);
}

/** Any value on one line, of a length that a person reads. */
export function printValue(value: Json | undefined, words: FlowMessages): string {
  if (value === undefined || value === null || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return words.quote(short(value));
  const leaves = leavesOf(value).filter((leaf) => leaf !== null && leaf !== '');
  return leaves.length === 0
    ? words.nothing
    : short(leaves.map((leaf) => printValue(leaf, words)).join(', '));
}

/** Ids, forms and switches of a row say nothing without their names. */
function leavesOf(value: Json): Json[] {
  const found: Json[] = [];
  const waiting: Json[] = [value];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (Array.isArray(one)) waiting.push(...[...(one as readonly Json[])].reverse());
    else if (isJsonObject(one))
      for (const [key, inner] of Object.entries(one).reverse()) {
        if (key !== 'id' && key !== 'type' && typeof inner !== 'boolean') waiting.push(inner);
      }
    else found.push(one);
  }
  return found;
}

const LONGEST = 160;

function short(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= LONGEST ? line : `${[...line].slice(0, LONGEST - 1).join('')}…`;
}
