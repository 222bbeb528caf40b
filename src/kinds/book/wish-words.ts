/** Words of days and times as callers say them in French and English, brought to one spelling. Knows no calendar. Pure. */
import type { CallLanguage } from '../../flow/document.ts';

/** Monday first. */
export const WEEKDAYS = [
  'lundi|monday',
  'mardi|tuesday',
  'mercredi|wednesday',
  'jeudi|thursday',
  'vendredi|friday',
  'samedi|saturday',
  'dimanche|sunday',
] as const;

export const MONTHS = [
  'janvier|january|jan',
  'fevrier|february|feb',
  'mars|march',
  'avril|april|apr',
  'mai|may',
  'juin|june',
  'juillet|july',
  'aout|august|aug',
  'septembre|september|sept|sep',
  'octobre|october|oct',
  'novembre|november|nov',
  'decembre|december|dec',
] as const;

/** What changes the meaning of a wish in a way that is not understood here: the wish as a whole is not, then. */
export const UNCLEAR =
  /\b(?:pas|sauf|ni|ne|jamais|aucun|debut|fin|milieu|week ?end|not?|never|except|neither|nor|late|early|end|beginning|other than|but|midnight|minuit|mois|months?|year|annee?|fortnight|quinzaine|every|tous|toutes|chaque)\b|\b\w+n't\b|\bn'(?!importe)/;

/** Before a day these turn it into a limit. */
export const LIMIT =
  /\b(?:avant|before|by|apres|after|from|a partir d[eu]|des|until|till|since|depuis|jusqu'au?|d'ici(?: a)?|au plus tard)\s*(?:le |la |the |on )?$/;

const UNITS = {
  fr: 'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
} as const;
const TENS = { fr: 'vingt trente quarante cinquante', en: 'twenty thirty forty fifty' } as const;
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth';

function numberWords(language: CallLanguage): readonly (readonly [words: string, digits: string | number])[] {
  const units = UNITS[language].split(' ').map((word, value) => [word.replaceAll('-', ' '), value] as const);
  const tens = TENS[language].split(' ').map((word, index) => [word, 20 + 10 * index] as const);
  const digits = units.slice(1, 10);
  const joined = tens.flatMap(([ten, value]) =>
    digits.flatMap(([unit, more]) => [
      [`${ten} ${unit}`, value + more] as const,
      ...(language === 'fr' && more === 1 ? [[`${ten} et un`, value + 1] as const] : []),
    ]),
  );
  const ordinals = ORDINALS.split(' ');
  const ordinal =
    language === 'fr'
      ? [['premier', '1'] as const]
      : [
          ...ordinals.slice(0, 9).map((word, index) => [`twenty ${word}`, `${21 + index}th`] as const),
          ['thirty first', '31th'] as const,
          ['thirtieth', '30th'] as const,
          ...ordinals.map((word, index) => [word, `${index + 1}th`] as const),
        ];
  // Longest first; "un", "une" and "one" alone are mostly no numbers, and "sept" may be a month.
  return [...joined, ...ordinal, ...tens, ...units]
    .filter(([words]) => !['un', 'one', 'sept'].includes(words))
    .sort(([a], [b]) => b.length - a.length);
}

const NUMBERS: Readonly<Record<CallLanguage, readonly (readonly [RegExp, string])[]>> = {
  fr: asPatterns('fr'),
  en: asPatterns('en'),
};

function asPatterns(language: CallLanguage): (readonly [RegExp, string])[] {
  return [
    [/\bune? (?=heure|h\b)/g, '1 '],
    [/\bsept (?=heure|h\b)/g, '7 '],
    [/\bone (?=o'clock|[ap]\.?m\b|thirty|fifteen|forty|twenty|ten\b)/g, '1 '],
    [/(?<=\b(?:at|past|to|after|before|around|about|until|and) )one\b(?! of)/g, '1'],
    ...numberWords(language).map(
      ([words, value]) => [new RegExp(`\\b${words}\\b`, 'g'), String(value)] as const,
    ),
  ];
}

/** Small letters without accents, one sort of apostrophe and space, numbers as digits. */
export function foldWish(text: string, language: CallLanguage): string {
  let folded = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[’ʼ`´]/g, "'")
    .replaceAll(/(?<=[a-z])-(?=[a-z])/g, ' ')
    .replaceAll(/[\s,;!?]+/g, ' ')
    .trim();
  for (const [pattern, digits] of NUMBERS[language]) folded = folded.replaceAll(pattern, digits);
  return folded;
}
