/**
 * What a drawing means for one call: its own simulation, driven along a way. The other half of the comparison (`play.ts`)
 * sees nothing but the compiled payload.
 */

import { askedFact, isKnownAt, listensAt } from '../../../callers/caller.ts';
import { slotAt } from '../../../callers/circumstances.ts';
import { consentOf } from '../../../flow/consent.ts';
import type { ExitId, FlowDocument, InformationId, NodeId } from '../../../flow/document.ts';
import { newSimulation, type Simulation, type Turn } from '../../../flow/simulate.ts';
import { fillSentence } from '../../../flow/text.ts';
import { registry, simulateFlow } from '../../registry.ts';
import { goneWay, type Journey } from './journey.ts';

export type End =
  | { readonly type: 'hung-up'; readonly at: NodeId; readonly outcome: string }
  | { readonly type: 'transferred'; readonly to: string }
  /** A way out that leads nowhere: the call is ended politely. */
  | { readonly type: 'nowhere' }
  /** The caller says nothing more. */
  | { readonly type: 'waiting' }
  /** A circle in which nobody is listened to: no payload does the same. */
  | { readonly type: 'endless' };

export interface Sentence {
  readonly text: string;
  /** Promised word for word; the others are the model's to speak. */
  readonly exact: boolean;
}

export interface Meaning {
  readonly visited: readonly NodeId[];
  readonly said: readonly Sentence[];
  readonly information: Readonly<Record<string, string>>;
  readonly end: End;
  /** For each visit whether the call may be recorded during it. */
  readonly recorded: readonly boolean[];
}

/** Longer than any call of a test. */
const MOST_ANSWERS = 200;

interface Data {
  readonly items?: readonly { readonly information: InformationId }[];
  readonly answers?: readonly { readonly information: string }[];
  readonly skipKnown?: boolean;
  readonly when?: string;
  readonly outcome?: string;
  readonly exactly?: boolean;
}

/** Null when the drawing never goes this way (a rule that cannot hold, a question that is not put). */
export function meaningOf(document: FlowDocument, journey: Journey): Meaning | null {
  const { way, circumstances } = journey;
  const said: Turn['said'][number][] = [];
  const worlds: number[] = [];
  let world = 0;
  const take = (turn: Turn): Simulation => {
    said.push(...turn.said);
    while (worlds.length < turn.simulation.visited.length) worlds.push(world);
    return turn.simulation;
  };
  let simulation = take(simulateFlow(document, newSimulation(circumstances.now), { type: 'call' }));
  let isInterrupted = journey.interruption === undefined;
  for (let count = 0; simulation.waitsAt !== null; count += 1) {
    if (count > MOST_ANSWERS) return null;
    const node = simulation.waitsAt;
    const place = simulation.visited.length - 1;
    if (place < reached(journey) && way.steps[place]!.node !== node) return null;
    if (!isInterrupted && place === journey.interruption?.place) {
      isInterrupted = true;
      const { rule } = journey.interruption;
      simulation = take(simulateFlow(document, simulation, { type: 'anytime', rule }));
      continue;
    }
    const exit = exitAt(document, node, place, journey);
    if (exit === null) break;
    if (!simulation.exits.includes(exit)) return null;
    said.push(...answersAt(document, simulation, exit));
    const values = valuesAt(document, node, place, exit, journey);
    world = worldAfter(document, node, exit, values, world);
    simulation = take(
      simulateFlow(document, simulation, { type: 'answer', exit, ...(values ? { values } : {}) }),
    );
  }
  if (!isInterrupted) return null;
  const visited = simulation.visited.map((visit) => visit.node);
  if (way.steps.some(({ node }, place) => place < reached(journey) && visited[place] !== node)) return null;
  return {
    visited,
    said: said.map(({ node, text }) => ({ text, exact: isExact(document, node) })),
    information: simulation.information,
    end: endOf(document, simulation, journey),
    recorded: worlds.map((one) => one === 1),
  };
}

/** How many steps of the way the call goes through. */
function reached(journey: Journey): number {
  return goneWay(journey).steps.length;
}

/** By which exit the step is left; null when nobody answers any more. Behind the way other systems are out of order. */
function exitAt(document: FlowDocument, node: NodeId, place: number, journey: Journey): ExitId | null {
  if (journey.answered?.place === place) return 'connected';
  const step = place < reached(journey) ? journey.way.steps[place] : undefined;
  if (step) return step.exit ?? null;
  const { kind, data } = document.nodes[node]!;
  if (listensAt(document, node)) return null;
  return (
    registry
      .get(kind)!
      .exits(data)
      .findLast(({ role }) => role === 'failure')?.id ?? null
  );
}

/** What is answered to the caller's question at a step of facts, before they want nothing more. */
function answersAt(
  document: FlowDocument,
  { waitsAt, information }: Simulation,
  exit: ExitId,
): Turn['said'][number][] {
  const { kind, data } = document.nodes[waitsAt!]!;
  const role = registry
    .get(kind)!
    .exits(data)
    .find((row) => row.id === exit)?.role;
  const fact = role === 'next' ? askedFact(data as Parameters<typeof askedFact>[0]) : undefined;
  return fact ? [{ node: waitsAt!, text: fillSentence(fact.answer, document, information) }] : [];
}

/** What the caller, or another system, tells at a step that goes well. */
function valuesAt(
  document: FlowDocument,
  id: NodeId,
  place: number,
  exit: ExitId,
  { way, circumstances }: Journey,
): Record<InformationId, string> | null {
  const node = document.nodes[id]!;
  const role = registry
    .get(node.kind)!
    .exits(node.data)
    .find((row) => row.id === exit)?.role;
  if (role !== 'next') return null;
  const { items = [], answers = [], when, skipKnown } = node.data as Data;
  const asked = items.filter(
    ({ information }) => !skipKnown || !isKnownAt(document, way, place, circumstances, information),
  );
  const told = [...asked, ...answers.filter(({ information }) => information !== '')];
  const values = told.map(
    ({ information }) =>
      [information, circumstances.told(place, information as InformationId).value] as const,
  );
  return Object.fromEntries([
    ...values.filter(([, value]) => value !== ''),
    ...(when === undefined ? [] : [[when, slotAt(place)]]),
  ]);
}

/** Recording begins with a yes to the question, and ends for good when the yes is taken back. */
function worldAfter(
  document: FlowDocument,
  node: NodeId,
  exit: ExitId,
  values: Readonly<Record<InformationId, string>> | null,
  world: number,
): number {
  const consent = document.settings.recording ? consentOf(document) : null;
  const { items = [] } = document.nodes[node]!.data as Data;
  if (consent === null || exit === undefined || !items.some(({ information }) => information === consent))
    return world;
  const isYes = values?.[consent] === 'yes';
  if (world === 0) return isYes ? 1 : 0;
  return world === 1 && (values === null || isYes) ? 1 : 2;
}

function isExact(document: FlowDocument, id: NodeId): boolean {
  const { kind, data } = document.nodes[id]!;
  const { family } = registry.get(kind)!;
  return family === 'begin' || family === 'leave' || (family === 'speak' && (data as Data).exactly === true);
}

function endOf(document: FlowDocument, { end, visited }: Simulation, { answered }: Journey): End {
  const at = visited.at(-1)!.node;
  if (end === 'hung-up')
    return { type: 'hung-up', at, outcome: (document.nodes[at]!.data as Data).outcome ?? '' };
  if (end === 'transferred') return { type: 'transferred', to: answered?.number ?? '' };
  if (end === 'endless') return { type: 'endless' };
  return { type: end === null ? 'waiting' : 'nowhere' };
}
