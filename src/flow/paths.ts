/** Every way through the flow: the sequences of steps a call can take, circles bounded. Pure. */
import type { EdgeId, ExitId, FlowDocument, NodeId } from './document.ts';
import { buildGraph } from './graph.ts';
import type { Registry } from './kind.ts';

export interface Way {
  readonly steps: readonly { readonly node: NodeId; readonly exit?: ExitId }[];
  /** `end`: a step without ways out; `nowhere`: a way out that leads nowhere; `circle`: a link would be taken again. */
  readonly end: 'end' | 'nowhere' | 'circle';
}

export interface Ways {
  readonly ways: readonly Way[];
  /** True when there are more than `limit`. */
  readonly truncated: boolean;
}

/** No link is taken twice on one way. Ways come in the order of the cards' rows; at most `limit` of them. */
export function enumerateWays(document: FlowDocument, registry: Registry, limit = 10_000): Ways {
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
      else if (taken.has(edge.id)) ways.push({ steps: here, end: 'circle' });
      else onward.push({ node: edge.to, steps: here, taken: new Set([...taken, edge.id]) });
    }
    work.push(...onward.reverse());
  }
  return { ways, truncated };
}
