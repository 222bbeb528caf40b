/** Whatever is chosen or decided, the same step follows. */
import type { Problem } from '../problem.ts';
import type { DrawingCheck } from './drawing.ts';

export const choiceWithoutEffect: DrawingCheck = ({ steps }) => {
  const found: Problem[] = [];
  for (const { id, facts, out, next } of steps) {
    if (!facts || out.length < 2 || out.length !== facts.exits.length) continue;
    if (next.every((place) => place === next[0]) && facts.exits.some((exit) => exit.role === 'case'))
      found.push({ code: 'choice-without-effect', severity: 'warning', at: { node: id }, params: {} });
  }
  return found;
};
