/** A sentence that nobody can follow by ear. */
import { LONGEST_SENTENCE } from '../scan.ts';
import type { DrawingCheck } from './drawing.ts';
import { placeOf } from './texts.ts';

export const sentenceTooLong: DrawingCheck = ({ texts }) =>
  texts.remarkable
    .filter((spoken) => spoken.scan.text.length > LONGEST_SENTENCE)
    .map((spoken) => ({
      code: 'sentence-too-long',
      severity: 'hint',
      at: placeOf(spoken),
      params: { count: spoken.scan.text.length, most: LONGEST_SENTENCE },
    }));
