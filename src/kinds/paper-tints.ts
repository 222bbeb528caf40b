/** The colours of notes and sections as the screen shows them: the class of each background. */
import type { PaperColor } from './paper.ts';

export const PAPER_TINTS: Readonly<Record<PaperColor, string>> = {
  yellow: 'bg-paper',
  blue: 'bg-family-speak-tint',
  green: 'bg-family-act-tint',
  grey: 'bg-fill',
};
