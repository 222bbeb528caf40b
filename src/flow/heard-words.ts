/** Finds sentences of a drawing in what was heard, whatever their case, accents and punctuation. Knows no call. Pure. */
import { foldedWords } from '../lib/folded-words.ts';

/** What of a sentence is the same on every call: its text between the chips, where that says enough. */
export function spokenParts(sentence: string): string[] {
  return sentence
    .split(/\{\{[^{}]*\}\}/)
    .map(fold)
    .filter((part) => part.length >= 6);
}

/** Folded forms of the last texts: the sentences of a drawing are looked for in everything that was heard. */
const folded = new Map<string, string>();
const MOST_FOLDED = 2000;

export function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  if (folded.size >= MOST_FOLDED) folded.clear();
  const plain = foldedWords(text);
  folded.set(text, plain);
  return plain;
}
