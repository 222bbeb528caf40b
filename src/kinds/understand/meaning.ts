/** What a phrase means, for telling choices apart. Pure. */

/** They carry none. Small letters without accents. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an the of to for in on at and or i my me we you your it is would like want need please un une le la les l des de du d et ou au aux en dans pour par sur avec ce je j mon ma mes vous votre vos est voudrais veux'.split(
    ' ',
  ),
);

const NOT_PLAIN = /[^\x20-\x7e]/;

/** The words that carry meaning, without accents and the endings of plurals, sorted: equal for phrases that mean the same. */
export function meaning(phrase: string): string {
  const plain = NOT_PLAIN.test(phrase) ? phrase.normalize('NFD').replaceAll(/\p{M}/gu, '') : phrase;
  const words = new Set<string>();
  for (const word of plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    if (!SMALL_WORDS.has(word)) words.add(word.replace(/(?:es|s|x)$/, ''));
  // A space before each, so that a word of which nothing is left still counts.
  return [...words]
    .sort()
    .map((word) => ` ${word}`)
    .join('');
}
