/** What whole-graph checks look at: the drawing, prepared in one pass so that each check is a plain walk over its steps. */
import type { FlowDocument, FlowEdge, FlowNode, NodeId } from '../document.ts';
import { type Facts, factsOf } from '../facts.ts';
import { components, type FlowGraph, type KnownInformation } from '../graph.ts';
import type { AnyKind, Registry } from '../kind.ts';
import type { Problem } from '../problem.ts';
import { readTexts, type Texts } from './texts.ts';

/** A step with everything that is known about it. */
export interface Step {
  readonly id: NodeId;
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
  const byId = new Map<NodeId, Step>();
  const steps = graph.nodes.map((id): Step => {
    const node = document.nodes[id]!;
    const step = {
      id,
      node,
      kind: registry.get(node.kind),
      facts: factsOf(node, registry),
      isReached: graph.reachable.has(id),
      out: graph.out(id),
      next: [],
    };
    byId.set(id, step);
    return step;
  });
  for (const step of steps) for (const edge of step.out) (step.next as Step[]).push(byId.get(edge.to)!);
  return {
    document,
    graph,
    registry,
    known,
    steps,
    components: components(graph).map((nodes) => nodes.map((node) => byId.get(node)!)),
    texts: readTexts(document, steps),
  };
}
