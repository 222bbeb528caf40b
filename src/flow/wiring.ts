/**
 * Which link leaves which row of which card: the part of the graph that an edit of a step's words leaves as it is, and
 * that is therefore remembered. Steps are numbers, their places in the sorted list of ids. Pure for its callers.
 */
import type { Digraph } from './digraph.ts';
import type { EdgeId, ExitId, FlowDocument, FlowEdge, FlowNode, NodeId } from './document.ts';
import { askFacts, type Facts } from './facts.ts';
import type { DrawnKind, DrawnKinds, Exit } from './kind.ts';

/** Steps in the order of their ids, and what their kinds say; undefined for a kind that is not known. */
export interface Cards {
  readonly ids: readonly NodeId[];
  readonly nodes: readonly FlowNode[];
  readonly kinds: readonly (DrawnKind | undefined)[];
  readonly facts: readonly (Facts | undefined)[];
}

export interface Wiring {
  readonly index: ReadonlyMap<NodeId, number>;
  /** Wired exits in the order of the card's rows. */
  readonly out: readonly (readonly FlowEdge[])[];
  /** Where each of `out` leads. */
  readonly next: readonly (readonly number[])[];
  /** The same in flat arrays, and from which rows of their cards the links come. */
  readonly links: Digraph;
  readonly rows: readonly number[];
  /** Edges that are no links: from or to something that is not there, or that nothing may be led to. */
  readonly unlinked: readonly EdgeId[];
}

interface Memory {
  readonly registry: DrawnKinds;
  readonly nodes: FlowDocument['nodes'];
  readonly edges: FlowDocument['edges'];
  /** In the order of the document's keys. */
  readonly keys: readonly string[];
  readonly cards: Cards;
  readonly wiring: Wiring;
}

/**
 * The last drawing with these links, with these steps, and of this registry: an edit makes another document, most parts of
 * which are the same objects as before.
 */
const remembered = new WeakMap<FlowDocument['edges'] | FlowDocument['nodes'] | DrawnKinds, Memory>();

function recall({ edges, nodes }: FlowDocument, registry: DrawnKinds): Memory | undefined {
  return [edges, nodes, registry]
    .map((part) => remembered.get(part))
    .find((memory) => memory?.registry === registry);
}

/** O(nodes + edges); after an edit of a few steps' data O(nodes), without a look at any link. */
export function readWiring(document: FlowDocument, registry: DrawnKinds): { cards: Cards; wiring: Wiring } {
  const last = recall(document, registry);
  const { nodes, edges } = document;
  const keys = last?.nodes === nodes ? last.keys : Object.keys(nodes);
  const isSameSteps = last !== undefined && (last.keys === keys || isEqual(last.keys, keys));
  const ids = isSameSteps ? last.cards.ids : ([...keys].sort() as NodeId[]);
  const cards = last?.nodes === nodes ? last.cards : readCards(ids, nodes, registry, last);
  const isSameWiring = isSameSteps && last.edges === edges && hasSameRows(last.cards, cards);
  const wiring = isSameWiring ? last.wiring : wire(cards, edges);
  const memory = { registry, nodes, edges, keys, cards, wiring };
  for (const part of [edges, nodes, registry]) remembered.set(part, memory);
  return { cards, wiring };
}

function isEqual(one: readonly string[], two: readonly string[]): boolean {
  return one.length === two.length && one.every((key, index) => key === two[index]);
}

/** Asks the kinds; about a step that is still the same object the last drawing has the answers. */
function readCards(
  ids: readonly NodeId[],
  all: FlowDocument['nodes'],
  registry: DrawnKinds,
  last: Memory | undefined,
): Cards {
  const nodes: FlowNode[] = [];
  const kinds: (DrawnKind | undefined)[] = [];
  const facts: (Facts | undefined)[] = [];
  const before = last?.cards;
  const isInPlace = before?.ids === ids;
  for (let index = 0; index < ids.length; index += 1) {
    const node = all[ids[index]!]!;
    const place = isInPlace ? index : (last?.wiring.index.get(node.id) ?? -1);
    const isSame = before !== undefined && before.nodes[place] === node;
    const kind = isSame ? before.kinds[place] : registry.get(node.kind);
    nodes.push(node);
    kinds.push(kind);
    facts.push(isSame ? before.facts[place] : kind && askFacts(kind, node));
  }
  return { ids, nodes, kinds, facts };
}

/** Whether no card has other exits than before, and none became something that may not be led to. */
function hasSameRows(before: Cards, now: Cards): boolean {
  if (before === now) return true;
  for (let index = 0; index < now.ids.length; index += 1) {
    const facts = now.facts[index];
    const old = before.facts[index];
    if (facts === old) continue;
    const rows = facts?.exits ?? [];
    const isSame =
      now.kinds[index] === before.kinds[index] &&
      rows.length === old?.exits.length &&
      rows.every((exit, row) => exit.id === old.exits[row]!.id);
    if (!isSame) return false;
  }
  return true;
}

/** Puts each edge to the row of the card that it leaves, then pushes the rows of all cards together. */
function wire({ ids, kinds, facts }: Cards, all: FlowDocument['edges']): Wiring {
  const index = new Map<NodeId, number>();
  /** Rows of all cards, numbered through. */
  const firstRow = new Int32Array(ids.length + 1);
  for (let node = 0; node < ids.length; node += 1) {
    index.set(ids[node]!, node);
    firstRow[node + 1] = firstRow[node]! + (facts[node]?.exits.length ?? 0);
  }
  const wired = new Array<FlowEdge | undefined>(firstRow[ids.length]!).fill(undefined);
  const leadsTo = new Int32Array(wired.length);
  const unlinked: EdgeId[] = [];
  for (const id of Object.keys(all) as EdgeId[]) {
    const edge = all[id]!;
    const from = index.get(edge.from) ?? -1;
    const to = index.get(edge.to) ?? -1;
    const row = rowOf(facts[from]?.exits, edge.exit);
    if (row < 0 || to < 0 || kinds[to]?.family === 'aid') {
      unlinked.push(id);
      continue;
    }
    const at = firstRow[from]! + row;
    const taken = wired[at];
    // Of two links from one exit the one with the smaller id counts, whatever the order of keys.
    if (taken !== undefined) unlinked.push(taken.id < edge.id ? edge.id : taken.id);
    if (taken !== undefined && taken.id < edge.id) continue;
    wired[at] = edge;
    leadsTo[at] = to;
  }
  const starts = new Int32Array(ids.length + 1);
  const targets: number[] = [];
  const rows: number[] = [];
  const out: (readonly FlowEdge[])[] = [];
  const next: (readonly number[])[] = [];
  for (let node = 0; node < ids.length; node += 1) {
    const edges: FlowEdge[] = [];
    const followers: number[] = [];
    for (let at = firstRow[node]!; at < firstRow[node + 1]!; at += 1) {
      const edge = wired[at];
      if (edge === undefined) continue;
      edges.push(edge);
      followers.push(leadsTo[at]!);
      targets.push(leadsTo[at]!);
      rows.push(at - firstRow[node]!);
    }
    out.push(edges);
    next.push(followers);
    starts[node + 1] = targets.length;
  }
  return { index, out, next, links: { starts, targets: Int32Array.from(targets) }, rows, unlinked };
}

/** The place of an exit among a card's rows; -1 when there is none. */
function rowOf(exits: readonly Exit[] | undefined, exit: ExitId): number {
  if (exits !== undefined)
    for (let row = 0; row < exits.length; row += 1) if (exits[row]!.id === exit) return row;
  return -1;
}
