/**
 * The analyser: every problem of a drawing, from whole-graph checks (one file each) and the kinds' own.
 * Pure and total: never throws, whatever the document holds.
 */
import type { FlowDocument } from '../document.ts';
import { buildGraph, type FlowGraph } from '../graph.ts';
import type { Registry, WorkspaceHoldings } from '../kind.ts';
import { knownBefore } from '../known.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { anytimeTargetGone } from './anytime-target-gone.ts';
import { anytimeUnreachable } from './anytime-unreachable.ts';
import { callTooLong } from './call-too-long.ts';
import { choiceLikeOtherwise } from './choice-like-otherwise.ts';
import { choiceWithoutEffect } from './choice-without-effect.ts';
import { choicesMissing } from './choices-missing.ts';
import { circleWithoutListening } from './circle-without-listening.ts';
import { danglingLink } from './dangling-link.ts';
import { type DrawingCheck, prepare } from './drawing.ts';
import { hoursNeverOpen } from './hours-never-open.ts';
import { hoursOverlap } from './hours-overlap.ts';
import { informationNotCollected } from './information-not-collected.ts';
import { informationUnused } from './information-unused.ts';
import { askKinds } from './kinds-own.ts';
import { noAnswer } from './no-answer.ts';
import { noEmergencyRule } from './no-emergency-rule.ts';
import { noEnd } from './no-end.ts';
import { noPerson } from './no-person.ts';
import { otherLanguage } from './other-language.ts';
import { recordingWithoutConsent } from './recording-without-consent.ts';
import { repeatsForEver } from './repeats-for-ever.ts';
import { sameInformationName } from './same-information-name.ts';
import { sameTitle } from './same-title.ts';
import { secretInText } from './secret-in-text.ts';
import { sentenceTooLong } from './sentence-too-long.ts';
import { severalAnswers } from './several-answers.ts';
import { templateMarks } from './template-marks.ts';
import { tooManySteps } from './too-many-steps.ts';
import { tooMuchText } from './too-much-text.ts';
import { unknownInformation } from './unknown-information.ts';
import { unknownKind } from './unknown-kind.ts';
import { unknownTimeZone } from './unknown-time-zone.ts';
import { unnamedFlow } from './unnamed-flow.ts';
import { unreachableStep } from './unreachable-step.ts';
import { unwiredExit } from './unwired-exit.ts';

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
  noEnd,
  repeatsForEver,
  choiceWithoutEffect,
  choiceLikeOtherwise,
  noPerson,
  noEmergencyRule,
  anytimeTargetGone,
  anytimeUnreachable,
  informationUnused,
  sameInformationName,
  choicesMissing,
  secretInText,
  templateMarks,
  sentenceTooLong,
  otherLanguage,
  callTooLong,
  unknownTimeZone,
  hoursNeverOpen,
  hoursOverlap,
  sameTitle,
  tooManySteps,
  tooMuchText,
  recordingWithoutConsent,
  unnamedFlow,
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
  'no-end',
  'repeats-for-ever',
  'choice-without-effect',
  'choice-like-otherwise',
  'no-person',
  'no-emergency-rule',
  'anytime-target-gone',
  'anytime-unreachable',
  'information-unused',
  'same-information-name',
  'choices-missing',
  'secret-in-text',
  'template-marks',
  'sentence-too-long',
  'other-language',
  'call-too-long',
  'unknown-time-zone',
  'hours-never-open',
  'hours-overlap',
  'same-title',
  'too-many-steps',
  'too-much-text',
  'recording-without-consent',
  'consent-never-asked',
  'consent-not-always-asked',
  'consent-not-named',
  'unnamed-flow',
  'not-word-for-word',
  'payload-refused',
  'not-a-flow',
  'newer-format',
  'unreadable-step',
  'unreadable-part',
] as const;

/** What is known besides the drawing. */
export interface Circumstances {
  /** Its graph, when it is built already. */
  readonly graph?: FlowGraph;
  readonly workspace?: WorkspaceHoldings;
}

/** All problems, errors first, in a stable order. */
export function checkDocument(
  document: FlowDocument,
  registry: Registry,
  { graph = buildGraph(document, registry), workspace }: Circumstances = {},
): Problem[] {
  const known = knownBefore(document, graph);
  const drawing = prepare(document, graph, registry, known);
  const problems: Problem[] = [];
  for (const check of CHECKS) problems.push(...check(drawing));
  askKinds(drawing, workspace, problems);
  return sortProblems(problems);
}
