/** One of several choices leads to the same step as "something else": it need not be recognised, and may be mistaken. */
import type { Problem } from '../problem.ts';
import type { DrawingCheck } from './drawing.ts';

/** With fewer, "no" and "something else" may well mean the same. */
const MANY = 3;

export const choiceLikeOtherwise: DrawingCheck = ({ steps }) => {
  const found: Problem[] = [];
  for (const { id, facts, out } of steps) {
    if (!facts || facts.exits.length <= MANY) continue;
    const otherwise = facts.exits.find((exit) => exit.role === 'failure');
    const to = otherwise && out.find((edge) => edge.exit === otherwise.id)?.to;
    if (to === undefined || out.every((edge) => edge.to === to)) continue;
    for (const edge of out) {
      const exit = edge.to === to ? facts.exits.find((one) => one.id === edge.exit) : undefined;
      if (exit?.role === 'case')
        found.push({
          code: 'choice-like-otherwise',
          severity: 'hint',
          at: { node: id, exit: exit.id },
          params: { label: exit.label ?? '' },
        });
    }
  }
  return found;
};
