/** Which of several wishes a caller means: words in common, accents and endings aside. Pure and deterministic. */
import { stemsOf, wordsOf } from './words.ts';

export interface Wish {
  readonly label: string;
  readonly examples: readonly string[];
  /** What sounds like the wish and is none. */
  readonly counterExamples?: readonly string[];
}

const ORDINALS: readonly RegExp[] = [
  /^(le |la |the )?(premiere?|first|1|un|une|one)( one)?$/,
  /^(le |la |the )?(deuxieme|seconde?|second|2|deux|two)( one)?$/,
  /^(le |la |the )?(troisieme|third|3|trois|three)( one)?$/,
  /^(le |la |the )?(quatrieme|fourth|4|quatre|four)( one)?$/,
];

/**
 * The index of the wish, or null when nothing fits. A word counts the less the more wishes share it; among equals
 * the phrase that was said most completely wins, then the first.
 */
export function chooseAmong(text: string, wishes: readonly Wish[]): number | null {
  const excluded = wishes.map((wish) => isCounterExample(text, wish));
  const left = wishes.flatMap((wish, index) => (excluded[index] ? [] : [{ wish, index }]));
  const index =
    left.length === wishes.length
      ? chosenOf(text, wishes)
      : chosenOf(
          text,
          left.map(({ wish }) => wish),
        );
  return index === null ? null : (left[index]?.index ?? null);
}

/** Whether the words are one of the wish's counter-examples, or contain one that says more than any of its own phrases. */
function isCounterExample(text: string, { label, examples, counterExamples = [] }: Wish): boolean {
  if (counterExamples.length === 0) return false;
  const said = stemsOf(text);
  const longest = (phrases: readonly string[]) =>
    Math.max(
      0,
      ...phrases.map(stemsOf).flatMap((phrase) => (covered(phrase, said) === 1 ? [phrase.size] : [])),
    );
  const plain = wordsOf(text).join(' ');
  if (counterExamples.some((phrase) => wordsOf(phrase).join(' ') === plain)) return true;
  return longest(counterExamples) > longest([label, ...examples]);
}

function chosenOf(text: string, wishes: readonly Wish[]): number | null {
  const plain = (phrase: string) => wordsOf(phrase).join(' ');
  const word = wishes.findIndex((wish) =>
    [wish.label, ...wish.examples].some((phrase) => plain(phrase) !== '' && plain(phrase) === plain(text)),
  );
  if (word >= 0) return word;
  const said = stemsOf(text);
  const phrases = wishes.map((wish) => [wish.label, ...wish.examples].map(stemsOf));
  const vocabularies = phrases.map((sets) => new Set(sets.flatMap((set) => [...set])));
  let best: { index: number; score: number; coverage: number } | null = null;
  for (const [index, vocabulary] of vocabularies.entries()) {
    let score = 0;
    for (const word of said)
      if (vocabulary.has(word)) score += 1 / vocabularies.filter((other) => other.has(word)).length;
    const coverage = Math.max(0, ...phrases[index]!.map((set) => covered(set, said)));
    if (score <= 0) continue;
    if (!best || score > best.score + 1e-9 || (score > best.score - 1e-9 && coverage > best.coverage))
      best = { index, score, coverage };
  }
  if (best && (best.score >= 0.5 || best.coverage === 1)) return best.index;
  const ordinal = ORDINALS.findIndex((pattern) => pattern.test(wordsOf(text).join(' ')));
  return ordinal >= 0 && ordinal < wishes.length ? ordinal : null;
}

/** Which part of a phrase's stems was said, 0 to 1. */
export function covered(phrase: ReadonlySet<string>, said: ReadonlySet<string>): number {
  if (phrase.size === 0) return 0;
  return [...phrase].filter((word) => said.has(word)).length / phrase.size;
}
