/**
 * The analyser: every problem of a drawing, from whole-graph checks (one file each) and the kinds' own.
 * Pure and total: never throws, whatever the document holds.
 */
import type { FlowDocument, InformationId } from '../document.ts';
import { buildGraph, type FlowGraph, type KnownInformation, knownBefore } from '../graph.ts';
import type { Registry } from '../kind.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { circleWithoutListening } from './circle-without-listening.ts';
import { danglingLink } from './dangling-link.ts';
import { informationNotCollected } from './information-not-collected.ts';
import { noAnswer } from './no-answer.ts';
import { severalAnswers } from './several-answers.ts';
import { unknownInformation } from './unknown-information.ts';
import { unknownKind } from './unknown-kind.ts';
import { unreachableStep } from './unreachable-step.ts';
import { unwiredExit } from './unwired-exit.ts';

/** What a whole-graph check may look at. */
export interface Drawing {
  readonly document: FlowDocument;
  readonly graph: FlowGraph;
  readonly registry: Registry;
  readonly known: KnownInformation;
}

export type DrawingCheck = (drawing: Drawing) => readonly Problem[];

const CHECKS: readonly DrawingCheck[] = [
  noAnswer,
  severalAnswers,
  unknownKind,
  danglingLink,
  unreachableStep,
  unwiredExit,
  circleWithoutListening,
  unknownInformation,
  informationNotCollected,
];

/** Codes of the whole-graph checks and of the other engine-wide problems; each has a sentence in both languages. */
export const ENGINE_PROBLEM_CODES = [
  'no-answer',
  'several-answers',
  'unknown-kind',
  'dangling-link',
  'unreachable-step',
  'unwired-exit',
  'circle-without-listening',
  'unknown-information',
  'information-not-collected',
  'payload-refused',
  'not-a-flow',
  'newer-format',
  'unreadable-step',
  'unreadable-part',
] as const;

/** All problems, errors first, in a stable order. */
export function checkDocument(
  document: FlowDocument,
  registry: Registry,
  graph: FlowGraph = buildGraph(document, registry),
): Problem[] {
  const known = knownBefore(document, graph, registry);
  const drawing: Drawing = { document, graph, registry, known };
  const own = graph.nodes.flatMap((id) => {
    const node = document.nodes[id]!;
    const context = { document, knownBefore: known.get(id) ?? new Set<InformationId>() };
    return registry.get(node.kind)?.checks.flatMap((check) => check.test(node, context)) ?? [];
  });
  return sortProblems([...CHECKS.flatMap((check) => check(drawing)), ...own]);
}
