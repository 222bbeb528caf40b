/**
 * The drawing as a graph: who follows whom, what is reachable, what turns in circles. Pure; knows no kind's name.
 * Inside, a step is its place in the sorted list of ids, and links are flat arrays (`digraph.ts`); ids are for its users.
 */
import { anytimeTargets } from './anytime/anytime.ts';
import { type Digraph, reachedFrom, strongComponents, withFollowers, within } from './digraph.ts';
import type { EdgeId, ExitId, FlowDocument, FlowEdge, NodeId } from './document.ts';
import type { Facts } from './facts.ts';
import type { DrawnKinds } from './kind.ts';
import { type Cards, readWiring, type Wiring } from './wiring.ts';

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
  /** What its kind says about a step; undefined for a kind that is not known. */
  facts(node: NodeId): Facts | undefined;
  /** Edges to missing nodes or exits, or to aids: problems, not links. */
  readonly unlinked: readonly EdgeId[];
  /** Steps to which rules valid at any time lead, sorted: a call may be there from its first answer on. */
  readonly lane: readonly NodeId[];
  readonly reachable: ReadonlySet<NodeId>;
  readonly steps: IndexedSteps;
}

/** The same by the places of steps in `ids`, for whoever walks over all of them. */
export interface IndexedSteps extends Cards, Pick<Wiring, 'out' | 'next' | 'links' | 'rows'> {
  /** The place of a step in the list; undefined for one that is not there. */
  indexOf(node: NodeId): number | undefined;
  /** 1 for steps that a call can get to. */
  readonly reached: Uint8Array;
  /** Circles and single steps that a call can get to, in topological order. */
  readonly components: readonly (readonly number[])[];
}

const NONE: readonly FlowEdge[] = [];

/** Builds the graph in O(nodes + edges). */
export function buildGraph(document: FlowDocument, registry: DrawnKinds): FlowGraph {
  const { cards, wiring } = readWiring(document, registry);
  const { index, out, next, links, rows, unlinked } = wiring;
  const entries = cards.ids.filter((_, step) => cards.kinds[step]?.entry);
  const at = (list: readonly (readonly FlowEdge[])[], node: NodeId) => list[index.get(node) ?? -1] ?? NONE;
  let into: readonly (readonly FlowEdge[])[] | undefined;
  const indexOf = (node: NodeId) => index.get(node);
  return {
    entries,
    nodes: cards.ids,
    next: (node, exit) => at(out, node).find((edge) => edge.exit === exit),
    out: (node) => at(out, node),
    into: (node) => {
      into ??= turnAround(wiring);
      return at(into, node);
    },
    facts: (node) => cards.facts[index.get(node) ?? -1],
    unlinked,
    ...explore(
      { ...cards, out, next, links, rows, indexOf },
      entries[0] ?? null,
      anytimeTargets(document, registry),
      links,
    ),
  };
}

/**
 * The part of a graph that is entered by another step, and by those of another lane. Links into steps that are not `inside`
 * are ways out of it: nothing behind them is reachable.
 */
export function partOf(
  graph: FlowGraph,
  entry: NodeId | null,
  lane: readonly NodeId[],
  inside: ReadonlySet<NodeId>,
): FlowGraph {
  const { ids, links } = graph.steps;
  const mask = Uint8Array.from(ids, (id) => (inside.has(id) ? 1 : 0));
  return {
    ...graph,
    entries: entry === null ? [] : [entry],
    nodes: ids.filter((id) => inside.has(id)),
    ...explore(graph.steps, entry, lane, within(links, mask)),
  };
}

type Explored = Pick<FlowGraph, 'entry' | 'lane' | 'reachable'> &
  Pick<IndexedSteps, 'reached' | 'components'>;

/** An edit that leaves all links as they are leaves them the same object (`wiring.ts`). */
const explored = new WeakMap<Digraph, Explored>();

/** Where calls can get to. The lane counts as ways out of the answering step. */
function explore(
  steps: Omit<IndexedSteps, 'reached' | 'components'>,
  entry: NodeId | null,
  lane: readonly NodeId[],
  links: Digraph,
): Pick<FlowGraph, 'entry' | 'lane' | 'reachable' | 'steps'> {
  const last = explored.get(links);
  const isSame =
    last?.entry === entry &&
    last.lane.length === lane.length &&
    last.lane.every((node, index) => node === lane[index]);
  const found = isSame ? last : walk(steps, entry, lane, links);
  explored.set(links, found);
  const { reachable, reached, components } = found;
  return { entry, lane, reachable, steps: { ...steps, reached, components } };
}

function walk(
  { ids, indexOf }: Pick<IndexedSteps, 'ids' | 'indexOf'>,
  entry: NodeId | null,
  lane: readonly NodeId[],
  links: Digraph,
): Explored {
  const placeOf = (node: NodeId) => indexOf(node)!;
  const ways = entry === null ? links : withFollowers(links, placeOf(entry), lane.map(placeOf));
  const reached = entry === null ? new Uint8Array(ids.length) : reachedFrom(ways, placeOf(entry));
  const components = entry === null ? [] : strongComponents(ways, placeOf(entry));
  const reachable = new Set(ids.filter((_, step) => reached[step] === 1));
  return { entry, lane, reachable, reached, components };
}

function turnAround({ out, next }: Wiring): FlowEdge[][] {
  const into: FlowEdge[][] = out.map(() => []);
  out.forEach((edges, step) => {
    edges.forEach((edge, way) => {
      into[next[step]![way]!]!.push(edge);
    });
  });
  return into;
}

/** Strongly connected components of the reachable part, in topological order (a component before those it leads to). */
export function components({ steps }: FlowGraph): NodeId[][] {
  return steps.components.map((circle) => circle.map((step) => steps.ids[step]!));
}
