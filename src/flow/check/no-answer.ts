/** Nothing answers the call. */
import type { DrawingCheck } from './drawing.ts';

export const noAnswer: DrawingCheck = ({ graph }) =>
  graph.entry === null ? [{ code: 'no-answer', severity: 'error', at: {}, params: {} }] : [];
