/** Nobody can be reached: no step on any way passes the call on to a person. */
import type { DrawingCheck } from './drawing.ts';

/** A drawing that has only begun is not blamed. */
const FEW_STEPS = 4;

export const noPerson: DrawingCheck = ({ graph, steps }) => {
  if (graph.reachable.size < FEW_STEPS) return [];
  // A step that leaves the call and can fail is one that looks for somebody.
  const isReachable = steps.some(
    ({ isReached, kind, facts }) => isReached && kind?.family === 'leave' && facts!.exits.length > 0,
  );
  return isReachable ? [] : [{ code: 'no-person', severity: 'hint', at: {}, params: {} }];
};
