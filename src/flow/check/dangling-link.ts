/** A link from or to something that is not there. */
import type { EdgeId } from '../document.ts';
import type { DrawingCheck } from './drawing.ts';

export const danglingLink: DrawingCheck = ({ document, steps }) => {
  const edges = Object.keys(document.edges) as EdgeId[];
  let wired = 0;
  for (const step of steps) wired += step.out.length;
  if (wired === edges.length) return [];
  const found = new Set(steps.flatMap((step) => step.out.map((edge) => edge.id)));
  return edges
    .filter((id) => !found.has(id))
    .map((edge) => ({
      code: 'dangling-link',
      severity: 'warning',
      at: { edge },
      params: {},
      fix: { command: 'disconnect', args: { edge } },
    }));
};
