/** A way out that leads nowhere: the caller would hear an apology and the call would end. */
import type { Problem } from '../problem.ts';
import type { DrawingCheck } from './drawing.ts';

export const unwiredExit: DrawingCheck = ({ steps }) => {
  const found: Problem[] = [];
  for (const { id, isReached, facts, out } of steps) {
    if (!facts || !isReached || out.length === facts.exits.length) continue;
    for (const exit of facts.exits)
      if (!out.some((edge) => edge.exit === exit.id))
        found.push({
          code: 'unwired-exit',
          severity: exit.role === 'failure' ? 'warning' : 'error',
          at: { node: id, exit: exit.id },
          params: exit.label ? { label: exit.label } : {},
        });
  }
  return found;
};
