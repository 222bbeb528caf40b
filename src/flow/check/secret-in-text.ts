/** A key or password stands in a sentence: it would be read aloud, and kept in every transcript. */
import type { DrawingCheck } from './drawing.ts';
import { exchange, placeOf } from './texts.ts';

export const secretInText: DrawingCheck = ({ texts }) =>
  texts.remarkable.flatMap((spoken) =>
    spoken.scan.secret === null
      ? []
      : [
          {
            code: 'secret-in-text',
            severity: 'warning',
            at: placeOf(spoken),
            params: {},
            fix: exchange(
              spoken,
              spoken.scan.text.replace(spoken.scan.secret, '').replaceAll('  ', ' ').trim(),
            ),
          },
        ],
  );
