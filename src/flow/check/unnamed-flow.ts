/** A flow without a name: the assistant could not say for whom it answers. */
import type { DrawingCheck } from './drawing.ts';

export const unnamedFlow: DrawingCheck = ({ document, graph }) =>
  document.name.trim() === '' && graph.entry !== null
    ? [{ code: 'unnamed-flow', severity: 'hint', at: {}, params: {} }]
    : [];
