/** The drawing as a graph: who follows whom, what is reachable, what turns in circles. Pure; knows no kind's name. */
import { anytimeTargets } from './anytime/anytime.ts';
import type { ExitId, FlowDocument, FlowEdge, InformationId, NodeId } from './document.ts';
import { exitsOf, factsOf } from './facts.ts';
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
  /** Steps to which rules valid at any time lead, sorted: a call may be there from its first answer on. */
  readonly lane: readonly NodeId[];
  readonly reachable: ReadonlySet<NodeId>;
}

const NONE: readonly FlowEdge[] = [];

/** Builds the graph in O(nodes + edges). Edges to missing nodes or exits, or to aids, are left out (they are problems, not links). */
export function buildGraph(document: FlowDocument, registry: Registry): FlowGraph {
  const nodes = (Object.keys(document.nodes) as NodeId[]).sort();
  const index = new Map<NodeId, number>();
  const exits: (readonly { readonly id: ExitId }[])[] = [];
  const slots: (FlowEdge | undefined)[][] = [];
  const entries: NodeId[] = [];
  const aids = new Set<NodeId>();
  for (const id of nodes) {
    const node = document.nodes[id]!;
    index.set(id, slots.length);
    const rows = exitsOf(node, registry);
    exits.push(rows);
    slots.push(new Array(rows.length));
    const kind = registry.get(node.kind);
    if (kind?.entry) entries.push(id);
    if (kind?.family === 'aid') aids.add(id);
  }
  for (const key in document.edges) {
    const edge = document.edges[key as keyof typeof document.edges]!;
    const from = index.get(edge.from);
    if (from === undefined || !index.has(edge.to) || aids.has(edge.to)) continue;
    const row = exits[from]!.findIndex((exit) => exit.id === edge.exit);
    const taken = row < 0 ? undefined : slots[from]![row];
    // Of two links from one exit the one with the smaller id counts, whatever the order of keys.
    if (row >= 0 && (taken === undefined || edge.id < taken.id)) slots[from]![row] = edge;
  }
  const out = slots.map((row) => row.filter((edge) => edge !== undefined));
  const into: FlowEdge[][] = nodes.map(() => []);
  for (const row of out) for (const edge of row) into[index.get(edge.to)!]!.push(edge);
  const at = (list: readonly (readonly FlowEdge[])[], node: NodeId) => {
    const position = index.get(node);
    return position === undefined ? NONE : list[position]!;
  };
  const entry = entries[0] ?? null;
  const lane = anytimeTargets(document, registry);
  return {
    entry,
    entries,
    nodes,
    next: (node, exit) => at(out, node).find((edge) => edge.exit === exit),
    out: (node) => at(out, node),
    into: (node) => at(into, node),
    lane,
    reachable: reach(entry === null ? [] : [entry, ...lane], (node) => at(out, node)),
  };
}

function reach(roots: readonly NodeId[], out: (node: NodeId) => readonly FlowEdge[]): Set<NodeId> {
  const seen = new Set<NodeId>(roots);
  // A set is walked in the order of insertion, and what is added on the way is walked too.
  for (const node of seen) for (const edge of out(node)) seen.add(edge.to);
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
      const edges = graph.out(frame.node);
      const at = frame.at++;
      // The lane counts as ways out of the answering step.
      const to = edges[at]?.to ?? (frame.node === graph.entry ? graph.lane[at - edges.length] : undefined);
      if (to !== undefined) {
        if (!index.has(to)) open(to);
        else if (onStack.has(to)) low.set(frame.node, Math.min(low.get(frame.node)!, index.get(to)!));
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

/** Which information is surely known at a step: collected on every way from the start. */
export interface KnownInformation {
  /** Undefined for a step that no call gets to. */
  get(node: NodeId): { has(information: InformationId): boolean } | undefined;
}

/**
 * Definite assignment by bit sets, to the greatest fixed point: a step knows what all steps before it know and collect.
 * Each step is looked at again only when something before it has lost a bit.
 */
export function knownBefore(document: FlowDocument, graph: FlowGraph, registry: Registry): KnownInformation {
  const bits = new Map<InformationId, number>();
  for (const id in document.information) bits.set(id as InformationId, bits.size);
  const words = Math.max(1, Math.ceil(bits.size / 32));
  const known = new Map<NodeId, Uint32Array>();
  // A rule valid at any time may lead to its step before anything was asked.
  const waiting: NodeId[] = graph.entry ? [graph.entry, ...graph.lane] : [];
  for (const root of waiting) known.set(root, new Uint32Array(words));
  const after = new Uint32Array(words);
  for (let head = 0; head < waiting.length; head += 1) {
    const id = waiting[head]!;
    const facts = factsOf(document.nodes[id]!, registry);
    for (const edge of graph.out(id)) {
      after.set(known.get(id)!);
      for (const information of facts?.collects.get(edge.exit) ?? []) {
        const bit = bits.get(information);
        if (bit !== undefined) after[bit >> 5]! |= 1 << (bit & 31);
      }
      const before = known.get(edge.to);
      if (!before) known.set(edge.to, after.slice());
      else if (!narrow(before, after)) continue;
      waiting.push(edge.to);
    }
  }
  return {
    get: (node) => {
      const row = known.get(node);
      return row && { has: (information) => hasBit(row, bits.get(information)) };
    },
  };
}

function hasBit(row: Uint32Array, bit: number | undefined): boolean {
  return bit !== undefined && (row[bit >> 5]! & (1 << (bit & 31))) !== 0;
}

/** Keeps the common bits; true when some were lost. */
function narrow(row: Uint32Array, by: Uint32Array): boolean {
  let lost = false;
  for (let index = 0; index < row.length; index += 1) {
    const common = row[index]! & by[index]!;
    if (common >>> 0 !== row[index]!) lost = true;
    row[index] = common;
  }
  return lost;
}
