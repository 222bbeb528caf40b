/** What whole-graph checks look at: the drawing, prepared in one pass so that each check is a plain walk over its steps. */
import type { FlowDocument, FlowEdge, FlowNode, NodeId } from '../document.ts';
import type { Facts } from '../facts.ts';
import type { FlowGraph, IndexedSteps } from '../graph.ts';
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
  /** Wired exits in the order of the card's rows, and the places of the steps to which they lead. */
  readonly out: readonly FlowEdge[];
  readonly next: readonly number[];
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
  const steps = readSteps(graph);
  return {
    document,
    graph,
    registry,
    known,
    steps,
    components: graph.steps.components.map((places) => places.map((place) => steps[place]!)),
    texts: readTexts(document, steps),
  };
}

/** Of the last drawing with these links, where those that were not edited can stay. */
const remembered = new WeakMap<IndexedSteps['reached'], readonly Step[]>();

function readSteps({ steps: { ids, nodes, kinds, facts, out, next, reached } }: FlowGraph): readonly Step[] {
  const before = remembered.get(reached);
  const steps: Step[] = [];
  for (let index = 0; index < ids.length; index += 1) {
    const last = before?.[index];
    steps.push(
      last !== undefined && last.node === nodes[index] && last.facts === facts[index]
        ? last
        : {
            id: ids[index]!,
            index,
            node: nodes[index]!,
            // whole, as in the registry that was given
            kind: kinds[index] as AnyKind | undefined,
            facts: facts[index],
            isReached: reached[index] === 1,
            out: out[index]!,
            next: next[index]!,
          },
    );
  }
  remembered.set(reached, steps);
  return steps;
}
