/** So much text that the instructions of the assistant grow slow and expensive. */
import type { DrawingCheck } from './drawing.ts';

/** Characters of sentences; with what is written around them about 10,000 tokens. */
const MOST_CHARACTERS = 20_000;

export const tooMuchText: DrawingCheck = ({ texts }) =>
  texts.characters <= MOST_CHARACTERS
    ? []
    : [
        {
          code: 'too-much-text',
          severity: 'hint',
          at: {},
          params: { count: texts.characters, most: MOST_CHARACTERS },
        },
      ];
