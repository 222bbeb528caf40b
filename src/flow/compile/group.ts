/**
 * Group pass: few members from many steps (design §6, vapi-facts §11.1). Steps that can reach each other stay together,
 * chains merge, and a cut is made only for a drawn section, and where an outcome is computed from information of the same
 * member. Of such an outcome's ways one stays inside, guarded by vetoes; the others lead to members of their own.
 * Invariant: edges between members enter the first circle of steps of a member, and members form a DAG.
 */
import type { FlowEdge, NodeId } from '../document.ts';
import { components, type FlowGraph } from '../graph.ts';
import type { Fragment } from '../kind.ts';

/** A rule with ways out of the member and inside it: no tool that acts may be called once an outcome came out that leaves. */
export interface Guard {
  readonly variable: string;
  /** In the order of the card's rows; at least one. */
  readonly leaving: readonly string[];
}

export interface Group {
  /** The step through which the member is entered. */
  readonly leader: NodeId;
  /** Its steps, the leader first. A short way to the end of the call may stand in several members. */
  readonly nodes: readonly NodeId[];
  readonly guards: readonly Guard[];
}

/** Longest way to the end of the call that is copied into members instead of getting a member of its own. */
const LONGEST_TAIL = 3;
/** Unless sections are drawn, there is at most one member for so many steps. */
const STEPS_PER_MEMBER = 4;

/** Members in topological order, the one that answers first. Empty when nothing begins the call. */
export function groupSteps(
  graph: FlowGraph,
  fragments: ReadonlyMap<NodeId, Fragment>,
  sectionOf: (node: NodeId) => NodeId | undefined = () => undefined,
): Group[] {
  const order = components(graph);
  const steps = order.reduce((sum, nodes) => sum + nodes.length, 0);
  const hasSections = order.some((nodes) => nodes.some((node) => sectionOf(node) !== undefined));
  let exact = order.flat().filter((node) => fragments.get(node)?.outcomeVariable !== undefined);
  for (;;) {
    const groups = cutInto(order, graph, fragments, new Set(exact), sectionOf);
    const isFew = groups.length <= Math.max(1, Math.floor(steps / STEPS_PER_MEMBER));
    if (isFew || hasSections || exact.length === 0) return groups;
    // Too many for so short a flow: the later half of the rules is computed as well, but obeyed without vetoes.
    exact = exact.slice(0, Math.floor(exact.length / 2));
  }
}

function cutInto(
  order: readonly (readonly NodeId[])[],
  graph: FlowGraph,
  fragments: ReadonlyMap<NodeId, Fragment>,
  exact: ReadonlySet<NodeId>,
  sectionOf: (node: NodeId) => NodeId | undefined,
): Group[] {
  const componentOf = new Map<NodeId, number>();
  order.forEach((nodes, index) => {
    for (const node of nodes) componentOf.set(node, index);
  });
  const isCut = (edge: FlowEdge) => {
    if (componentOf.get(edge.from) === componentOf.get(edge.to)) return false;
    const isVetoed = exact.has(edge.from) && graph.out(edge.from).at(-1)?.exit !== edge.exit;
    return isVetoed || sectionOf(edge.from) !== sectionOf(edge.to);
  };
  const leaderOf = new Map<NodeId, NodeId>();
  const members = new Map<NodeId, NodeId[]>();
  order.forEach((nodes, index) => {
    const incoming: FlowEdge[] = [];
    // Whoever is not reached has no component.
    for (const node of nodes)
      for (const edge of graph.into(node))
        if ((componentOf.get(edge.from) ?? index) !== index) incoming.push(edge);
    // The member that answers may be told at any time to go on here.
    const called =
      graph.lane.length === 0 || nodes.includes(graph.entry!)
        ? []
        : nodes.filter((node) => graph.lane.includes(node));
    const owner = called.length > 0 ? graph.entry! : incoming[0] && leaderOf.get(incoming[0].from);
    const isApart = called.some((node) => sectionOf(node) !== sectionOf(graph.entry!));
    const joins =
      owner !== undefined &&
      !isApart &&
      incoming.every((edge) => leaderOf.get(edge.from) === owner && !isCut(edge));
    const leader = joins ? owner : firstOf(nodes, incoming, graph);
    for (const node of nodes) leaderOf.set(node, leader);
    const own = members.get(leader);
    if (own) own.push(...nodes);
    else members.set(leader, [...nodes]);
  });
  return copyTails(graph, members, leaderOf, isCut).map((group) => ({
    ...group,
    guards: guardsOf(group.nodes, graph, fragments),
  }));
}

/** When some ways out of a rule stay inside and others leave, whatever acts inside is forbidden under those that leave. */
function guardsOf(
  nodes: readonly NodeId[],
  graph: FlowGraph,
  fragments: ReadonlyMap<NodeId, Fragment>,
): Guard[] {
  const inside = new Set(nodes);
  return nodes.flatMap((node) => {
    const variable = fragments.get(node)?.outcomeVariable;
    if (variable === undefined) return [];
    const ways = graph.out(node);
    const leaving = ways.filter((edge) => !inside.has(edge.to)).map(({ exit }) => exit);
    return leaving.length === 0 || leaving.length === ways.length ? [] : [{ variable, leaving }];
  });
}

/** A circle entered at several steps has one of them as its first; handoffs to the others name their step. */
function firstOf(nodes: readonly NodeId[], incoming: readonly FlowEdge[], graph: FlowGraph): NodeId {
  if (graph.entry && nodes.includes(graph.entry)) return graph.entry;
  return nodes.find((node) => incoming.some(({ to }) => to === node)) ?? nodes[0]!;
}

/** Members that only end the call are copied into the members that lead to them, unless a veto guards the way there. */
function copyTails(
  graph: FlowGraph,
  members: ReadonlyMap<NodeId, readonly NodeId[]>,
  leaderOf: ReadonlyMap<NodeId, NodeId>,
  isCut: (edge: FlowEdge) => boolean,
): Omit<Group, 'guards'>[] {
  const copies = new Map<NodeId, NodeId[]>();
  const dropped = new Set<NodeId>();
  // From the last to the first, so that a tail which leads to a tail is copied with it.
  for (const [leader, nodes] of [...members].reverse()) {
    const own = new Set([...nodes, ...(copies.get(leader) ?? [])]);
    if (leader === graph.entry || own.size > LONGEST_TAIL) continue;
    const isTail = [...own].every((node) => graph.out(node).every((edge) => own.has(edge.to)));
    const entering = [...own].flatMap((node) =>
      graph.into(node).filter((edge) => graph.reachable.has(edge.from) && !own.has(edge.from)),
    );
    if (!isTail || entering.some(isCut)) continue;
    dropped.add(leader);
    const callers = graph.lane.some((node) => own.has(node)) ? [graph.entry!] : [];
    for (const owner of new Set([...entering.map((edge) => leaderOf.get(edge.from)!), ...callers]))
      copies.set(owner, [...new Set([...(copies.get(owner) ?? []), ...own])]);
  }
  return [...members]
    .filter(([leader]) => !dropped.has(leader))
    .map(([leader, nodes]) => ({
      leader,
      nodes: breadthFirst(leader, new Set([...nodes, ...(copies.get(leader) ?? [])]), graph),
    }));
}

/** The order in which a reader meets the steps; those to which only the lane leads come last. */
export function breadthFirst(leader: NodeId, inside: ReadonlySet<NodeId>, graph: FlowGraph): NodeId[] {
  const seen = new Set<NodeId>();
  for (const root of [leader, ...graph.lane.filter((node) => inside.has(node))]) {
    seen.add(root);
    for (const node of seen) for (const edge of graph.out(node)) if (inside.has(edge.to)) seen.add(edge.to);
  }
  return [...seen];
}
