import { describe, expect, test } from 'vitest';
import { formattersIn } from './format.ts';
import { frenchSpacing } from './french-spacing.ts';
import { chooseLanguage } from './language.ts';
import { defineMessages, messagesIn, showKeys } from './messages.ts';
import { maskPhone, writePhone } from './phone-number.ts';
import { pluralEn, pluralFr } from './plural.ts';

const bundle = defineMessages(
  {
    save: 'Save',
    found: (count: number) => pluralEn(count, { one: '# call', other: '# calls' }),
    deep: { a: 'A' },
  },
  {
    save: 'Enregistrer',
    found: (count) => pluralFr(count, { one: '# appel', other: '# appels' }),
    deep: { a: 'Â' },
  },
);

describe('messages', () => {
  test('are given in the language asked for', () => {
    expect(messagesIn(bundle, 'en').save).toBe('Save');
    expect(messagesIn(bundle, 'fr').deep.a).toBe('Â');
  });

  test('follow the plural rules of each language', () => {
    expect([0, 1, 2, 1000].map(messagesIn(bundle, 'en').found)).toEqual([
      '0 calls',
      '1 call',
      '2 calls',
      '1,000 calls',
    ]);
    expect([0, 1, 2].map(messagesIn(bundle, 'fr').found)).toEqual(['0 appel', '1 appel', '2 appels']);
  });

  test('can have words of their own for none', () => {
    expect(pluralEn(0, { zero: 'Nobody', one: '# person', other: '# people' })).toBe('Nobody');
  });

  test('show their keys and values when tested', () => {
    const keys = showKeys(bundle, 'en');
    expect([keys.save, keys.found(3), keys.deep.a]).toEqual(['⟦save⟧', '⟦found⟧ 3', '⟦deep.a⟧']);
    expect(showKeys(bundle, 'en')).toBe(keys);
  });
});

describe('French typography', () => {
  test.each([
    ['Oublié ?', 'Oublié\u202f?'],
    ['« Oui » : non ; si !', '«\u00a0Oui\u00a0»\u00a0: non\u202f; si\u202f!'],
    ['à 10:30, https://a.fr', 'à 10:30, https://a.fr'],
  ])('%s', (written, shown) => {
    expect(frenchSpacing(written)).toBe(shown);
    expect(defineMessages({ a: '' }, { a: written }).fr.a).toBe(shown);
    expect(defineMessages({ a: () => '' }, { a: () => written }).fr.a()).toBe(shown);
  });

  test('leaves English alone', () => {
    expect(defineMessages({ a: 'Why ?' }, { a: '' }).en.a).toBe('Why ?');
  });
});

describe('language of the screen', () => {
  test.each([
    [['fr-FR', 'en'], 'fr'],
    [['de-DE', 'fr-CA'], 'fr'],
    [['en-US'], 'en'],
    [['de'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (preferred, language) => {
    expect(chooseLanguage(preferred)).toBe(language);
  });
});

describe('phone numbers', () => {
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  test.each([
    ['+33612345678', '+33 6 12 34 56 78', '+33 • •• •• •• 78'],
    ['+14155550123', '+1 415 555 0123', '+1 ••• ••• ••23'],
    ['+442071838750', '+44 207 183 875 0', '+44 ••• ••• ••5 0'],
    ['anonymous', 'anonymous', '•••'],
    ['', '', ''],
  ])('%s is written %s and hidden as %s', (number, written, hidden) => {
    expect(plain(writePhone(number))).toBe(written);
    expect(plain(maskPhone(number))).toBe(hidden);
  });
});

describe('formatters', () => {
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  const fr = formattersIn('fr');
  const en = formattersIn('en');

  test('are made once a language', () => {
    expect(formattersIn('fr')).toBe(fr);
  });

  test.each([
    [0, '0s', '0 s', '0:00'],
    [5_400, '5s', '5 s', '0:05'],
    [60_000, '1m', '1 min', '1:00'],
    [125_000, '2m 5s', '2 min 5 s', '2:05'],
    [-1, '0s', '0 s', '0:00'],
  ])('%d ms is %s, %s, %s', (milliseconds, english, french, clock) => {
    expect(plain(en.duration(milliseconds))).toBe(english);
    expect(plain(fr.duration(milliseconds))).toBe(french);
    expect(en.clock(milliseconds)).toBe(clock);
  });

  test('tell how long ago something was', () => {
    const now = Date.parse('2026-03-14T12:00:00Z');
    const ago = (milliseconds: number) => fr.relative(now - milliseconds, now);
    expect([10_000, 300_000, 7_200_000, 86_400_000, 40 * 86_400_000].map(ago).map(plain)).toEqual([
      'à l’instant',
      'il y a 5 minutes',
      'il y a 2 heures',
      'hier',
      'le mois dernier',
    ]);
  });

  test('write money, lists and dates as the language does', () => {
    expect(plain(fr.money(1.5, 'EUR'))).toBe('1,50 €');
    expect(en.money(1.5, 'EUR')).toBe('€1.50');
    expect(fr.list(['a', 'b', 'c'])).toBe('a, b et c');
    expect(fr.date('2026-03-14T12:00:00Z')).toBe('14 mars 2026');
  });
});
