/** Words of spoken English and French: folding, stems and stop words. Pure; knows no dialogue. */

/** What a function made of the last texts: the same phrases are compared with every line of every conversation. */
function remembering<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST_KNOWN) known.clear();
    const value = make(text);
    known.set(text, value);
    return value;
  };
}

const MOST_KNOWN = 5000;

/** Lower case, without accents, typographic apostrophes made plain. */
export const fold = remembering((text) =>
  text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’‘`]/g, "'"),
);

/** Words of a text, folded; digits count as words. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/\p{L}+|\d+/gu) ?? [];
}

const STOP = new Set(
  (
    'a an the of to for in on at and or is are be am was i me my we our you your it its this that there with would ' +
    'like want please hello hi good morning afternoon evening day can could do does did have has need will about from by as so just some any ' +
    'un une le la les des de du d l et ou a au aux en dans pour par sur avec ce cet cette ces c s qu que qui est sont suis etre ai as avez avoir ' +
    'je j tu il elle on nous vous ils me m te t se mon ma mes votre vos notre nos son sa ses leur voudrais voudrait veux souhaite souhaiterais ' +
    'aimerais bonjour bonsoir merci s si plait plais svp alors euh bien donc'
  ).split(' '),
);

const SYNONYMS: Readonly<Record<string, string>> = {
  rdv: 'rendez',
  appt: 'appointment',
  ok: 'yes',
  yeah: 'yes',
  yep: 'yes',
  oui: 'yes',
  ouais: 'yes',
  non: 'no',
  nope: 'no',
};

/** A crude stem, the same for most forms of a word in either language. */
export function stem(word: string): string {
  const plain = SYNONYMS[word] ?? word;
  const short = plain.replace(
    /(ations?|ements?|ments?|ions?|ings?|euses?|eurs?|ers?|ees?|ed|ez|es|e|s|x)$/,
    '',
  );
  return (short.length >= 3 ? short : plain).slice(0, 7);
}

/** Stems of the words that carry meaning, repeated ones once. */
export const stemsOf = remembering(
  (text): ReadonlySet<string> =>
    new Set(
      wordsOf(text)
        .filter((word) => !STOP.has(word))
        .map(stem),
    ),
);
