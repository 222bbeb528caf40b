/** A sentence in another language than the call: it would be read with the wrong voice. Judged by common words. */
import type { CallLanguage } from '../document.ts';
import type { DrawingCheck } from './drawing.ts';
import { placeOf } from './texts.ts';

export const otherLanguage: DrawingCheck = ({ document, texts }) => {
  const other: CallLanguage = document.language === 'fr' ? 'en' : 'fr';
  const foreign = texts.remarkable.filter(({ scan }) => scan.looks === other);
  // When most of the flow speaks it, the language of the call is what is wrong.
  const isCallWrong = foreign.length * 2 > texts.count;
  return foreign.map((spoken) => ({
    code: 'other-language',
    severity: 'hint',
    at: placeOf(spoken),
    params: { language: document.language },
    ...(isCallWrong ? { fix: { command: 'edit-settings', args: { language: other } } } : {}),
  }));
};
