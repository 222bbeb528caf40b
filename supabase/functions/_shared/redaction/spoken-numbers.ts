/** How numbers below a thousand, and years, are spoken in French and in English. Tables, made once. Knows no text. */

const FRENCH_ONES = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix sept',
  'dix huit',
  'dix neuf',
];
const FRENCH_TENS = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante'];
const ENGLISH_ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const ENGLISH_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Belgium and Switzerland count their own way. */
const ELSEWHERE: readonly (readonly [string, number])[] = [
  ['septante', 70],
  ['huitante', 80],
  ['octante', 80],
  ['nonante', 90],
];

function frenchTens(tens: string, value: number): readonly string[] {
  const one = value % 10;
  if (one === 0) return [tens];
  return one === 1 ? [`${tens} et un`, `${tens} un`] : [`${tens} ${FRENCH_ONES[one]}`];
}

/** Every way to say 0 to 99 in French, words apart by one space, accents as they are written. */
export function frenchNumber(value: number): readonly string[] {
  const elsewhere = ELSEWHERE.filter(([, tens]) => value >= tens && value < tens + 10).flatMap(([word]) =>
    frenchTens(word, value),
  );
  if (value < 20) return [FRENCH_ONES[value]!];
  if (value < 70) return frenchTens(FRENCH_TENS[Math.floor(value / 10)]!, value);
  if (value < 80) {
    const rest = FRENCH_ONES[value - 60]!;
    return [...(value === 71 ? ['soixante et onze'] : []), `soixante ${rest}`, ...elsewhere];
  }
  if (value === 80) return ['quatre vingts', 'quatre vingt', ...elsewhere];
  return [`quatre vingt ${FRENCH_ONES[value - 80]}`, ...elsewhere];
}

/** Every way to say 0 to 99 in English. */
export function englishNumber(value: number): readonly string[] {
  if (value === 0) return ['zero', 'oh', 'o', 'nought'];
  if (value < 20) return [ENGLISH_ONES[value]!];
  const tens = ENGLISH_TENS[Math.floor(value / 10)]!;
  return [value % 10 === 0 ? tens : `${tens} ${ENGLISH_ONES[value % 10]}`];
}

function frenchHundreds(value: number): readonly string[] {
  const hundreds = Math.floor(value / 100);
  const starts =
    hundreds === 1 ? ['cent'] : [`${FRENCH_ONES[hundreds]} cent`, `${FRENCH_ONES[hundreds]} cents`];
  const rest = value % 100;
  return rest === 0
    ? starts
    : starts.flatMap((start) => frenchNumber(rest).map((words) => `${start} ${words}`));
}

function englishHundreds(value: number): readonly string[] {
  const starts = [`${ENGLISH_ONES[Math.floor(value / 100)]} hundred`, ...(value < 200 ? ['a hundred'] : [])];
  const rest = value % 100;
  if (rest === 0) return starts;
  const ends = englishNumber(rest);
  return starts.flatMap((start) => ends.flatMap((end) => [`${start} ${end}`, `${start} and ${end}`]));
}

/** What a person says for a three-digit group, 100 to 999. */
export function spokenHundreds(value: number): readonly string[] {
  return [...frenchHundreds(value), ...englishHundreds(value)];
}

/** Digit, or two or three of them, as words of either language. */
export function spokenNumber(value: number): readonly string[] {
  return value < 100 ? [...frenchNumber(value), ...englishNumber(value)] : spokenHundreds(value);
}

/** The ways to say a year from 1900 to 2099. */
export function spokenYear(year: number): readonly string[] {
  const rest = year % 100;
  const french = year < 2000 ? ['mille neuf cent', 'mille neuf cents', 'dix neuf cent'] : ['deux mille'];
  const english = year < 2000 ? ['nineteen'] : ['twenty'];
  const after = (starts: readonly string[], ends: readonly string[]) =>
    starts.flatMap((start) => ends.map((end) => `${start} ${end}`));
  if (rest === 0) return year === 1900 ? [...french, 'nineteen hundred'] : [...french, 'two thousand'];
  const ends = englishNumber(rest).flatMap((words) => (rest < 10 ? [`oh ${words}`, `o ${words}`] : [words]));
  return [
    ...after(french, frenchNumber(rest)),
    ...after(english, ends),
    ...(year < 2000 ? [] : after(['two thousand', 'two thousand and'], englishNumber(rest))),
  ];
}

/** Words as they are compared: small letters, no accents, one space between. */
export function plainWords(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}

const table = (from: number, to: number, digits: number, say: (value: number) => readonly string[]) =>
  Array.from({ length: to - from }, (_, index) => index + from).flatMap((value) =>
    say(value).map((words): [string, string] => [plainWords(words), String(value).padStart(digits, '0')]),
  );

/** Phrases and the digits that they stand for: 0 to 999. */
export const SPOKEN_DIGITS: ReadonlyMap<string, string> = new Map([
  ...table(0, 100, 1, spokenNumber),
  ...table(100, 1000, 1, spokenHundreds),
]);

export const SPOKEN_YEARS: ReadonlyMap<string, string> = new Map(table(1900, 2100, 4, spokenYear));

/** No phrase has more words. */
export const LONGEST_PHRASE = Math.max(
  ...[...SPOKEN_DIGITS.keys(), ...SPOKEN_YEARS.keys()].map((phrase) => phrase.split(' ').length),
);
