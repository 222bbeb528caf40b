/** A step of a kind that this version does not know. */
import type { DrawingCheck } from './drawing.ts';

export const unknownKind: DrawingCheck = ({ steps }) =>
  steps
    .filter((step) => step.kind === undefined)
    .map(({ id, node }) => ({
      code: 'unknown-kind',
      severity: 'error',
      at: { node: id },
      params: { kind: node.kind },
    }));
