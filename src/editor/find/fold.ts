/** Text as it is compared while finding: without case, accents and the letters that keyboards lack. Pure. */

const LETTERS: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ς: 'σ', '’': "'" };
const NOT_PLAIN = /[^\t\n\r -~]/;

export function fold(text: string): string {
  if (!NOT_PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[œæßøς’]/g, (letter) => LETTERS[letter] ?? letter);
}

/** `starts[i]` is where the letter of `folded[i]` stands in the text; one more entry for the end. */
export function foldWithPlaces(text: string): {
  readonly folded: string;
  readonly starts: readonly number[];
} {
  let folded = '';
  let at = 0;
  const starts: number[] = [];
  for (const letter of text) {
    const plain = fold(letter);
    for (let unit = 0; unit < plain.length; unit += 1) starts.push(at);
    folded += plain;
    at += letter.length;
  }
  starts.push(at);
  return { folded, starts };
}
