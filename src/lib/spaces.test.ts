/** White space is folded the same way whether the text was in order or not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSpaces } from './spaces.ts';

const seed = Number(process.env.SEED ?? 20261123);

describe('folding white space', () => {
  it(`is replacing each run and trimming (seed ${seed})`, () => {
    const text = fc.array(
      fc.constantFrom('a', 'é', ' ', '  ', '\n', '\t', '\u00a0', '\u202f', '\ufeff', '🙂'),
    );
    fc.assert(
      fc.property(text, (parts) => {
        const written = parts.join('');
        expect(foldSpaces(written)).toBe(written.replaceAll(/\s+/gu, ' ').trim());
      }),
      { seed, numRuns: 2000 },
    );
  });
});
