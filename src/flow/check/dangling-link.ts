/** A link from or to something that is not there. */
import type { EdgeId } from '../document.ts';
import type { DrawingCheck } from './drawing.ts';

export const danglingLink: DrawingCheck = ({ document, graph, registry }) => {
  // Which ways out a step of an unknown kind has is not for us to say: its links are kept with it.
  const isUnknown = (edge: EdgeId) => {
    const from = document.nodes[document.edges[edge]!.from];
    return from !== undefined && !registry.has(from.kind);
  };
  return graph.unlinked
    .filter((edge) => !isUnknown(edge))
    .map((edge) => ({
      code: 'dangling-link',
      severity: 'warning',
      at: { edge },
      params: {},
      fix: { command: 'disconnect', args: { edge }, safe: true },
    }));
};
