/**
 * What a call went through between two steps that it was seen at. Where the time of the call is known, rules on the calendar
 * are worked out as they were then, not guessed. Knows steps and links, no message. Pure and total.
 */
import type { ExitId, FlowDocument, FlowEdge, NodeId } from './document.ts';
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
 * Silent ways that begin with `exit`, the way out that what was said speaks for, come before all others.
 * `now` is in milliseconds since the epoch, null when it is not known.
 */
export function wayBetween(
  terrain: Terrain,
  from: NodeId,
  to: NodeId,
  now: number | null,
  exit?: ExitId,
): NodeId[] {
  const drawn = (node: NodeId) => terrain.graph.out(node);
  const taken = (node: NodeId) => takenBy(terrain, node, now!);
  const byExit = (edge: FlowEdge) => edge.exit === exit;
  return (
    (exit === undefined ? null : silentWay(terrain, from, to, now, byExit)) ??
    (now === null ? null : (silentWay(terrain, from, to, now) ?? search(from, to, taken))) ??
    silentWay(terrain, from, to, null) ??
    search(from, to, drawn) ??
    []
  );
}

/**
 * Steps by which a call may have come from a step to the same one again without showing any, by one way out where that is known; null when
 * there is no such round.
 */
export function silentRound(
  terrain: Terrain,
  node: NodeId,
  now: number | null,
  exit?: ExitId,
): NodeId[] | null {
  return silentWay(terrain, node, node, now, (edge) => exit === undefined || edge.exit === exit);
}

/** Whether the call may have come there past steps that show nothing, and not by the link that leads there at once. */
export function hasSilentDetour(terrain: Terrain, from: NodeId, to: NodeId, now: number | null): boolean {
  return silentWay(terrain, from, to, now, (edge) => edge.to !== to) !== null;
}

function silentWay(
  terrain: Terrain,
  from: NodeId,
  to: NodeId,
  now: number | null,
  isBeginning: (edge: FlowEdge) => boolean = () => true,
): NodeId[] | null {
  const out = (node: NodeId) => {
    const open = now === null ? terrain.graph.out(node) : takenBy(terrain, node, now);
    return node === from ? open.filter(isBeginning) : open;
  };
  return search(from, to, out, (node) => !terrain.leavesTraces(node));
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
