/** What callers say, and the value that is understood; null where nothing should be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item, ScriptLanguage, ValueType } from '../../script/script.ts';
import { chooseAmong } from './choose.ts';
import { digitsIn, numbersIn } from './numbers.ts';
import { isNothing, readRefusal, recognise, recogniseVolunteered } from './recognise.ts';
import { wordsOf } from './words.ts';

/** A Wednesday. */
const now = Date.UTC(2026, 10, 25, 9);

const item = (type: ValueType, choices: readonly string[] = []): Item => ({
  key: 'k',
  label: 'x',
  type,
  choices,
  optional: false,
});

const TABLE: readonly (readonly [ScriptLanguage, ValueType, string, string | null])[] = [
  ['fr', 'name', 'Je m’appelle anna martin', 'Anna Martin'],
  ['fr', 'name', 'Oui, bonjour, c’est Jean-Pierre de la Tour', 'Jean-Pierre De La Tour'],
  ['fr', 'name', 'au nom de Dupont, s’il vous plaît', 'Dupont'],
  ['fr', 'name', 'pourquoi ?', null],
  ['en', 'name', "Hi, I'm Anna O'Neill", "Anna O'Neill"],
  ['en', 'name', 'My name is bob and I need help', 'Bob'],
  ['fr', 'phone', 'C’est le 06 12 34 56 78', '0612345678'],
  ['fr', 'phone', 'zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit', '0612345678'],
  ['fr', 'phone', 'plus trente-trois six douze trente-quatre cinquante-six quatre-vingt-dix', '+33612345690'],
  ['en', 'phone', '+1 (415) 555-0100', '+14155550100'],
  ['en', 'phone', 'four one five, double five five, oh one oh oh', '4155550100'],
  ['en', 'phone', 'call me', null],
  ['fr', 'email', 'anna point martin arobase exemple point fr', 'anna.martin@exemple.fr'],
  ['en', 'email', 'It is Bob-Smith at example dot com', 'bob-smith@example.com'],
  ['en', 'email', 'I have none', null],
  ['fr', 'date', 'demain', '2026-11-26'],
  ['fr', 'date', 'après-demain matin', '2026-11-27'],
  ['fr', 'date', 'lundi prochain', '2026-11-30'],
  ['fr', 'date', 'mercredi', '2026-12-02'],
  ['fr', 'date', 'le 12 mars', '2027-03-12'],
  ['fr', 'date', 'le premier décembre', '2026-12-01'],
  ['fr', 'date', 'le trois janvier 2028', '2028-01-03'],
  ['fr', 'date', '03/12/2026', '2026-12-03'],
  ['en', 'date', 'March 12th', '2027-03-12'],
  ['en', 'date', '3/12/2027', '2027-03-12'],
  ['en', 'date', 'next Friday please', '2026-11-27'],
  ['en', 'date', 'February 30', null],
  ['en', 'date', 'as soon as possible', null],
  ['fr', 'time', 'à quatorze heures trente', '14:30'],
  ['fr', 'time', '14h30', '14:30'],
  ['fr', 'time', 'dix heures et demie', '10:30'],
  ['fr', 'time', 'neuf heures moins le quart', '08:45'],
  ['fr', 'time', 'midi et quart', '12:15'],
  ['fr', 'time', 'trois heures de l’après-midi', '15:00'],
  ['en', 'time', 'half past two', '02:30'],
  ['en', 'time', 'a quarter to nine', '08:45'],
  ['en', 'time', '2 pm', '14:00'],
  ['en', 'time', 'at 9:15', '09:15'],
  ['en', 'time', 'noon', '12:00'],
  ['en', 'time', 'whenever', null],
  ['fr', 'number', 'nous serons huit', '8'],
  ['fr', 'number', 'une douzaine', '12'],
  ['fr', 'number', 'quatre-vingt-douze', '92'],
  ['fr', 'number', 'deux cent cinquante', '250'],
  ['en', 'number', 'twenty-five people', '25'],
  ['en', 'number', '3.5', '3.5'],
  ['en', 'number', 'a lot', null],
  ['fr', 'number', 'environ 8 000 euros', '8000'],
  ['fr', 'number', 'quatre, enfin non, plutôt cinq', '5'],
  ['en', 'number', 'four, no wait, five', '5'],
  ['en', 'date', 'Monday, sorry, I mean Tuesday', '2026-12-01'],
  ['fr', 'phone', '06 12 34 56 78, pardon, 06 12 34 56 79', '0612345679'],
  ['fr', 'yes-no', 'oui, tout à fait', 'yes'],
  ['fr', 'yes-no', 'non, pas du tout', 'no'],
  ['en', 'yes-no', 'yeah sure', 'yes'],
  ['en', 'yes-no', 'never', 'no'],
  ['en', 'yes-no', 'the weather is nice', null],
  ['fr', 'address', '12 rue de la Paix,  Paris', '12 rue de la Paix, Paris'],
  ['en', 'text', '…', null],
];

describe('recognise', () => {
  it.each(TABLE)('%s %s: %s → %s', (language, type, text, value) => {
    expect(recognise(item(type), text, { language, now })).toBe(value);
  });

  it('takes a choice word for word', () => {
    const rooms = item('choice', ['En terrasse', 'À l’intérieur']);
    expect(recognise(rooms, 'plutôt la terrasse', { language: 'fr', now })).toBe('En terrasse');
    expect(recognise(rooms, 'interieur svp', { language: 'fr', now })).toBe('À l’intérieur');
    expect(recognise(rooms, 'le deuxième', { language: 'fr', now })).toBe('À l’intérieur');
    expect(recognise(rooms, 'je ne vois pas', { language: 'fr', now })).toBeNull();
  });
});

describe('refusals', () => {
  it.each([
    ['je préfère ne pas le dire', 'strong'],
    ['Je ne veux pas répondre', 'strong'],
    ["I'd rather not say", 'strong'],
    ["I don't want to give it", 'strong'],
    ['non merci', 'weak'],
    ['no, thanks', 'weak'],
    ['je ne sais pas', 'weak'],
    ['Je ne veux pas.', 'strong'],
    ['I won’t say', 'strong'],
    ['Anna Martin', null],
    ['oui', null],
    ['je ne veux pas de poisson', null],
    ['I don’t want onions', null],
    ['je préfère ne pas venir lundi', null],
  ] as const)('%s → %s', (text, kind) => {
    expect(readRefusal(text)).toBe(kind);
  });

  it('knows nothing from something', () => {
    expect(isNothing('Non')).toBe(true);
    expect(isNothing('nothing, thanks')).toBe(true);
    expect(isNothing('une poussette')).toBe(false);
  });
});

describe('numbers', () => {
  it.each([
    ['vingt et un', [21]],
    ['soixante et onze', [71]],
    ['quatre-vingts', [80]],
    ['cent trois', [103]],
    ['mille neuf cent', [1900]],
    ['three hundred and five', [305]],
    ['dix-sept ou dix-huit', [17, 18]],
    ['six 12', [6, 12]],
    ['un peu', [1]],
    ['8 000', [8000]],
    ['8\u202f000,50 euros', [8000.5]],
    ['12 345 678', [12_345_678]],
    ['8,000 dollars', [8000]],
    ['1,234,567.89', [1_234_567.89]],
    ['0,125', [0.125]],
    ['2,5', [2.5]],
    ['8 mille', [8000]],
    ['8k', [8000]],
    ['cent vingt mille', [120_000]],
    ['two hundred thousand', [200_000]],
    ['deux mille vingt-six', [2026]],
    ['mille deux cent trente', [1230]],
    ['trois millions deux cent mille', [3_200_000]],
    ['one million and five', [1_000_005]],
    ['2,5 millions', [2_500_000]],
    ['trois virgule cinq', [3.5]],
    ['two point two five', [2.25]],
    ['deux et demi', [2.5]],
    ['three and a half', [3.5]],
    ['deux douzaines', [24]],
    ['a couple, maybe three', [2, 3]],
    ['415 555 0100', [415_555, 100]],
  ] as const)('%s → %j', (text, values) => {
    expect(numbersIn(text).map(({ value }) => value)).toEqual(values);
  });

  it('keeps leading zeros of digits', () => {
    expect(digitsIn('01 42 zéro huit')).toBe('014208');
    expect(digitsIn('415 555 0100')).toBe('4155550100');
    expect(digitsIn('zéro six point douze point trente-quatre')).toBe('061234');
  });
});

describe('chooseAmong', () => {
  const wishes = [
    { label: 'Prendre un rendez-vous', examples: ['je voudrais voir le docteur', 'un rdv'] },
    { label: 'Renouveler une ordonnance', examples: ['mon traitement'] },
    { label: 'Annuler ou déplacer un rendez-vous', examples: [] },
  ];
  it.each([
    ['Bonjour, je voudrais prendre rendez-vous', 0],
    ['il me faut un RDV', 0],
    ['c’est pour le renouvellement de mon ordonnance', 1],
    ['j’aimerais annuler mon rendez-vous', 2],
    ['déplacer', 2],
    ['un rdv', 0],
    ['quel temps fait-il', null],
    ['', null],
  ] as const)('%s → %s', (text, index) => {
    expect(chooseAmong(text, wishes)).toBe(index);
  });
});

it('a wish said in its own words is found, whatever the words', () => {
  const seed = Number(process.env.SEED ?? 20261123);
  const label = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => wordsOf(text).length > 0),
    fc.constantFrom('Oui', 'Non', 'Pour vous', 'une table', 'la table', '2', 'deux'),
  );
  const labels = fc.uniqueArray(label, {
    minLength: 1,
    maxLength: 6,
    selector: (text) => wordsOf(text).join(' '),
  });
  fc.assert(
    fc.property(labels, fc.nat(), (texts, pick) => {
      const index = pick % texts.length;
      const wishes = texts.map((text) => ({ label: text, examples: [] }));
      expect(chooseAmong(texts[index]!, wishes)).toBe(index);
    }),
    { seed },
  );
});

describe('what is volunteered', () => {
  it.each([
    ['phone', 'Anna, au 06 12 34 56 78', '0612345678'],
    ['phone', 'on 415-555-0100 please', '4155550100'],
    ['phone', 'le 12/03/2027 à 14h30', null],
    ['phone', 'le 12 mars 2027, nous serons 10', null],
    ['date', '06.12.34.56.78', null],
    ['date', 'Anna, pour demain', '2026-11-26'],
    ['time', 'I live at 12 Baker Street', null],
    ['time', 'tomorrow at 8 pm', '20:00'],
    ['number', 'nous serons huit', null],
    ['name', 'Anna', null],
  ] as const)('%s in: %s → %s', (type, text, value) => {
    expect(recogniseVolunteered(item(type), text, { language: 'fr', now })).toBe(value);
  });
});
