/** An information is spoken or used where some way through the flow has not asked for it yet. */
import { type InformationId, informationIn } from '../document.ts';
import type { Problem } from '../problem.ts';
import type { DrawingCheck } from './check.ts';

export const informationNotCollected: DrawingCheck = ({ document, graph, registry, known }) =>
  graph.nodes.flatMap((id): Problem[] => {
    const node = document.nodes[id]!;
    const kind = registry.get(node.kind);
    const before = known.get(id);
    if (!kind || !before) return [];
    const asked = new Set(kind.exits(node.data).flatMap((exit) => kind.collects(node.data, exit.id)));
    const unknown = (information: InformationId) =>
      Object.hasOwn(document.information, information) && !before.has(information);
    const spoken = kind.sentences(node.data).flatMap(({ field, text }) =>
      informationIn(text)
        .filter(unknown)
        .map((information) => ({ field, information })),
    );
    const decided =
      kind.family === 'decide'
        ? kind
            .uses(node.data)
            .filter((information) => unknown(information) && !asked.has(information))
            .map((information) => ({ information }))
        : [];
    return [...spoken, ...decided].map((at) => ({
      code: 'information-not-collected',
      severity: 'warning',
      at: { node: id, ...at },
      params: { information: document.information[at.information]!.name },
    }));
  });
