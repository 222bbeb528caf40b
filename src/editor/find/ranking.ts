/** Which of many named things fit a few typed words, best first, and what of their texts fitted. Pure; knows no flow. */
import { fold, foldWithPlaces } from './fold.ts';

export interface Findable {
  /** The same as long as the thing is the same one. */
  readonly id: string;
  readonly title: string;
  /** What it is called besides its title. */
  readonly names?: readonly string[];
  /** What is written in it. */
  readonly texts?: readonly string[];
}

/** A thing made ready to be searched many times. */
export interface Prepared<Item extends Findable> {
  readonly item: Item;
  readonly title: string;
  readonly names: string;
  readonly texts: string;
}

export interface Snippet {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export interface Hit<Item extends Findable> {
  readonly item: Item;
  readonly rank: number;
  /** Of the text that fitted; absent when title or names did. */
  readonly snippet?: Snippet;
}

export interface Found<Item extends Findable> {
  readonly hits: readonly Hit<Item>[];
  /** How many there are, those left out included. */
  readonly total: number;
}

/** Ranks, best first: equal title, title begins so, words begin so, somewhere in the title, in a name, in a text. */
const EQUAL = 0;
const PREFIX = 1;
const WORD_STARTS = 2;
const IN_TITLE = 3;
const IN_NAMES = 4;
const IN_TEXTS = 5;
export const WORST_RANK = IN_TEXTS;

export function prepare<Item extends Findable>(item: Item): Prepared<Item> {
  return {
    item,
    title: fold(item.title).trim(),
    names: fold((item.names ?? []).join('\n')),
    texts: fold((item.texts ?? []).join('\n')),
  };
}

/** The best `most` of them; among equals the given order is kept. An empty query finds everything, in the given order. */
export function findAmong<Item extends Findable>(
  things: readonly Prepared<Item>[],
  query: string,
  most: number,
): Found<Item> {
  const whole = fold(query).trim();
  const words = whole.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0)
    return {
      hits: things.slice(0, most).map(({ item }) => ({ item, rank: WORST_RANK })),
      total: things.length,
    };
  const byRank: Prepared<Item>[][] = Array.from({ length: WORST_RANK + 1 }, () => []);
  for (const thing of things) {
    const rank = rankOf(thing, whole, words);
    if (rank !== undefined) byRank[rank]?.push(thing);
  }
  const found = byRank.flatMap((list, rank) => list.map((thing) => ({ thing, rank })));
  return {
    hits: found.slice(0, most).map(({ thing, rank }) => {
      const snippet = rank === IN_TEXTS ? snippetOf(thing, whole, words) : undefined;
      return { item: thing.item, rank, ...(snippet ? { snippet } : {}) };
    }),
    total: found.length,
  };
}

function rankOf(
  { title, names, texts }: Prepared<Findable>,
  whole: string,
  words: readonly string[],
): number | undefined {
  if (title === whole) return EQUAL;
  if (title.startsWith(whole)) return PREFIX;
  if (words.every((word) => beginsWord(title, word))) return WORD_STARTS;
  if (words.every((word) => title.includes(word))) return IN_TITLE;
  if (words.every((word) => title.includes(word) || names.includes(word))) return IN_NAMES;
  const isSomewhere = (word: string) => title.includes(word) || names.includes(word) || texts.includes(word);
  return words.every(isSomewhere) ? IN_TEXTS : undefined;
}

const IN_WORD = /[\p{L}\p{N}]/u;

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !IN_WORD.test(text[at - 1]!)) return true;
  return false;
}

/** Of the first text that has all that was typed, or else the first word that neither title nor names have. */
function snippetOf(
  { item, title, names }: Prepared<Findable>,
  whole: string,
  words: readonly string[],
): Snippet | undefined {
  const missing = words.find((word) => !title.includes(word) && !names.includes(word));
  for (const wanted of [whole, missing ?? whole]) {
    const text = item.texts?.find((one) => fold(one).includes(wanted));
    if (text !== undefined) return cut(text, wanted);
  }
  return undefined;
}

/** Letters kept before the match; what follows is cut by the width of the row. */
const LEAD = 24;
const TAIL = 120;

function cut(text: string, wanted: string): Snippet | undefined {
  const { folded, starts } = foldWithPlaces(text);
  const at = folded.indexOf(wanted);
  if (at < 0) return undefined;
  const start = starts[at]!;
  // An accent written as a letter of its own belongs to the letter before it.
  const end = starts[at + wanted.length]!;
  const space = start > LEAD ? text.indexOf(' ', start - LEAD) : -1;
  const from = space >= 0 && space < start ? space + 1 : start > LEAD ? start : 0;
  const after = text.slice(end, end + TAIL);
  return {
    before: `${from > 0 ? '…' : ''}${text.slice(from, start)}`,
    match: text.slice(start, end),
    after: end + TAIL < text.length ? `${after}…` : after,
  };
}
