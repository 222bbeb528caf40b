/** Every way through the flow: the sequences of steps a call can take, circles bounded. Pure. */
import type { EdgeId, ExitId, FlowDocument, FlowEdge, NodeId } from './document.ts';
import { buildGraph } from './graph.ts';
import type { DrawnKinds } from './kind.ts';

export interface Way {
  readonly steps: readonly { readonly node: NodeId; readonly exit?: ExitId }[];
  /** `end`: a step without ways out; `nowhere`: a way out that leads nowhere; `circle`: it would go round once more. */
  readonly end: 'end' | 'nowhere' | 'circle';
}

export interface Ways {
  readonly ways: readonly Way[];
  /** True when there are more than `limit`. */
  readonly truncated: boolean;
}

/** Ways come in the order of the cards' rows; at most `limit` of them. On one way no link is taken twice. */
export function enumerateWays(document: FlowDocument, registry: DrawnKinds, limit = 10_000): Ways {
  return enumerate(document, registry, limit, (edge, _, taken) => taken.has(edge.id));
}

/** Those which come to no step twice: the ways that coverage counts (`coverage.ts`). */
export function enumerateStraightWays(document: FlowDocument, registry: DrawnKinds, limit = 10_000): Ways {
  return enumerate(document, registry, limit, (edge, steps) => steps.some(({ node }) => node === edge.to));
}

function enumerate(
  document: FlowDocument,
  registry: DrawnKinds,
  limit: number,
  goesRound: (edge: FlowEdge, steps: Way['steps'], taken: ReadonlySet<EdgeId>) => boolean,
): Ways {
  const graph = buildGraph(document, registry);
  const ways: Way[] = [];
  if (!graph.entry) return { ways, truncated: false };
  let truncated = false;
  const work: { node: NodeId; steps: Way['steps']; taken: ReadonlySet<EdgeId> }[] = [
    { node: graph.entry, steps: [], taken: new Set() },
  ];
  for (let frame = work.pop(); frame; frame = work.pop()) {
    if (ways.length >= limit) {
      truncated = true;
      break;
    }
    const { node, steps, taken } = frame;
    const exits = registry.get(document.nodes[node]!.kind)?.exits(document.nodes[node]!.data) ?? [];
    if (exits.length === 0) ways.push({ steps: [...steps, { node }], end: 'end' });
    const onward: typeof work = [];
    for (const exit of exits) {
      const here = [...steps, { node, exit: exit.id }];
      const edge = graph.next(node, exit.id);
      if (!edge) ways.push({ steps: here, end: 'nowhere' });
      else if (goesRound(edge, here, taken)) ways.push({ steps: here, end: 'circle' });
      else onward.push({ node: edge.to, steps: here, taken: new Set([...taken, edge.id]) });
    }
    work.push(...onward.reverse());
  }
  return { ways, truncated };
}
