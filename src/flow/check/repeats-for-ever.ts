/** A step that failed leads back to itself: a caller who cannot answer is asked again and again. */
import type { Problem } from '../problem.ts';
import type { DrawingCheck } from './drawing.ts';

export const repeatsForEver: DrawingCheck = ({ steps }) => {
  const found: Problem[] = [];
  for (const step of steps)
    for (let way = 0; way < step.next.length; way += 1) {
      if (step.next[way] !== step.index) continue;
      const edge = step.out[way]!;
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
