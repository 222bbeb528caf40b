/** A link from or to something that is not there. */
import type { EdgeId } from '../document.ts';
import type { DrawingCheck } from './check.ts';

export const danglingLink: DrawingCheck = ({ document, graph }) =>
  (Object.keys(document.edges) as EdgeId[])
    .filter((id) => {
      const edge = document.edges[id]!;
      return graph.next(edge.from, edge.exit)?.id !== id;
    })
    .map((edge) => ({
      code: 'dangling-link',
      severity: 'warning',
      at: { edge },
      params: {},
      fix: { command: 'disconnect', args: { edge } },
    }));
