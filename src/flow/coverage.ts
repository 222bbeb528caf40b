/**
 * What calls, rehearsals and tests have tried of a drawing, and which ways would try the rest. Pure; knows no kind and nothing
 * of how a call was followed (`trace.ts`).
 */
import { countWays } from './count-ways.ts';
import type { EdgeId, ExitId, FlowDocument, NodeId } from './document.ts';
import { buildGraph, type FlowGraph } from './graph.ts';
import type { Registry } from './kind.ts';
import { enumerateStraightWays, type Way } from './paths.ts';

/** A step that a call came to, and the way out by which it left; none for the step where the call was over. */
export interface Taken {
  readonly node: NodeId;
  readonly exit?: ExitId;
}

export interface Coverage {
  /** Ways that come to no step twice. A call that goes round has tried several. `all` is null when nobody can count them. */
  readonly ways: { readonly tried: number; readonly all: bigint | null };
  /** Ways out that a call can get to. */
  readonly exits: { readonly tried: number; readonly all: number };
  /** Links that a call can get to and that none has taken. */
  readonly untried: readonly EdgeId[];
}

/** Steps and ways out that the drawing no longer has count for nothing; what comes after them still counts as ways out. */
export function coverageOf(
  document: FlowDocument,
  registry: Registry,
  calls: readonly (readonly Taken[])[],
): Coverage {
  const graph = buildGraph(document, registry);
  const tried = new Tried(graph);
  for (const call of calls) tried.follow(call);
  const rows = rowsOf(graph);
  return {
    ways: { tried: tried.ways.size, all: countWays(document, registry) },
    exits: { tried: rows.filter((row) => tried.exits.has(keyOf(row))).length, all: rows.length },
    untried: rows.flatMap((row) => (tried.exits.has(keyOf(row)) ? [] : (row.edge ?? []))),
  };
}

/** Ways listed to find those that nobody has tried; with more than these the untried ways out must do. */
const MOST_LISTED = 2_000;

/**
 * Ways which nobody has tried, at most `limit`: first few that together take every untried way out, then others in the order
 * of the cards' rows.
 */
export function untriedWays(
  document: FlowDocument,
  registry: Registry,
  calls: readonly (readonly Taken[])[],
  limit: number,
): Way[] {
  const graph = buildGraph(document, registry);
  const tried = new Tried(graph);
  for (const call of calls) tried.follow(call);
  const ways: Way[] = [];
  for (const row of rowsOf(graph)) {
    if (ways.length >= limit) return ways;
    if (tried.exits.has(keyOf(row))) continue;
    const way = wayThrough(graph, row, tried.exits);
    ways.push(way);
    tried.follow(way.steps);
  }
  for (const way of enumerateStraightWays(document, registry, MOST_LISTED).ways) {
    if (ways.length >= limit) return ways;
    if (tried.ways.has(nameOf(way.steps))) continue;
    ways.push(way);
    tried.follow(way.steps);
  }
  return ways;
}

interface Row {
  readonly node: NodeId;
  readonly exit: ExitId;
  readonly edge?: EdgeId;
}

/** The ways out of the steps that links lead to, steps near the beginning first. */
function rowsOf(graph: FlowGraph): Row[] {
  const seen = new Set<NodeId>(graph.entry === null ? [] : [graph.entry]);
  const rows: Row[] = [];
  for (const node of seen)
    for (const { id: exit } of graph.facts(node)?.exits ?? []) {
      const edge = graph.next(node, exit);
      if (edge) seen.add(edge.to);
      rows.push({ node, exit, ...(edge ? { edge: edge.id } : {}) });
    }
  return rows;
}

function keyOf({ node, exit }: Taken): string {
  return `${node} ${exit}`;
}

function nameOf(steps: readonly Taken[]): string {
  return steps.map(({ node, exit }) => (exit === undefined ? node : `${node} ${exit}`)).join('\n');
}

class Tried {
  readonly ways = new Set<string>();
  readonly exits = new Set<string>();
  private readonly graph: FlowGraph;

  constructor(graph: FlowGraph) {
    this.graph = graph;
  }

  /** A call that comes back to a step has tried the way to there, and goes on with the way by which it first came to that step. */
  follow(call: readonly Taken[]): void {
    const { graph } = this;
    /** Null behind something that was not drawn: from where is not known. */
    let way: Taken[] | null = null;
    let expected: NodeId | null = null;
    for (const { node, exit } of call) {
      if (node === graph.entry) way = [];
      else if (node !== expected) way = null;
      expected = null;
      const exits = graph.facts(node)?.exits;
      if (!exits) continue;
      if (exits.length === 0 && way) this.ways.add(nameOf([...way, { node }]));
      if (exit === undefined || !exits.some(({ id }) => id === exit)) continue;
      this.exits.add(keyOf({ node, exit }));
      way?.push({ node, exit });
      const edge = graph.next(node, exit);
      const again = way && edge ? way.findIndex((step) => step.node === edge.to) : -1;
      if (way && (!edge || again >= 0)) this.ways.add(nameOf(way));
      if (again >= 0) way = way!.slice(0, again);
      expected = edge?.to ?? null;
    }
  }
}

/** The shortest way to this row, and on from it to an end: by untried ways out where there are some, else by the shortest. */
function wayThrough(graph: FlowGraph, row: Row, tried: ReadonlySet<string>): Way {
  const steps: Taken[] = [...shortestTo(graph, row.node), { node: row.node, exit: row.exit }];
  const toEnd = linksToEnd(graph);
  const isOnWay = new Set(steps.map(({ node }) => node));
  for (;;) {
    const { node, exit } = steps.at(-1)!;
    const edge = graph.next(node, exit!);
    if (!edge) return { steps, end: 'nowhere' };
    if (isOnWay.has(edge.to)) return { steps, end: 'circle' };
    isOnWay.add(edge.to);
    const exits = graph.facts(edge.to)?.exits ?? [];
    if (exits.length === 0) return { steps: [...steps, { node: edge.to }], end: 'end' };
    const best = exits
      .map(({ id }) => ({ exit: id, cost: toEnd(graph.next(edge.to, id)?.to) }))
      .sort(
        (one, two) =>
          Number(tried.has(keyOf({ node: edge.to, exit: one.exit }))) -
            Number(tried.has(keyOf({ node: edge.to, exit: two.exit }))) || one.cost - two.cost,
      )[0]!;
    steps.push({ node: edge.to, exit: best.exit });
  }
}

function shortestTo(graph: FlowGraph, node: NodeId): Taken[] {
  const cameBy = new Map<NodeId, Taken | null>([[graph.entry!, null]]);
  for (const at of cameBy.keys())
    for (const edge of graph.out(at))
      if (!cameBy.has(edge.to)) cameBy.set(edge.to, { node: at, exit: edge.exit });
  const steps: Taken[] = [];
  for (let step = cameBy.get(node); step; step = cameBy.get(step.node)) steps.unshift(step);
  return steps;
}

/** How many links there are from a step to the nearest end; none from a way out that leads nowhere. */
function linksToEnd(graph: FlowGraph): (node: NodeId | undefined) => number {
  const far = new Map<NodeId, number>();
  for (const node of graph.nodes) {
    const exits = graph.facts(node)?.exits ?? [];
    if (exits.length > graph.out(node).length || exits.length === 0) far.set(node, 0);
  }
  for (const [node, links] of far)
    for (const { from } of graph.into(node)) if (!far.has(from)) far.set(from, links + 1);
  return (node) => (node === undefined ? -1 : (far.get(node) ?? Number.POSITIVE_INFINITY));
}
