/** The drawing as a graph: who follows whom, what is reachable, what turns in circles. Pure; knows no kind's name. */
import type { EdgeId, ExitId, FlowDocument, FlowEdge, InformationId, NodeId } from './document.ts';
import type { Registry } from './kind.ts';

export interface FlowGraph {
  /** The step that begins the call, or null. With several, the first by id. */
  readonly entry: NodeId | null;
  readonly entries: readonly NodeId[];
  /** All node ids, sorted. */
  readonly nodes: readonly NodeId[];
  /** Edge that leaves an exit of a node. */
  next(node: NodeId, exit: ExitId): FlowEdge | undefined;
  /** Wired exits in the order of the card's rows. */
  out(node: NodeId): readonly FlowEdge[];
  into(node: NodeId): readonly FlowEdge[];
  readonly reachable: ReadonlySet<NodeId>;
}

/** Builds the graph in O(nodes + edges). Edges to missing nodes or exits are left out (they are problems, not links). */
export function buildGraph(document: FlowDocument, registry: Registry): FlowGraph {
  const nodes = (Object.keys(document.nodes) as NodeId[]).sort();
  const byExit = new Map<string, FlowEdge>();
  for (const id of (Object.keys(document.edges) as EdgeId[]).sort()) {
    const edge = document.edges[id]!;
    const key = `${edge.from} ${edge.exit}`;
    if (document.nodes[edge.from] && document.nodes[edge.to] && !byExit.has(key)) byExit.set(key, edge);
  }
  const out = new Map<NodeId, FlowEdge[]>();
  const into = new Map<NodeId, FlowEdge[]>();
  const entries: NodeId[] = [];
  for (const id of nodes) {
    const node = document.nodes[id]!;
    const kind = registry.get(node.kind);
    if (kind?.entry) entries.push(id);
    const leaving = (kind?.exits(node.data) ?? [])
      .map((exit) => byExit.get(`${id} ${exit.id}`))
      .filter((edge) => edge !== undefined);
    out.set(id, leaving);
    for (const edge of leaving) into.set(edge.to, [...(into.get(edge.to) ?? []), edge]);
  }
  const entry = entries[0] ?? null;
  return {
    entry,
    entries,
    nodes,
    next: (node, exit) => out.get(node)?.find((edge) => edge.exit === exit),
    out: (node) => out.get(node) ?? [],
    into: (node) => into.get(node) ?? [],
    reachable: reach(entry, out),
  };
}

function reach(entry: NodeId | null, out: ReadonlyMap<NodeId, readonly FlowEdge[]>): Set<NodeId> {
  const seen = new Set<NodeId>();
  const waiting = entry ? [entry] : [];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const edge of out.get(node) ?? []) waiting.push(edge.to);
  }
  return seen;
}

/**
 * Strongly connected components of the reachable part, in topological order (a component before those it leads to).
 * Tarjan's algorithm without recursion, so that a long chain cannot overflow the stack.
 */
export function components(graph: FlowGraph): NodeId[][] {
  const index = new Map<NodeId, number>();
  const low = new Map<NodeId, number>();
  const stack: NodeId[] = [];
  const onStack = new Set<NodeId>();
  const found: NodeId[][] = [];
  const visit = (root: NodeId) => {
    const work: { node: NodeId; at: number }[] = [];
    const open = (node: NodeId) => {
      index.set(node, index.size);
      low.set(node, index.get(node)!);
      stack.push(node);
      onStack.add(node);
      work.push({ node, at: 0 });
    };
    open(root);
    while (work.length > 0) {
      const frame = work[work.length - 1]!;
      const edge = graph.out(frame.node)[frame.at++];
      if (edge) {
        if (!index.has(edge.to)) open(edge.to);
        else if (onStack.has(edge.to))
          low.set(frame.node, Math.min(low.get(frame.node)!, index.get(edge.to)!));
        continue;
      }
      work.pop();
      const parent = work[work.length - 1];
      if (parent) low.set(parent.node, Math.min(low.get(parent.node)!, low.get(frame.node)!));
      if (low.get(frame.node) === index.get(frame.node)) {
        const component: NodeId[] = [];
        for (let node: NodeId | undefined; node !== frame.node; ) {
          node = stack.pop()!;
          onStack.delete(node);
          component.push(node);
        }
        found.push(component.reverse());
      }
    }
  };
  if (graph.entry) visit(graph.entry);
  return found.reverse();
}

/** Information that every way from the start to a node has collected (definite assignment), for each reachable node. */
export function knownBefore(
  document: FlowDocument,
  graph: FlowGraph,
  registry: Registry,
): Map<NodeId, ReadonlySet<InformationId>> {
  const known = new Map<NodeId, ReadonlySet<InformationId>>();
  if (!graph.entry) return known;
  known.set(graph.entry, new Set());
  const waiting: NodeId[] = [graph.entry];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const node = document.nodes[id]!;
    const kind = registry.get(node.kind);
    for (const edge of graph.out(id)) {
      const after = new Set([...known.get(id)!, ...(kind?.collects(node.data, edge.exit) ?? [])]);
      const before = known.get(edge.to);
      const merged = before ? new Set([...before].filter((information) => after.has(information))) : after;
      if (before && merged.size === before.size) continue;
      known.set(edge.to, merged);
      waiting.push(edge.to);
    }
  }
  return known;
}
