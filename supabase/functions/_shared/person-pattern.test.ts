import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personNumber } from './person-pattern.ts';
import { spokenNumber } from './redaction/spoken-numbers.ts';

const patternOf = (written: string) => new RegExp(personNumber(written)!.pattern, 'u');

describe('personNumber', () => {
  it.each([
    '+33612345678',
    '0612345678',
    '06 12 34 56 78',
    '06.12.34.56.78',
    '06-12-34-56-78',
    '0033 6 12 34 56 78',
    '+33 6 12 34 56 78',
    'Rappelez le 06 12 34 56 78, merci',
    '{"phone":"+33 612 345 678"}',
  ])('finds a French mobile in %j', (text) => {
    expect(text).toMatch(patternOf('06 12 34 56 78'));
  });

  it.each(['0612345679', '+33612345678901', '10612345678', '06 12 34 56', '+44612345678'])(
    'does not find it in %j',
    (text) => {
      expect(text).not.toMatch(patternOf('06 12 34 56 78'));
    },
  );

  it.each([
    'zéro six douze trente-quatre cinquante-six soixante-dix-huit',
    'C’est le Zéro six, douze, euh trente quatre, cinquante six, soixante dix huit.',
    'zero six un deux trois quatre cinq six sept huit',
    'plus trente-trois six douze trente-quatre cinquante-six septante-huit',
    'zéro zéro trente-trois six douze trente-quatre cinquante-six soixante-dix-huit',
    'zéro six cent douze trois cent quarante-cinq six cent soixante-dix-huit',
    'oh six one two three four five six seven eight',
    'zero six, twelve, thirty-four, fifty-six, seventy-eight',
  ])('finds it in words: %s', (text) => {
    expect(text).toMatch(patternOf('06 12 34 56 78'));
  });

  it.each([
    'zéro six douze trente-quatre cinquante-six soixante-dix-neuf',
    'zéro six douze trente-quatre cinquante-six',
    'six douze trente-quatre cinquante-six soixante-dix-huit',
    'cent douze euros trente-quatre',
  ])('does not find it in words: %s', (text) => {
    expect(text).not.toMatch(patternOf('06 12 34 56 78'));
  });

  it('finds every number in every way to say it, and no other number in it', () => {
    const digits = fc.stringMatching(/^[1-79][0-9]{8}$/);
    const say = (part: string) => fc.constantFrom(...spokenNumber(Number(part)));
    const spoken = (number: string) =>
      fc
        .tuple(...[...number].map((digit) => say(digit)), fc.constantFrom(' ', ', '))
        .map((parts) => parts.slice(0, -1).join(parts.at(-1)));
    const both = fc.tuple(digits, digits).filter(([one, other]) => one !== other);
    fc.assert(
      fc.property(
        both.chain(([one, other]) => fc.tuple(fc.constant(one), fc.constant(other), spoken(`0${one}`))),
        ([one, other, text]) => {
          expect(text).toMatch(patternOf(`+33${one}`));
          expect(text).not.toMatch(patternOf(`+33${other}`));
        },
      ),
      { numRuns: 60, seed: 20261130 },
    );
  });

  it('knows numbers of other countries by their code', () => {
    expect(personNumber('+44 20 7946 0018')?.number).toBe('+442079460018');
    expect('call 020 7946 0018').toMatch(patternOf('+44 20 7946 0018'));
  });

  it.each(['', 'hello', '12', '+'])('is null for %j', (written) => {
    expect(personNumber(written)).toBeNull();
  });
});
