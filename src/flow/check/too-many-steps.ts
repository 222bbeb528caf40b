/** So many steps in one part of the drawing that an assistant loses its way; sections would cut them. */
import type { DrawingCheck } from './drawing.ts';

const MOST_STEPS = 60;

export const tooManySteps: DrawingCheck = ({ graph, steps }) => {
  if (graph.reachable.size <= MOST_STEPS) return [];
  const sizes = new Map<string, number>();
  for (const { node, isReached } of steps)
    if (isReached) sizes.set(node.section ?? '', (sizes.get(node.section ?? '') ?? 0) + 1);
  const count = Math.max(...sizes.values());
  return count <= MOST_STEPS
    ? []
    : [{ code: 'too-many-steps', severity: 'hint', at: {}, params: { count, most: MOST_STEPS } }];
};
