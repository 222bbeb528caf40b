/** Numbers that belong to one person, known by their check digits: payment cards, accounts, the French social security number. */
import { type Found, type Readable, readAll, type Search } from './readings.ts';

/** Of every network that issues cards: the first digits, and how many there are. */
const CARDS =
  /^(?:4\d{15}(?:\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|(?:5[06-9]|6\d)\d{14,17}|35\d{14})$/;

/** The check digit of cards, ISO/IEC 7812. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const card: Search = {
  longest: 19,
  hopeful: (digits) => /^[2-6]/.test(digits),
  found: (digits) => CARDS.test(digits) && passesLuhn(digits),
};

/** Lengths by country, ISO 13616 registry: the euro zone, its neighbours and what is met in France. */
const ACCOUNTS: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IS: 26,
  IT: 27,
  LB: 28,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MA: 28,
  MC: 27,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  SA: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TN: 24,
  TR: 26,
  UA: 29,
};

function remainder(digits: string): number {
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
}

function isAccount(code: string): boolean {
  const moved = code.slice(4) + code.slice(0, 4);
  return remainder([...moved].map((each) => parseInt(each, 36)).join('')) === 1;
}

const account: Search = {
  longest: 31,
  letters: true,
  hopeful: (code) => {
    const country = Object.keys(ACCOUNTS).find((each) => each.startsWith(code.slice(0, 2)));
    return country !== undefined && /^[A-Z]{1,2}$|^[A-Z]{2}\d{1,2}/.test(code);
  },
  found: (code) => code.length === ACCOUNTS[code.slice(0, 2)] && isAccount(code),
};

/** Sex, year, month, department (2A and 2B in Corsica), commune, order. */
const PERSON = /^[1278]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6}/;

function isPerson(code: string): boolean {
  if (!PERSON.test(code)) return false;
  const number = code.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - remainder(number) === Number(code.slice(13));
}

/** Where the two digits of the key were left out, these words must stand before. */
const SOCIAL_SECURITY = /s[ée]cu|sociale?\b|\bnir\b|social security|carte vitale/i;

const person: Search = {
  longest: 15,
  letters: true,
  hopeful: (code) => /^[1278]\d{0,5}(?:$|[\dAB]\d*$)/.test(code),
  found: (code) => code.length === 15 && isPerson(code),
};
const withoutKey: Search = {
  ...person,
  longest: 13,
  found: (code) => code.length === 13 && PERSON.test(code),
};

export const findCards = (from: Readable): Found[] => readAll(from, card);
export const findAccounts = (from: Readable): Found[] => readAll(from, account);

export function findSocialSecurity(from: Readable): Found[] {
  const isSaid = (at: number) => SOCIAL_SECURITY.test(from.text.slice(Math.max(0, at - 80), at));
  return [...readAll(from, person), ...readAll(from, withoutKey).filter((found) => isSaid(found.from))];
}
