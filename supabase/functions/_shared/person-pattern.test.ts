import { describe, expect, it } from 'vitest';
import { personNumber } from './person-pattern.ts';

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

  it('knows numbers of other countries by their code', () => {
    expect(personNumber('+44 20 7946 0018')?.number).toBe('+442079460018');
    expect('call 020 7946 0018').toMatch(patternOf('+44 20 7946 0018'));
  });

  it.each(['', 'hello', '12', '+'])('is null for %j', (written) => {
    expect(personNumber(written)).toBeNull();
  });
});
