/** Choices that callers' words could not tell apart. Pure. */
import { fingerprint } from './fingerprint.ts';
import type { UnderstandData } from './kind.ts';
import { meaning } from './meaning.ts';

export interface Overlap {
  readonly index: number;
  readonly choice: string;
  readonly other: string;
}

/** Each choice that shares a phrase, small words and endings aside, with an earlier one. */
export function overlapsIn(data: UnderstandData): readonly Overlap[] {
  if (!mayOverlap(data)) return [];
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

/** Whether two choices have phrases with one fingerprint, or with none: only then is it worth while to compare meanings. */
function mayOverlap({ choices }: UnderstandData): boolean {
  const owners = new Map<number, number>();
  for (let index = 0; index < choices.length; index += 1) {
    const { label, examples } = choices[index]!;
    for (let at = -1; at < examples.length; at += 1) {
      const print = fingerprint(at < 0 ? label : examples[at]!);
      if (print === null) return true;
      const owner = print === 0 ? index : owners.get(print);
      if (owner === undefined) owners.set(print, index);
      else if (owner !== index) return true;
    }
  }
  return false;
}
