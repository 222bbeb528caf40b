/** A step of a kind that this version does not know. */
import type { DrawingCheck } from './check.ts';

export const unknownKind: DrawingCheck = ({ document, graph, registry }) =>
  graph.nodes
    .filter((node) => !registry.has(document.nodes[node]!.kind))
    .map((node) => ({
      code: 'unknown-kind',
      severity: 'error',
      at: { node },
      params: { kind: document.nodes[node]!.kind },
    }));
