/** Braces of a template language in a sentence: they are spoken as they stand, they compute nothing. */
import type { DrawingCheck } from './drawing.ts';
import { exchange, placeOf } from './texts.ts';

/** Chips are kept, other pairs of braces go. */
const MARKS = /(\{\{[a-zA-Z][a-zA-Z0-9_]{0,39}\}\})|\{[{%#]|[}%#]\}/g;

export const templateMarks: DrawingCheck = ({ texts }) =>
  texts.remarkable
    .filter((spoken) => spoken.scan.hasMarks)
    .map((spoken) => ({
      code: 'template-marks',
      severity: 'warning',
      at: placeOf(spoken),
      params: {},
      fix: exchange(
        spoken,
        spoken.scan.text
          .replaceAll(MARKS, (_, chip: string | undefined) => chip ?? '')
          .replaceAll('  ', ' ')
          .trim(),
      ),
    }));
