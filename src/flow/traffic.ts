/**
 * Counts of calls laid on a drawing: which step had how many, by which links they went on. The drawing may be another than the calls
 * went through: what is no longer drawn is told apart, never guessed. Knows no screen. Pure and total.
 */
import type { EdgeId, ExitId, FlowDocument, FlowEdge, NodeId } from './document.ts';
import { buildGraph, type FlowGraph } from './graph.ts';
import type { DrawnKinds, ReasonCode } from './kind.ts';

/** How calls came to an end at a step where the drawing ends none. */
export const ENDS = ['hungUp', 'failed', 'silent', 'tooLong'] as const;
export type End = (typeof ENDS)[number];

export interface StepCount extends Readonly<Record<End, number>> {
  readonly node: string;
  readonly calls: number;
  /** Milliseconds of the `timed` visits, together. */
  readonly timed: number;
  readonly spent: number;
}

export interface LinkCount {
  readonly from: string;
  readonly to: string;
  /** Whether the way out was written down; its exit is null when a rule valid at any time led away. */
  readonly noted: boolean;
  readonly exit: string | null;
  readonly calls: number;
  readonly sure: number;
}

export interface TrafficCounts {
  readonly calls: number;
  readonly steps: readonly StepCount[];
  readonly links: readonly LinkCount[];
}

export interface LinkTraffic {
  readonly edge: FlowEdge;
  readonly calls: number;
  /** Of the calls at the step that it leaves, 0 to 1. */
  readonly share: number;
  /** More than half of them say so themselves. */
  readonly isSure: boolean;
  /** Several links lead there and some calls do not say which they took: it may be fewer. */
  readonly isAtMost: boolean;
}

export interface StepTraffic {
  readonly node: NodeId;
  readonly calls: number;
  /** Of all calls, 0 to 1. */
  readonly share: number;
  readonly ends: Readonly<Record<End, number>>;
  /** Calls that left it because it did not work. */
  readonly wentWrong: number;
  /** Milliseconds a visit, on average; null where no visit's length is known. */
  readonly time: number | null;
  readonly links: readonly LinkTraffic[];
  /** Calls that a rule valid at any time led away. */
  readonly ledAway: number;
}

export interface FlowTraffic {
  readonly calls: number;
  /** In the order of the drawing: nearest to the start first, steps without any call as well, notes and sections left out. */
  readonly steps: readonly StepTraffic[];
  readonly links: ReadonlyMap<EdgeId, LinkTraffic>;
  /** Steps that had calls and are not drawn here. */
  readonly missing: number;
}

/** A caller who will not say, or wants something else, is no failure of the step. */
const FAILURES: ReadonlySet<ReasonCode> = new Set(['nobody-answered', 'question-unanswered', 'tool-failed']);

export function trafficOn(document: FlowDocument, kinds: DrawnKinds, counts: TrafficCounts): FlowTraffic {
  const graph = buildGraph(document, kinds);
  const byStep = new Map(counts.steps.map((step) => [step.node, step]));
  const { links, ledAway } = laidOut(graph, counts, byStep);
  const steps = inOrder(graph, document, kinds).map((id): StepTraffic => {
    const count = byStep.get(id);
    const out = graph.out(id).flatMap((edge) => links.get(edge.id) ?? []);
    const failing = failuresOf(document, kinds, id);
    return {
      node: id,
      calls: count?.calls ?? 0,
      share: ratio(count?.calls ?? 0, counts.calls),
      ends: {
        hungUp: count?.hungUp ?? 0,
        failed: count?.failed ?? 0,
        silent: count?.silent ?? 0,
        tooLong: count?.tooLong ?? 0,
      },
      wentWrong: out.filter(({ edge }) => failing.has(edge.exit)).reduce((sum, { calls }) => sum + calls, 0),
      time: count && count.timed > 0 ? count.spent / count.timed : null,
      links: out,
      ledAway: ledAway.get(id) ?? 0,
    };
  });
  const missing = counts.steps.filter(({ node }) => !document.nodes[node as NodeId]).length;
  return { calls: counts.calls, steps, links, missing };
}

function laidOut(graph: FlowGraph, { links: counted }: TrafficCounts, steps: ReadonlyMap<string, StepCount>) {
  const sums = new Map<EdgeId, { calls: number; sure: number; isAtMost: boolean; edge: FlowEdge }>();
  const ledAway = new Map<string, number>();
  for (const { from, to, noted, exit, calls, sure } of counted) {
    if (noted && exit === null) {
      ledAway.set(from, (ledAway.get(from) ?? 0) + calls);
      continue;
    }
    const leading = graph
      .out(from as NodeId)
      .filter((edge) => edge.to === to && (!noted || edge.exit === exit));
    for (const edge of leading) {
      const sum = sums.get(edge.id);
      sums.set(edge.id, {
        edge,
        calls: (sum?.calls ?? 0) + calls,
        sure: (sum?.sure ?? 0) + (leading.length > 1 ? 0 : sure),
        isAtMost: sum?.isAtMost === true || leading.length > 1,
      });
    }
  }
  for (const node of graph.nodes)
    for (const edge of graph.out(node))
      if (!sums.has(edge.id)) sums.set(edge.id, { edge, calls: 0, sure: 0, isAtMost: false });
  const links = new Map(
    [...sums].map(([id, { edge, calls, sure, isAtMost }]): [EdgeId, LinkTraffic] => [
      id,
      {
        edge,
        calls,
        share: ratio(calls, steps.get(edge.from)?.calls ?? 0),
        isSure: sure * 2 > calls,
        isAtMost,
      },
    ]),
  );
  return { links, ledAway };
}

/** A call that comes by twice may go two ways: no share is more than all. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole);
}

function inOrder(graph: FlowGraph, document: FlowDocument, kinds: DrawnKinds): NodeId[] {
  const seen = new Set<NodeId>(graph.entries);
  const goOn = () => {
    for (const node of seen) for (const edge of graph.out(node)) seen.add(edge.to);
  };
  goOn();
  for (const node of graph.lane) seen.add(node);
  goOn();
  return [...seen, ...graph.nodes.filter((node) => !seen.has(node))].filter((id) => {
    const family = kinds.get(document.nodes[id]?.kind ?? '')?.family;
    return family !== undefined && family !== 'aid';
  });
}

function failuresOf(document: FlowDocument, kinds: DrawnKinds, id: NodeId): ReadonlySet<ExitId> {
  const node = document.nodes[id];
  const exits = (node && kinds.get(node.kind)?.exits(node.data)) ?? [];
  return new Set(exits.filter(({ because }) => FAILURES.has(because)).map((exit) => exit.id));
}
