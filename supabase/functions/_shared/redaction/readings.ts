/**
 * A text read as digits, however they are written or spoken. “soixante dix huit” may mean 78 or 60 and 18: every reading is
 * followed. Knows no kind of number; whoever asks says what it looks for.
 */
import { LONGEST_PHRASE, plainWords, SPOKEN_DIGITS } from './spoken-numbers.ts';

export interface Word {
  /** Small letters without accents, or digits. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A stretch of a text. `digits`: what it says, written in one way only. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

/** Letters stand alone or in words, digits in one piece. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*|\d+/gu)].map((match) => ({
    text: plainWords(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** A pause inside a number. A comma or semicolon is one only before a space: 12,50 is a price. */
const PAUSE = /^(?:[\s().\-‐‑–/\u00a0\u202f…]|[,;](?=\s|$))*$/u;
/** What people say between digits. */
const FILLERS: ReadonlySet<string> = new Set([
  'euh',
  'heu',
  'uh',
  'um',
  'puis',
  'then',
  'alors',
  'et',
  'and',
]);
const TIMES: Readonly<Record<string, number>> = { double: 2, triple: 3 };
const LETTERS = /^[a-z]{1,4}$/;

interface Step {
  /** Number of words. */
  readonly length: number;
  readonly digits: string;
}

/** A text cut into words, with what may be read at each of them. Made once for all that is looked for in it. */
export interface Readable {
  readonly text: string;
  readonly words: readonly Word[];
  /** `letters`: a few letters belong too, spelled one by one or as a code. */
  stepsAt(at: number, letters: boolean): readonly Step[];
  /** Where the next digits may begin after a pause; null when the number ends here. */
  afterPause(at: number): number | null;
}

export function readable(text: string): Readable {
  const words = wordsOf(text);
  const steps: (readonly Step[] | undefined)[] = [];
  const gapBefore = (at: number) => text.slice(words[at - 1]!.to, words[at]!.from);
  // Words of one spoken number: apart by a space or a hyphen.
  const isJoined = (at: number) => /^[\s\-‐‑]+$/u.test(gapBefore(at));
  const numbersAt = (at: number): Step[] => {
    const { text: first } = words[at]!;
    if (/^\d/.test(first)) return [{ length: 1, digits: first }];
    const found: Step[] = repeated(words, at);
    let phrase = first;
    for (let length = 1; ; length += 1) {
      const digits = SPOKEN_DIGITS.get(phrase);
      // The longest reading first: it is the likely one.
      if (digits !== undefined) found.unshift({ length, digits });
      const next = at + length;
      if (length >= LONGEST_PHRASE || next >= words.length || !isJoined(next)) return found;
      phrase = `${phrase} ${words[next]!.text}`;
    }
  };
  return {
    text,
    words,
    stepsAt: (at, letters) => {
      const numbers = steps[at] ?? numbersAt(at);
      steps[at] = numbers;
      return letters && isCode(text, words[at]!)
        ? [...numbers, { length: 1, digits: words[at]!.text.toUpperCase() }]
        : numbers;
    },
    afterPause: (at) => {
      let next = at;
      while (next < words.length && PAUSE.test(gapBefore(next))) {
        if (!FILLERS.has(words[next]!.text)) return next;
        next += 1;
      }
      return null;
    },
  };
}

/** A letter alone; several only in capitals or with digits right beside them: “it is” is no account in Italy. */
function isCode(text: string, { text: word, from, to }: Word): boolean {
  if (!LETTERS.test(word)) return false;
  return word.length === 1 || /^[A-Z]+$/.test(text.slice(from, to)) || /^\d/.test(text.slice(to, to + 1));
}

/** “double four”, “triple zéro”. */
function repeated(words: readonly Word[], at: number): Step[] {
  const times = TIMES[words[at]!.text];
  const next = words[at + 1]?.text;
  if (times === undefined || next === undefined) return [];
  const digit = /^\d$/.test(next) ? next : SPOKEN_DIGITS.get(next);
  return digit?.length === 1 ? [{ length: 2, digits: digit.repeat(times) }] : [];
}

export interface Search {
  readonly longest: number;
  readonly letters?: boolean;
  /** Whether the digits read so far are what is looked for. */
  readonly found: (digits: string) => boolean;
  /** Whether more digits could still lead to it. */
  readonly hopeful: (digits: string) => boolean;
}

export interface Reading {
  readonly to: number;
  /** The word after it. */
  readonly next: number;
  readonly digits: string;
}

/** So that no text takes long: as many readings are tried from one word. */
const MOST_READINGS = 1500;

/** The longest stretch that is what is looked for, from a word on; null when there is none. */
export function readingFrom(from: Readable, start: number, search: Search): Reading | null {
  const { text, words } = from;
  const all: Reading[] = [];
  let left = MOST_READINGS;
  const visit = (at: number, digits: string): void => {
    for (const step of from.stepsAt(at, search.letters ?? false)) {
      left -= 1;
      const whole = digits + step.digits;
      if (left < 0 || whole.length > search.longest || !search.hopeful(whole)) continue;
      const next = at + step.length;
      const { to } = words[next - 1]!;
      if (to > (all.at(-1)?.to ?? 0) && isFree(text, to) && search.found(whole))
        all.push({ to, next, digits: whole });
      const onward = from.afterPause(next);
      if (onward !== null) visit(onward, whole);
    }
  };
  if (isFreeBefore(text, words[start]!.from)) visit(start, '');
  return all.at(-1) ?? null;
}

/** A piece of a longer word or number is none, and neither is a time, a price or a share. */
function isFree(text: string, at: number): boolean {
  return !/^(?:[\p{L}\d]|[,:]\d|\s?(?:[€$£%]|euros?\b|pounds\b|dollars\b))/iu.test(text.slice(at, at + 9));
}

function isFreeBefore(text: string, at: number): boolean {
  return !/[\p{L}\d]$/u.test(text.slice(Math.max(0, at - 1), at));
}

/** All that is found in a text, first to last, none overlapping another. */
export function readAll(from: Readable, search: Search): Found[] {
  const all: Found[] = [];
  for (let at = 0; at < from.words.length; ) {
    const reading = readingFrom(from, at, search);
    if (reading) all.push({ from: from.words[at]!.from, to: reading.to, digits: reading.digits });
    at = reading?.next ?? at + 1;
  }
  return all;
}
