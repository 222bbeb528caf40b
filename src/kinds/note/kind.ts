/** A note on the canvas: for the people who draw, never part of a call. Pure. */
import * as z from 'zod/mini';
import { defineKind } from '../../flow/kind.ts';
import { paperColor } from '../paper.ts';

export const LONGEST_NOTE = 2000;

const schema = z.strictObject({ text: z.string().check(z.maxLength(LONGEST_NOTE)), color: paperColor });
export type NoteData = z.infer<typeof schema>;

export const note = defineKind<'note', NoteData>({
  id: 'note',
  family: 'aid',
  schema,
  create: () => ({ text: '', color: 'yellow' }),
  exits: () => [],
  sentences: () => [],
  collects: () => [],
  uses: () => [],
  checks: [],
  // No link leads to an aid: neither is ever asked of a drawing.
  lower: () => ({ instruction: { do: 'end', tool: 'endCall', closing: '' }, tools: [] }),
  simulate: () => ({ said: [], result: { type: 'ended', end: 'hung-up' } }),
  examples: {
    reminder: { text: 'Voir avec le Dr Martin pour les urgences du samedi.', color: 'yellow' },
    empty: { text: '', color: 'grey' },
  },
});
