/** Choices that callers' words could not tell apart. Pure; remembered by the step's data, which an edit replaces. */
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
const remembered = new WeakMap<object, readonly Overlap[]>();

/** Each choice that shares a phrase, small words and endings aside, with an earlier one. */
export function overlapsIn(data: UnderstandData): readonly Overlap[] {
  const known = remembered.get(data);
  if (known) return known;
  const rows = data.choices.map((choice) => ({
    label: choice.label.trim(),
    phrases: [choice.label, ...choice.examples].map(meaning).filter((words) => words.size > 0),
  }));
  const found: Overlap[] = [];
  rows.forEach((row, index) => {
    const same = (other: (typeof rows)[number]) =>
      // Equal names are another problem.
      row.label.toLowerCase() !== other.label.toLowerCase() &&
      row.phrases.some((one) => other.phrases.some((two) => one.size === two.size && contains(one, two)));
    const other = rows.slice(0, index).find(same);
    if (other) found.push({ index, choice: row.label, other: other.label });
  });
  remembered.set(data, found);
  return found;
}

function contains(one: ReadonlySet<string>, two: ReadonlySet<string>): boolean {
  for (const word of two) if (!one.has(word)) return false;
  return true;
}

/** The words that carry meaning, without accents and the endings of plurals. */
function meaning(phrase: string): ReadonlySet<string> {
  const words =
    phrase
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !SMALL.has(word)).map((word) => word.replace(/(?:es|s|x)$/, '')));
}
