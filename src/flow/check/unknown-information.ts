/** A sentence or setting that names an information which does not exist. */
import { type InformationId, informationIn } from '../document.ts';
import type { Problem } from '../problem.ts';
import type { DrawingCheck } from './check.ts';

export const unknownInformation: DrawingCheck = ({ document, graph, registry }) =>
  graph.nodes.flatMap((id): Problem[] => {
    const node = document.nodes[id]!;
    const kind = registry.get(node.kind);
    if (!kind) return [];
    const missing = (information: InformationId) => !Object.hasOwn(document.information, information);
    const chips = kind.sentences(node.data).flatMap(({ field, text }) =>
      informationIn(text)
        .filter(missing)
        .map((information) => ({ field, information })),
    );
    const used = kind
      .uses(node.data)
      .filter(missing)
      .map((information) => ({ information }));
    return [...chips, ...used].map((at) => ({
      code: 'unknown-information',
      severity: 'error',
      at: { node: id, ...at },
      params: { information: at.information },
    }));
  });
