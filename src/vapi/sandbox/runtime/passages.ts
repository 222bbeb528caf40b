/** Finds the part of a text that answers a question: words in common, accents and endings aside. Pure and deterministic. */
import { stemsOf } from '../model/words.ts';

/** Longest answer that is read out, characters. */
const LONGEST = 600;

/**
 * The paragraph that shares most of the question's words, at least half of them; null when none does. A heading goes with
 * what follows it. Among equals the first.
 */
export function passageFor(question: string, texts: readonly string[]): string | null {
  const asked = stemsOf(question);
  if (asked.size === 0) return null;
  let best: { readonly text: string; readonly score: number } | null = null;
  for (const text of texts.flatMap(paragraphsOf)) {
    const words = stemsOf(text);
    const score = [...asked].filter((word) => words.has(word)).length / asked.size;
    if (score >= 0.5 && score > (best?.score ?? 0)) best = { text, score };
  }
  return best?.text.slice(0, LONGEST) ?? null;
}

function paragraphsOf(text: string): string[] {
  const blocks = text.split(/\r?\n\s*\r?\n/).map((block) => block.replaceAll(/\s+/gu, ' ').trim());
  const paragraphs: string[] = [];
  let heading = '';
  for (const block of blocks.filter((one) => one !== '')) {
    if (/^#+ \S/.test(block) && block.length < 80) heading = `${block.replace(/^#+ /, '')}. `;
    else paragraphs.push(`${heading}${block}`);
  }
  return paragraphs;
}
