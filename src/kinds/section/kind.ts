/**
 * A section: a drawn part of the flow. Steps name the section they lie in (`node.section`); to the compiler it is a hint
 * where to cut members. No call ever gets to it. Pure.
 */
import * as z from 'zod/mini';
import { defineKind } from '../../flow/kind.ts';
import { paperColor } from '../paper.ts';

export const LONGEST_TITLE = 80;

const schema = z.strictObject({ title: z.string().check(z.maxLength(LONGEST_TITLE)), color: paperColor });
export type SectionData = z.infer<typeof schema>;

export const section = defineKind<'section', SectionData>({
  id: 'section',
  family: 'aid',
  gathers: true,
  schema,
  create: () => ({ title: '', color: 'blue' }),
  exits: () => [],
  sentences: () => [],
  collects: () => [],
  uses: () => [],
  checks: [],
  // No link leads to an aid: neither is ever asked of a drawing.
  lower: () => ({ instruction: { do: 'end', tool: 'endCall', closing: '' }, tools: [] }),
  simulate: () => ({ said: [], result: { type: 'ended', end: 'hung-up' } }),
  examples: {
    appointments: { title: 'Rendez-vous', color: 'blue' },
    untitled: { title: '', color: 'grey' },
  },
});
