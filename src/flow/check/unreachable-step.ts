/** No call ever gets to this step. */
import type { DrawingCheck } from './check.ts';

export const unreachableStep: DrawingCheck = ({ document, graph, registry }) =>
  graph.entry === null
    ? []
    : graph.nodes
        .filter(
          (node) =>
            !graph.reachable.has(node) &&
            registry.get(document.nodes[node]!.kind)?.family !== 'aid' &&
            !graph.entries.includes(node),
        )
        .map((node) => ({ code: 'unreachable-step', severity: 'warning', at: { node }, params: {} }));
