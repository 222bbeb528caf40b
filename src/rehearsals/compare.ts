/** A conversation before and after an edit, turn beside turn, with the words that differ. Pure. */
import { foldedWords } from '../lib/folded-words.ts';
import type { RecordedTurn } from './play.ts';

export interface Piece {
  readonly text: string;
  readonly isOther: boolean;
}

export interface ComparedSentence {
  readonly pieces: readonly Piece[];
  readonly node: string | null;
}

export interface ComparedTurn {
  /** What the caller said; null before anybody has. */
  readonly line: string | null;
  readonly before: readonly ComparedSentence[];
  readonly after: readonly ComparedSentence[];
  readonly differs: boolean;
}

/** A turn that only one of them has differs. Capitals and punctuation make no difference; another step does. */
export function compareTurns(
  before: readonly RecordedTurn[],
  after: readonly RecordedTurn[],
): ComparedTurn[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => {
    const [one, other] = [before[index], after[index]];
    const texts = [one, other].map((turn) => (turn?.said ?? []).map(({ text }) => text).join(' '));
    const isSame =
      one !== undefined &&
      other !== undefined &&
      foldedWords(texts[0]!) === foldedWords(texts[1]!) &&
      stepsOf(one) === stepsOf(other);
    const [beforePieces, afterPieces] = isSame
      ? [whole(one.said), whole(other.said)]
      : marked(one?.said ?? [], other?.said ?? []);
    return {
      line: one?.line ?? other?.line ?? null,
      before: beforePieces,
      after: afterPieces,
      differs: !isSame,
    };
  });
}

type Said = RecordedTurn['said'];

function stepsOf({ said }: RecordedTurn): string {
  return said.map(({ node }) => node ?? '').join('\n');
}

function whole(said: Said): ComparedSentence[] {
  return said.map(({ text, node }) => ({ node, pieces: [{ text, isOther: false }] }));
}

/** Sentence by sentence; inside one, the words that the other has not. */
function marked(before: Said, after: Said): [ComparedSentence[], ComparedSentence[]] {
  const others = (mine: Said, theirs: Said) =>
    mine.map(({ text, node }, index) => ({ node, pieces: otherWords(text, theirs[index]?.text ?? '') }));
  return [others(before, after), others(after, before)];
}

/** The text in pieces: words that are not, in this order, in the other one are marked. */
export function otherWords(text: string, other: string): Piece[] {
  const mine = text.split(/(?<=\s)/u);
  const kept = commonPlaces(mine.map(foldedWords), other.split(/(?<=\s)/u).map(foldedWords));
  const pieces: { text: string; isOther: boolean }[] = [];
  for (const [place, word] of mine.entries()) {
    const isOther = !kept.has(place);
    const last = pieces.at(-1);
    if (last?.isOther === isOther) last.text += word;
    else pieces.push({ text: word, isOther });
  }
  return pieces;
}

/** The longest common sequence; places in the first list. */
function commonPlaces(one: readonly string[], two: readonly string[]): Set<number> {
  const width = two.length + 1;
  const longest = new Uint16Array((one.length + 1) * width);
  for (let row = one.length - 1; row >= 0; row -= 1)
    for (let column = two.length - 1; column >= 0; column -= 1)
      longest[row * width + column] =
        one[row] === two[column]
          ? longest[(row + 1) * width + column + 1]! + 1
          : Math.max(longest[(row + 1) * width + column]!, longest[row * width + column + 1]!);
  const places = new Set<number>();
  for (let row = 0, column = 0; row < one.length && column < two.length; ) {
    if (one[row] === two[column]) {
      places.add(row);
      row += 1;
      column += 1;
    } else if (longest[(row + 1) * width + column]! >= longest[row * width + column + 1]!) row += 1;
    else column += 1;
  }
  return places;
}
