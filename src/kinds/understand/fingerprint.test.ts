import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';
import { meaning } from './meaning.ts';

const word = fc.constantFrom(
  ..."prendre un une rendez-vous rdv le la les des annuler annulé annules annulées Été été œufs oeuf es s x l’agenda l'agenda 2 ² ªb ß je voudrais vous déplacés déplace ş".split(
    ' ',
  ),
);
const phrase = fc.oneof(
  fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

describe('the fingerprint of a phrase', () => {
  it('is the same for phrases that mean the same', () => {
    const other = (text: string) => text.split(' ').reverse().join('  ').toUpperCase().toLowerCase();
    fc.assert(
      fc.property(phrase, phrase, (one, two) => {
        for (const [left, right] of [
          [one, two],
          [one, other(one)],
          [one, `${one} ${one}`],
        ] as const) {
          const prints = [fingerprint(left), fingerprint(right)];
          if (meaning(left) === meaning(right) && !prints.includes(null)) expect(prints[0]).toBe(prints[1]);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is 0 exactly for phrases without meaning', () => {
    fc.assert(
      fc.property(phrase, (text) => {
        const print = fingerprint(text);
        if (print !== null) expect(print === 0).toBe(meaning(text) === '');
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['prendre rendez-vous', 'annuler un rendez-vous'],
    ['devis', 'facture'],
    ['été', 'hiver'],
  ])('tells %s from %s', (one, two) => expect(fingerprint(one)).not.toBe(fingerprint(two)));

  it('does not read other scripts', () => expect(fingerprint('здравствуйте')).toBeNull());
});
