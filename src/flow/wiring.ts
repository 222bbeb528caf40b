/**
 * Which link leaves which row of which card: the part of the graph that an edit of a step's words leaves as it is, and
 * that is therefore remembered. Steps are numbers, their places in the sorted list of ids. Pure for its callers.
 */
import type { Digraph } from './digraph.ts';
import type { EdgeId, ExitId, FlowDocument, FlowEdge, FlowNode, NodeId } from './document.ts';
import { type Facts, factsBy } from './facts.ts';
import type { AnyKind, Exit, Registry } from './kind.ts';

/** Steps in the order of their ids, and what their kinds say; undefined for a kind that is not known. */
export interface Cards {
  readonly ids: readonly NodeId[];
  readonly nodes: readonly FlowNode[];
  readonly kinds: readonly (AnyKind | undefined)[];
  readonly facts: readonly (Facts | undefined)[];
}

export interface Wiring {
  readonly index: ReadonlyMap<NodeId, number>;
  /** Wired exits in the order of the card's rows. */
  readonly out: readonly (readonly FlowEdge[])[];
  /** Where the links of `out` lead, and from which rows of their cards. */
  readonly links: Digraph;
  readonly rows: readonly number[];
  /** Edges that are no links: from or to something that is not there, or that nothing may be led to. */
  readonly unlinked: readonly EdgeId[];
}

interface Memory {
  readonly registry: Registry;
  /** In the order of the document's keys. */
  readonly keys: readonly string[];
  readonly cards: Cards;
  readonly wiring: Wiring;
}

/** What was found for the last drawing with these edges: documents are replaced by an edit, their unchanged parts are not. */
const remembered = new WeakMap<FlowDocument['edges'], Memory>();

/** O(nodes + edges); after an edit of a few steps' data O(nodes), without a look at any link. */
export function readWiring(document: FlowDocument, registry: Registry): { cards: Cards; wiring: Wiring } {
  const keys = Object.keys(document.nodes);
  const last = remembered.get(document.edges);
  const isSameSteps = last?.registry === registry && isEqual(last.keys, keys);
  const ids = isSameSteps ? last.cards.ids : ([...keys].sort() as NodeId[]);
  const cards = readCards(ids, document, registry, isSameSteps ? last.cards : undefined);
  const wiring = isSameSteps && hasSameRows(last.cards, cards) ? last.wiring : wire(cards, document.edges);
  remembered.set(document.edges, { registry, keys, cards, wiring });
  return { cards, wiring };
}

function isEqual(one: readonly string[], two: readonly string[]): boolean {
  return one.length === two.length && one.every((key, index) => key === two[index]);
}

/** Asks the kinds; about a step that is still the same object `last` has the answers. */
function readCards(
  ids: readonly NodeId[],
  document: FlowDocument,
  registry: Registry,
  last: Cards | undefined,
): Cards {
  const nodes = ids.map((id) => document.nodes[id]!);
  const kinds: (AnyKind | undefined)[] = [];
  const facts: (Facts | undefined)[] = [];
  nodes.forEach((node, index) => {
    const isSame = last?.nodes[index] === node;
    const kind = isSame ? last.kinds[index] : registry.get(node.kind);
    kinds.push(kind);
    facts.push(isSame ? last.facts[index] : kind && factsBy(kind, node));
  });
  return { ids, nodes, kinds, facts };
}

/** Whether no card has other exits than before, and none became something that may not be led to. */
function hasSameRows(before: Cards, now: Cards): boolean {
  return now.facts.every((facts, index) => {
    const old = before.facts[index];
    if (facts === old) return true;
    const rows = facts?.exits ?? [];
    return (
      now.kinds[index] === before.kinds[index] &&
      rows.length === old?.exits.length &&
      rows.every((exit, row) => exit.id === old.exits[row]!.id)
    );
  });
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
  const edges: FlowEdge[] = [];
  for (let node = 0; node < ids.length; node += 1) {
    for (let at = firstRow[node]!; at < firstRow[node + 1]!; at += 1) {
      const edge = wired[at];
      if (edge === undefined) continue;
      edges.push(edge);
      targets.push(leadsTo[at]!);
      rows.push(at - firstRow[node]!);
    }
    starts[node + 1] = edges.length;
  }
  const out = ids.map((_, node) => edges.slice(starts[node], starts[node + 1]));
  return { index, out, links: { starts, targets: Int32Array.from(targets) }, rows, unlinked };
}

/** The place of an exit among a card's rows; -1 when there is none. */
function rowOf(exits: readonly Exit[] | undefined, exit: ExitId): number {
  if (exits !== undefined)
    for (let row = 0; row < exits.length; row += 1) if (exits[row]!.id === exit) return row;
  return -1;
}
