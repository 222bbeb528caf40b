/** Whether the caller's questions were answered, as far as what was said shows it. Pure. */
import type { ExitId } from '../../flow/document.ts';
import type { SaidAtStep } from '../../flow/kind.ts';
import { foldedWords } from '../../lib/folded-words.ts';
import type { InformData } from './kind.ts';

/** So many of an answer's words have to be heard: it is said in the assistant's own. */
const SHARE = 0.6;

/**
 * A question that is not understood is asked about once: whoever was asked, and not told an answer, leaves without one. Nothing is to be
 * told where documents are answered from, whose words nobody knows.
 */
export function leftBy(
  { invitation, facts, files = [] }: InformData,
  { heard, lines }: SaidAtStep,
): ExitId | undefined {
  const latest = heard.at(-1);
  if (files.length > 0 || lines.length === 0) return undefined;
  if (latest === undefined) return 'satisfied';
  const said = new Set(foldedWords(latest).split(' '));
  const isIn = (text: string) => {
    const words = foldedWords(text).split(' ');
    return text.trim() !== '' && words.filter((word) => said.has(word)).length >= SHARE * words.length;
  };
  if (facts.some(({ answer }) => isIn(answer))) return 'satisfied';
  return isIn(invitation) ? undefined : 'could-not-answer';
}
