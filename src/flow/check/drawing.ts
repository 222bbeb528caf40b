/** What whole-graph checks look at: the drawing, prepared in one pass so that each check is a plain walk over its steps. */
import type { FlowDocument, FlowEdge, FlowNode, NodeId } from '../document.ts';
import type { Facts } from '../facts.ts';
import type { FlowGraph } from '../graph.ts';
import type { AnyKind, Registry } from '../kind.ts';
import type { KnownInformation } from '../known.ts';
import type { Problem } from '../problem.ts';
import { readTexts, type Texts } from './texts.ts';

/** A step with everything that is known about it. */
export interface Step {
  readonly id: NodeId;
  /** Its place among all steps. */
  readonly index: number;
  readonly node: FlowNode;
  /** Undefined for a step of a kind that is not known here. */
  readonly kind: AnyKind | undefined;
  readonly facts: Facts | undefined;
  readonly isReached: boolean;
  /** Wired exits in the order of the card's rows, and where each leads. */
  readonly out: readonly FlowEdge[];
  readonly next: readonly Step[];
}

export interface Drawing {
  readonly document: FlowDocument;
  readonly graph: FlowGraph;
  readonly registry: Registry;
  readonly known: KnownInformation;
  /** All steps, by id. */
  readonly steps: readonly Step[];
  /** Steps that can reach each other, in topological order. */
  readonly components: readonly (readonly Step[])[];
  readonly texts: Texts;
}

export type DrawingCheck = (drawing: Drawing) => readonly Problem[];

/** O(nodes + edges). */
export function prepare(
  document: FlowDocument,
  graph: FlowGraph,
  registry: Registry,
  known: KnownInformation,
): Drawing {
  const { nodes, kinds, facts, out, links, reached, components } = graph.steps;
  const steps = graph.nodes.map(
    (id, index): Step => ({
      id,
      index,
      node: nodes[index]!,
      kind: kinds[index],
      facts: facts[index],
      isReached: reached[index] === 1,
      out: out[index]!,
      next: out[index]!.length === 0 ? NOWHERE : [],
    }),
  );
  for (const { index, next } of steps)
    for (let link = links.starts[index]!; link < links.starts[index + 1]!; link += 1)
      (next as Step[]).push(steps[links.targets[link]!]!);
  return {
    document,
    graph,
    registry,
    known,
    steps,
    components: components.map((indexes) => indexes.map((index) => steps[index]!)),
    texts: readTexts(document, steps),
  };
}

const NOWHERE: readonly Step[] = [];
