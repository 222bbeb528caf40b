/** Choices that callers' words could not tell apart. Pure. */
import type { UnderstandData } from './kind.ts';

export interface Overlap {
  readonly index: number;
  readonly choice: string;
  readonly other: string;
}

const SMALL = new Set(
  'a an the of to for in on at and or i my me we you your it is would like want need please un une le la les l des de du d et ou au aux en dans pour par sur avec ce je j mon ma mes vous votre vos est voudrais veux'.split(
    ' ',
  ),
);

/** Each choice that shares a phrase, small words and endings aside, with an earlier one. */
export function overlapsIn(data: UnderstandData): readonly Overlap[] {
  const rows = data.choices.map((choice) => ({
    label: choice.label.trim(),
    phrases: [choice.label, ...choice.examples].map(meaning).filter((words) => words !== ''),
    excluded: (choice.counterExamples ?? []).map(meaning),
  }));
  const found: Overlap[] = [];
  rows.forEach((row, index) => {
    const same = (other: (typeof rows)[number]) =>
      // Equal names are another problem.
      row.label.toLowerCase() !== other.label.toLowerCase() &&
      row.phrases.some((phrase) => other.phrases.includes(phrase)) &&
      // Somebody has said which of the two it is.
      ![...row.phrases, ...other.phrases].some(
        (phrase) => row.excluded.includes(phrase) || other.excluded.includes(phrase),
      );
    const other = rows.slice(0, index).find(same);
    if (other) found.push({ index, choice: row.label, other: other.label });
  });
  return found;
}

export interface Contradiction {
  readonly index: number;
  readonly choice: string;
  readonly example: string;
  /** Those that can stay. */
  readonly counterExamples: readonly string[];
}

/** Each choice one of whose counter-examples is its own name or example. */
export function contradictionsIn({ choices }: UnderstandData): readonly Contradiction[] {
  return choices.flatMap(({ label, examples, counterExamples = [] }, index) => {
    if (counterExamples.length === 0) return [];
    const own = [label, ...examples].map(meaning).filter((words) => words !== '');
    const isOwn = (phrase: string) => own.includes(meaning(phrase));
    const example = counterExamples.find(isOwn);
    const rest = counterExamples.filter((phrase) => !isOwn(phrase));
    return example === undefined ? [] : [{ index, choice: label.trim(), example, counterExamples: rest }];
  });
}

const NOT_PLAIN = /[^\x20-\x7e]/;

/** The words that carry meaning, without accents and the endings of plurals, sorted: equal for phrases that mean the same. */
function meaning(phrase: string): string {
  const plain = NOT_PLAIN.test(phrase) ? phrase.normalize('NFD').replaceAll(/\p{M}/gu, '') : phrase;
  const words = new Set<string>();
  for (const word of plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    if (!SMALL.has(word)) words.add(word.replace(/(?:es|s|x)$/, ''));
  // A space before each, so that a word of which nothing is left still counts.
  return [...words]
    .sort()
    .map((word) => ` ${word}`)
    .join('');
}
