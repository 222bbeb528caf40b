/** Steps that lead back to each other without ever waiting for somebody: the assistant would talk for ever. */
import { components } from '../graph.ts';
import type { DrawingCheck } from './check.ts';

export const circleWithoutListening: DrawingCheck = ({ document, graph, registry }) =>
  components(graph)
    .filter((nodes) => nodes.length > 1 || graph.out(nodes[0]!).some((edge) => edge.to === nodes[0]))
    .filter((nodes) => !nodes.some((node) => registry.get(document.nodes[node]!.kind)?.family === 'listen'))
    .map((nodes) => ({
      code: 'circle-without-listening',
      severity: 'error',
      at: { node: [...nodes].sort()[0]! },
      params: { count: nodes.length },
    }));
