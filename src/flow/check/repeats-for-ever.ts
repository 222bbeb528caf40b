/** A step that failed leads back to itself: a caller who cannot answer is asked again and again. */
import type { Problem } from '../problem.ts';
import type { DrawingCheck } from './drawing.ts';

export const repeatsForEver: DrawingCheck = ({ steps }) => {
  const found: Problem[] = [];
  for (const step of steps)
    for (const edge of step.out) {
      if (edge.to !== step.id) continue;
      const exit = step.facts?.exits.find((one) => one.id === edge.exit);
      if (exit?.role === 'failure')
        found.push({
          code: 'repeats-for-ever',
          severity: 'warning',
          at: { node: step.id, exit: edge.exit },
          params: {},
          fix: { command: 'disconnect', args: { edge: edge.id } },
        });
    }
  return found;
};
