/** A way out that leads nowhere: the caller would hear an apology and the call would end. */
import { exitsOf } from '../facts.ts';
import type { Problem } from '../problem.ts';
import type { DrawingCheck } from './check.ts';

export const unwiredExit: DrawingCheck = ({ document, graph, registry }) =>
  graph.nodes.flatMap((id): Problem[] => {
    const exits = exitsOf(document.nodes[id]!, registry);
    if (!graph.reachable.has(id) || graph.out(id).length === exits.length) return [];
    return exits
      .filter((exit) => !graph.next(id, exit.id))
      .map((exit) => ({
        code: 'unwired-exit',
        severity: exit.role === 'failure' ? 'warning' : 'error',
        at: { node: id, exit: exit.id },
        params: exit.label ? { label: exit.label } : {},
      }));
  });
