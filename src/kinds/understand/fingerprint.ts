/**
 * A number for what a phrase means: the same for phrases that mean the same (`meaning.ts`), seldom for others. Most choices of
 * most drawings share nothing, and one walk over their letters shows it. Pure; makes no garbage.
 */
import { SMALL_WORDS } from './meaning.ts';

/** Of every Latin-1 code the plain small letter or digit that it is read as; 0 for what stands between words. */
const LETTERS = Uint8Array.from({ length: 256 }, (_, code) => {
  const plain = String.fromCharCode(code).normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return /^[\p{L}\p{N}]$/u.test(plain) ? plain.charCodeAt(0) : 0;
});

/** Typographic punctuation; beyond Latin-1 nothing else is read here. */
const isPunctuation = (code: number) => code >= 0x2000 && code <= 0x206f;

const SEED = 7;
const step = (hash: number, letter: number) => (Math.imul(hash, 31) + letter) | 0;
const SMALL = new Map(
  [...SMALL_WORDS].map((word) => [
    [...word].reduce((hash, letter) => step(hash, letter.charCodeAt(0)), SEED),
    word,
  ]),
);

/** Whether the word that ends before `end` is a small one, letter by letter: other words may have its number. */
function isSmall(word: number, phrase: string, end: number): boolean {
  const small = SMALL.get(word);
  if (small === undefined) return false;
  const start = end - small.length;
  for (let at = 0; at < small.length; at += 1)
    if (LETTERS[phrase.charCodeAt(start + at)] !== small.charCodeAt(at)) return false;
  return true;
}

const E = 'e'.charCodeAt(0);
const S = 's'.charCodeAt(0);
const X = 'x'.charCodeAt(0);

/** Null for a phrase that is not read here. 0 for one without a word that carries meaning. */
export function fingerprint(phrase: string): number | null {
  seen.length = 0;
  let sum = 0;
  /** The word so far, and as it was one and two letters ago. */
  let word = SEED;
  let before = SEED;
  let earlier = SEED;
  let last = 0;
  let lastButOne = 0;
  for (let at = 0; at <= phrase.length; at += 1) {
    const code = at < phrase.length ? phrase.charCodeAt(at) : 0;
    if (code > 255 && !isPunctuation(code)) return null;
    const letter = code > 255 ? 0 : LETTERS[code]!;
    if (letter !== 0) {
      earlier = before;
      before = word;
      word = step(word, letter);
      lastButOne = last;
      last = letter;
      continue;
    }
    if (last !== 0 && !isSmall(word, phrase, at))
      sum =
        (sum + once(last === S && lastButOne === E ? earlier : last === S || last === X ? before : word)) | 0;
    word = SEED;
    last = 0;
    lastButOne = 0;
  }
  return sum === 0 && seen.length > 0 ? null : sum;
}

/** Words of the phrase that is being read. */
const seen: number[] = [];

/** What a word adds: nothing when the phrase has it already. Mixed, so that sums of different words differ. */
function once(word: number): number {
  if (seen.includes(word)) return 0;
  seen.push(word);
  return Math.imul(word ^ (word >>> 15), 0x2c1b3c6d) | 1;
}
