/**
 * Group pass: few members from many steps (design §6, vapi-facts §11.1). Steps that can reach each other stay together,
 * chains merge, and a cut is made only where an outcome is computed from information of the same member.
 * Invariant: edges between members enter the first circle of steps of a member, and members form a DAG.
 */
import type { FlowEdge, NodeId } from '../document.ts';
import { components, type FlowGraph } from '../graph.ts';
import type { Fragment } from '../kind.ts';

export interface Group {
  /** The step through which the member is entered. */
  readonly leader: NodeId;
  /** Its steps, the leader first. A short way to the end of the call may stand in several members. */
  readonly nodes: readonly NodeId[];
}

/** Longest way to the end of the call that is copied into members instead of getting a member of its own. */
const LONGEST_TAIL = 3;

/** Members in topological order, the one that answers first. Empty when nothing begins the call. */
export function groupSteps(graph: FlowGraph, fragments: ReadonlyMap<NodeId, Fragment>): Group[] {
  const order = components(graph);
  const componentOf = new Map<NodeId, number>();
  order.forEach((nodes, index) => {
    for (const node of nodes) componentOf.set(node, index);
  });
  const isCut = (edge: FlowEdge) =>
    fragments.get(edge.from)?.outcomeVariable !== undefined &&
    componentOf.get(edge.from) !== componentOf.get(edge.to);

  const leaderOf = new Map<NodeId, NodeId>();
  const members = new Map<NodeId, NodeId[]>();
  order.forEach((nodes, index) => {
    const incoming = nodes.flatMap((node) =>
      graph
        .into(node)
        .filter((edge) => graph.reachable.has(edge.from) && componentOf.get(edge.from) !== index),
    );
    const owners = new Set(incoming.map((edge) => leaderOf.get(edge.from)!));
    const heads = new Set(incoming.map((edge) => edge.to));
    const joins = owners.size === 1 && !incoming.some(isCut);
    const leader = joins ? [...owners][0]! : firstOf(nodes, heads, graph);
    for (const node of nodes) leaderOf.set(node, leader);
    members.set(leader, [...(members.get(leader) ?? []), ...nodes]);
  });
  return copyTails(graph, members, leaderOf, isCut);
}

/** A circle entered at several steps has one of them as its first; handoffs to the others name their step. */
function firstOf(nodes: readonly NodeId[], heads: ReadonlySet<NodeId>, graph: FlowGraph): NodeId {
  if (graph.entry && nodes.includes(graph.entry)) return graph.entry;
  return nodes.find((node) => heads.has(node)) ?? nodes[0]!;
}

/** Members that only end the call are copied into the members that lead to them, unless a veto guards the way there. */
function copyTails(
  graph: FlowGraph,
  members: ReadonlyMap<NodeId, readonly NodeId[]>,
  leaderOf: ReadonlyMap<NodeId, NodeId>,
  isCut: (edge: FlowEdge) => boolean,
): Group[] {
  const copies = new Map<NodeId, NodeId[]>();
  const dropped = new Set<NodeId>();
  // From the last to the first, so that a tail which leads to a tail is copied with it.
  for (const [leader, nodes] of [...members].reverse()) {
    const own = [...nodes, ...(copies.get(leader) ?? [])];
    const leavesTo = own.flatMap((node) => graph.out(node)).filter((edge) => !own.includes(edge.to));
    const entering = own
      .flatMap((node) => graph.into(node))
      .filter((edge) => graph.reachable.has(edge.from) && !own.includes(edge.from));
    if (leader === graph.entry || own.length > LONGEST_TAIL || leavesTo.length > 0 || entering.some(isCut))
      continue;
    dropped.add(leader);
    for (const owner of new Set(entering.map((edge) => leaderOf.get(edge.from)!)))
      copies.set(owner, [...new Set([...(copies.get(owner) ?? []), ...own])]);
  }
  return [...members]
    .filter(([leader]) => !dropped.has(leader))
    .map(([leader, nodes]) => ({
      leader,
      nodes: breadthFirst(leader, new Set([...nodes, ...(copies.get(leader) ?? [])]), graph),
    }));
}

/** The order in which a reader meets the steps. */
function breadthFirst(leader: NodeId, inside: ReadonlySet<NodeId>, graph: FlowGraph): NodeId[] {
  const seen = new Set<NodeId>([leader]);
  for (const node of seen) for (const edge of graph.out(node)) if (inside.has(edge.to)) seen.add(edge.to);
  return [...seen];
}
