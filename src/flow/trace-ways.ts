/**
 * What a call went through between two steps that it was seen at. Where the time of the call is known, rules on the calendar
 * are worked out as they were then, not guessed. Knows steps and links, no message. Pure and total.
 */
import type { FlowDocument, FlowEdge, NodeId } from './document.ts';
import type { FlowGraph } from './graph.ts';
import type { Registry } from './kind.ts';

export interface Terrain {
  readonly document: FlowDocument;
  readonly registry: Registry;
  readonly graph: FlowGraph;
  /** Whether a call that comes to the step shows it: speaks, or calls a tool. */
  readonly leavesTraces: (node: NodeId) => boolean;
}

/**
 * Steps strictly between two; empty when one follows the other or no way leads there. Of the ways that the calendar allowed the
 * shortest one without steps of which something would have been seen; else the shortest that it allowed, else any.
 * `now` is in milliseconds since the epoch, null when it is not known.
 */
export function wayBetween(terrain: Terrain, from: NodeId, to: NodeId, now: number | null): NodeId[] {
  const { graph, leavesTraces } = terrain;
  const isSilent = (node: NodeId) => !leavesTraces(node);
  const drawn = (node: NodeId) => graph.out(node);
  const taken = (node: NodeId) => takenBy(terrain, node, now!);
  return (
    (now === null ? null : (search(from, to, taken, isSilent) ?? search(from, to, taken))) ??
    search(from, to, drawn, isSilent) ??
    search(from, to, drawn) ??
    []
  );
}

/** Steps by which a call may have come from a step to the same one again without showing any; null when there is no such round. */
export function silentRound(terrain: Terrain, node: NodeId, now: number | null): NodeId[] | null {
  const isSilent = (one: NodeId) => !terrain.leavesTraces(one);
  const out = (one: NodeId) => (now === null ? terrain.graph.out(one) : takenBy(terrain, one, now));
  return search(node, node, out, isSilent);
}

/** The ways out that were open at an instant (milliseconds since the epoch): one where nothing but the calendar decides, and all of them elsewhere. */
export function takenBy(
  { document, registry, graph }: Terrain,
  id: NodeId,
  now: number,
): readonly FlowEdge[] {
  const edges = graph.out(id);
  const node = document.nodes[id]!;
  const kind = registry.get(node.kind);
  if (kind?.family !== 'decide' || (graph.facts(id)?.uses.length ?? 0) > 0) return edges;
  const { result } = kind.simulate(
    node,
    { type: 'enter' },
    { document, information: {}, now, fill: (sentence) => sentence },
  );
  return result.type === 'left' ? edges.filter(({ exit }) => exit === result.exit) : edges;
}

function search(
  from: NodeId,
  to: NodeId,
  out: (node: NodeId) => readonly FlowEdge[],
  isPassable: (node: NodeId) => boolean = () => true,
): NodeId[] | null {
  const cameFrom = new Map<NodeId, NodeId>();
  const seen = new Set<NodeId>([from]);
  for (const node of seen)
    for (const edge of out(node)) {
      if (!cameFrom.has(edge.to)) cameFrom.set(edge.to, node);
      if (isPassable(edge.to)) seen.add(edge.to);
    }
  if (!cameFrom.has(to)) return null;
  const way: NodeId[] = [];
  for (let node = cameFrom.get(to); node !== undefined && node !== from; node = cameFrom.get(node))
    way.unshift(node);
  return way;
}
