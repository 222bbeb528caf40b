/** That nothing in a usual form is overlooked, and nothing around it is lost: generated numbers, written and spoken. */
import * as fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { HIDDEN_KINDS, type HiddenKind } from '../../../../src/publish/hidden-kinds.ts';
import { MASK, redact } from './redact.ts';
import { englishNumber, frenchNumber, spokenHundreds, spokenYear } from './spoken-numbers.ts';

const RUNS = Number(process.env.RUNS ?? 300);
const SEED = Number(process.env.SEED ?? 20261130);
const NOW = Date.UTC(2026, 10, 30);
const hide = (text: string) =>
  redact(text, { kinds: new Set(HIDDEN_KINDS), countries: ['FR', 'GB'], now: NOW });

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
const inGroups = (text: string, size: number, gap: string) =>
  (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(gap);
const oneOf = (options: readonly string[]) => fc.constantFrom(...options);

const oneByOne = (say: (digit: number) => readonly string[]) => (text: string) =>
  fc
    .tuple(...[...text].map((digit) => oneOf(say(Number(digit)))), oneOf([' ', ', ']))
    .map((parts) => parts.slice(0, -1).join(parts.at(-1)));
const inFrench = oneByOne(frenchNumber);
const inEnglish = oneByOne(englishNumber);
/** Two digits at a time: “zéro six douze”. */
const inPairs = (text: string) =>
  fc
    .tuple(
      ...inGroups(text, 2, ' ')
        .split(' ')
        .map((pair) =>
          pair.startsWith('0') && pair.length === 2
            ? oneOf([`zéro ${frenchNumber(Number(pair[1]))[0]}`])
            : oneOf(frenchNumber(Number(pair))),
        ),
      fc.boolean(),
    )
    .map((parts) => {
      const words = parts.slice(0, -1).map((part) => String(part));
      return words.map((word) => (parts.at(-1) ? word.replaceAll(' ', '-') : word)).join(' ');
    });
const written =
  (...gaps: string[]) =>
  (text: string) =>
    oneOf(gaps.map((gap) => inGroups(text, 2, gap)));

const french = fc
  .tuple(oneOf(['1', '2', '3', '4', '5', '6', '7', '9']), digits(8))
  .map(([zone, rest]) => `0${zone}${rest}`)
  .filter((number) => parsePhoneNumberFromString(number, 'FR')?.isValid() === true);
const british = fc
  .tuple(oneOf(['20', '7']), digits(9))
  .map(([zone, rest]) => `0${zone}${rest.slice(0, 10 - zone.length)}`)
  .filter((number) => parsePhoneNumberFromString(number, 'GB')?.isValid() === true);
const groupsOfThree = (number: string) =>
  fc
    .tuple(
      ...[1, 4, 7]
        .map((at) => Number(number.slice(at, at + 3)))
        .map((value) => oneOf(spokenHundreds(value).filter((words) => !/hundred/.test(words)))),
    )
    .map((groups) => ['zéro', ...groups].join(' '));
const phone = fc.oneof(
  french,
  french.chain(written(' ', '.', '-', ' ')),
  french.map((number) => `+33${number.slice(1)}`),
  french.map((number) => `+33 ${number[1]} ${inGroups(number.slice(2), 2, ' ')}`),
  french.map((number) => `+33 (0)${number[1]} ${inGroups(number.slice(2), 2, ' ')}`),
  french.map((number) => `0033 ${number.slice(1)}`),
  french.chain(inFrench),
  french.chain(inPairs),
  french.chain((number) =>
    inPairs(number.slice(2)).map((rest) => `plus trente-trois ${frenchNumber(Number(number[1]))[0]} ${rest}`),
  ),
  french.filter((number) => [1, 4, 7].every((at) => number[at] !== '0')).chain(groupsOfThree),
  british,
  british.map((number) => `${number.slice(0, 5)} ${number.slice(5)}`),
  british.map((number) => `+44 ${number.slice(1)}`),
  british.chain(inEnglish),
);

function withCheckDigit(body: string): string {
  const last = Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).find((number) => {
    const values = [...number].reverse().map((digit, place) => Number(digit) * (place % 2 ? 2 : 1));
    return values.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0;
  });
  return last!;
}
const cardNumber = fc.oneof(
  fc
    .tuple(oneOf(['4', '51', '55', '2221', '6011', '3530']), digits(15))
    .map(([start, rest]) => withCheckDigit((start + rest).slice(0, 15))),
  fc.tuple(oneOf(['34', '37']), digits(12)).map((parts) => withCheckDigit(parts.join(''))),
);
const card = fc.oneof(
  cardNumber,
  cardNumber.chain((number) => oneOf([' ', '-'].map((gap) => inGroups(number, 4, gap)))),
  cardNumber.chain(inFrench),
  cardNumber.chain(inEnglish),
  cardNumber.chain(inPairs),
);

const remainder = (text: string) => [...text].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
const accountNumber = fc
  .tuple(fc.constantFrom<[string, number]>(['FR', 23], ['DE', 18], ['BE', 12], ['ES', 20]), digits(23))
  .map(([[country, length], rest]) => {
    const body = rest.slice(0, length);
    const letters = [...country].map((letter) => parseInt(letter, 36)).join('');
    return `${country}${String(98 - remainder(`${body}${letters}00`)).padStart(2, '0')}${body}`;
  });
const iban = fc.oneof(
  accountNumber,
  accountNumber.map((number) => number.toLowerCase()),
  accountNumber.map((number) => inGroups(number, 4, ' ')),
  accountNumber.chain((number) =>
    inFrench(number.slice(2)).map((said) => `${number[0]} ${number[1]} ${said}`),
  ),
);

const social = fc
  .record({
    sex: oneOf(['1', '2']),
    year: digits(2),
    month: fc.integer({ min: 1, max: 12 }),
    place: oneOf(['75', '13', '06', '2A', '2B', '97']),
    rest: digits(6),
  })
  .map(({ sex, year, month, place, rest }) => {
    const body = `${sex}${year}${String(month).padStart(2, '0')}${place}${rest}`;
    const number = body.replace('2A', '19').replace('2B', '18');
    return `${body}${String(97 - remainder(number)).padStart(2, '0')}`;
  });
const nirInGroups = (number: string) => {
  const cuts = [0, 1, 3, 5, 7, 10, 13, 15];
  return cuts
    .slice(1)
    .map((to, index) => number.slice(cuts[index], to))
    .join(' ');
};
const nir = fc.oneof(
  social,
  social.map(nirInGroups),
  social.filter((number) => /^\d+$/.test(number)).chain(inFrench),
  social
    .filter((number) => /^\d+$/.test(number))
    .chain((number) =>
      inPairs(number.slice(1)).map((rest) => `${frenchNumber(Number(number[0]))[0]} ${rest}`),
    ),
);

const name = fc.stringMatching(/^[a-z]{2,9}$/);
const email = fc
  .tuple(name, oneOf(['.', '-', '_', '']), name, name, oneOf(['fr', 'com', 'org']))
  .chain(([first, joint, last, house, end]) => {
    const said = { '.': ' point ', '-': ' tiret ', _: ' underscore ', '': '' }[joint] ?? '';
    const saidInEnglish = { '.': ' dot ', '-': ' dash ', _: ' underscore ', '': '' }[joint] ?? '';
    return oneOf([
      `${first}${joint}${last}@${house}.${end}`,
      `${first}${said}${last} arobase ${house} point ${end}`,
      `${first}${saidInEnglish}${last} at ${house} dot ${end}`,
    ]);
  });

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(' ');
const two = (value: number) => String(value).padStart(2, '0');
const birth = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 0, max: 11 }),
    year: fc.integer({ min: 1930, max: 2024 }),
  })
  .chain(({ day, month, year }) =>
    oneOf([
      ...['/', '.', '-', ' '].map((gap) => [two(day), two(month + 1), year].join(gap)),
      `${year}-${two(month + 1)}-${two(day)}`,
      `${day} ${MONTHS[month]} ${year}`,
      `${day === 1 ? '1er' : day} ${MONTHS[month]} ${year}`,
      `${ENGLISH_MONTHS[month]} ${day}, ${year}`,
      ...spokenYear(year).map((said) => `${frenchNumber(day)[0]} ${MONTHS[month]} ${said}`),
      ...spokenYear(year).map((said) => `${englishNumber(day)[0]} of ${ENGLISH_MONTHS[month]} ${said}`),
    ]),
  );

const GENERATED: Readonly<Record<HiddenKind, fc.Arbitrary<string>>> = {
  card,
  iban,
  nir,
  email,
  phone,
  'birth-date': birth,
};
const around = fc.constantFrom<[string, string]>(
  ['', ''],
  ['Oui, alors c’est le ', ', merci beaucoup.'],
  ['Je vous le donne : ', '. Rappelez-moi demain matin.'],
  ['Yes, it is ', ', thank you.'],
  ['Nous serons quatre samedi : ', ' !'],
);

describe.each(HIDDEN_KINDS)('%s', (kind) => {
  it(`is never overlooked, and what stands around it stays (${RUNS} texts)`, () => {
    fc.assert(
      fc.property(GENERATED[kind], around, (secret, [before, after]) => {
        expect(hide(before + secret + after)).toBe(before + MASK + after);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    console.info(`${kind}: ${RUNS} generated texts, 0 overlooked (seed ${SEED})`);
  });
});

it('takes any text, and what was hidden once stays as it is', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    phone,
    card,
    oneOf(['et', 'double', 'plus', '+', 'mars', MASK]),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = hide(pieces.join(' '));
      expect(hide(once)).toBe(once);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
