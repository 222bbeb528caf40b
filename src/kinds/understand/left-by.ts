/** Which choice the caller's own words name, as far as they do. Pure. */
import type { ExitId } from '../../flow/document.ts';
import type { SaidAtStep } from '../../flow/kind.ts';
import { foldedWords } from '../../lib/folded-words.ts';
import type { UnderstandData } from './kind.ts';

/** Null where the latest words name none of the choices, or several: the question is put again, then. */
export function leftBy({ choices }: UnderstandData, { lines }: SaidAtStep): ExitId | null | undefined {
  const line = lines.at(-1);
  if (line === undefined) return undefined;
  const words = ` ${foldedWords(line)} `;
  const isNamed = (phrase: string) => phrase.trim() !== '' && words.includes(` ${foldedWords(phrase)} `);
  const named = choices.filter(({ label, examples }) => isNamed(label) || examples.some(isNamed));
  return named.length === 1 ? named[0]!.id : null;
}
