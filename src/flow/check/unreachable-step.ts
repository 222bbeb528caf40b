/** No call ever gets to this step. */
import type { DrawingCheck } from './drawing.ts';

export const unreachableStep: DrawingCheck = ({ graph, steps }) =>
  graph.entry === null
    ? []
    : steps
        .filter(({ isReached, kind }) => !isReached && kind?.family !== 'aid' && !kind?.entry)
        .map(({ id }) => ({
          code: 'unreachable-step',
          severity: 'warning',
          at: { node: id },
          params: {},
          fix: { command: 'delete-steps', args: { nodes: [id] } },
        }));
