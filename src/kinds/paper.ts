/** The colours of what is only drawn: notes and sections. Pure. */
import * as z from 'zod/mini';

export const PAPER_COLORS = ['yellow', 'blue', 'green', 'grey'] as const;
export type PaperColor = (typeof PAPER_COLORS)[number];
export const paperColor = z.enum(PAPER_COLORS);
