/**
 * Under which circumstances the rules of a drawing lead along a way: the instant of the call, and what is told or answered
 * at each step. Candidates come from the rules themselves: just below, at and above what they compare with.
 */
import type { ExitId, FlowDocument, InformationId, NodeId } from '../flow/document.ts';
import type { Way } from '../flow/paths.ts';
import { fillSentence } from '../flow/text.ts';
import { registry } from '../kinds/registry.ts';
import { candidatesFor, NOTHING, same, type Told } from './told.ts';

export interface Circumstances {
  readonly now: number;
  /** What is told, or answered by another system, at the step of this place on the way. */
  told(place: number, information: InformationId): Told;
}

export const TUESDAY_NOON = Date.parse('2026-11-24T11:15:00Z');
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

/** From some moment on: a Tuesday noon and the Sunday night before it, one moment for every three hours of a week, and a holiday of all calendars. */
export function instantsFrom(from: number): number[] {
  const tuesday = TUESDAY_NOON + Math.ceil((from - TUESDAY_NOON) / WEEK) * WEEK;
  const sunday = sundayNightBefore(tuesday);
  const christmas = Date.UTC(new Date(tuesday).getUTCFullYear(), 11, 25, 11, 15);
  return [tuesday, sunday, ...Array.from({ length: 56 }, (_, index) => sunday + index * 3 * HOUR), christmas];
}

function sundayNightBefore(tuesdayNoon: number): number {
  return tuesdayNoon - 36.75 * HOUR;
}

export const SUNDAY_NIGHT = sundayNightBefore(TUESDAY_NOON);

/** How a caller behaves where the rules of the drawing leave it open. */
export interface Conduct {
  /** Which of the values that nothing depends on are told. */
  readonly variety: number;
  /** Optional questions that nothing depends on are waved away. */
  readonly waves: boolean;
  /** Milliseconds since the epoch: about when calls are made. Dates that are told come after it. */
  readonly from?: number;
}

const USUAL_CONDUCT: Conduct = { variety: 0, waves: false };

/** Null when the rules of the drawing never lead this way. */
export function circumstancesFor(
  document: FlowDocument,
  way: Way,
  { variety, waves, from = TUESDAY_NOON }: Conduct = USUAL_CONDUCT,
): Circumstances | null {
  const isBarred = way.steps.some(({ node, exit }) => {
    const failure = certainFailure(document, node);
    return failure !== null && exit !== failure;
  });
  if (isBarred) return null;
  const decisions = decisionsOn(document, way);
  const terrain = { document, way, from };
  for (const now of instantsFrom(from)) {
    const chosen = assign(terrain, decisions, now, new Map());
    if (chosen)
      return {
        now,
        told: (place, information) => {
          const forced = chosen.get(variable(place, information));
          if (forced) return forced;
          if (waves && isOptional(document, way, place, information)) return NOTHING[document.language];
          const open = candidatesAt(terrain, place, information);
          return open[variety % open.length]!;
        },
      };
  }
  return null;
}

/** The exit of a step that can do nothing (no number, no facts, no address), whatever the caller says; else null. */
export function certainFailure(document: FlowDocument, id: NodeId): ExitId | null {
  const node = document.nodes[id]!;
  const { exits, simulate } = registry.get(node.kind)!;
  const { result } = simulate(
    node,
    { type: 'enter' },
    { document, information: {}, now: 0, fill: (text) => text },
  );
  const exit = result.type === 'left' ? exits(node.data).find((row) => row.id === result.exit) : undefined;
  return exit?.role === 'failure' ? exit.id : null;
}

/** Where a caller goes, and about when. */
interface Terrain {
  readonly document: FlowDocument;
  readonly way: Way;
  readonly from: number;
}

interface Decision {
  readonly step: Way['steps'][number];
  /** What its rules look at, and the step of the way that obtained it last; -1 when none did. */
  readonly looks: readonly { readonly information: InformationId; readonly place: number }[];
}

function decisionsOn(document: FlowDocument, way: Way): Decision[] {
  return way.steps.flatMap((step, at) => {
    const node = document.nodes[step.node]!;
    const kind = registry.get(node.kind)!;
    if (kind.family !== 'decide' || step.exit === undefined) return [];
    const looks = kind.uses(node.data).map((information) => ({
      information,
      place: obtainedAt(document, way, at, information),
    }));
    return [{ step, looks }];
  });
}

/** The step of the way before `at` from which an information is known; -1 when none obtains it. */
function obtainedAt(document: FlowDocument, way: Way, at: number, information: InformationId): number {
  const places = way.steps.flatMap((step, place) =>
    place < at && obtains(document, step, information) ? [place] : [],
  );
  // What is known already is not asked again where the step says so.
  const asked = places.filter((place, index) => index === 0 || !skipsKnown(document, way, place));
  return asked.at(-1) ?? -1;
}

interface Asking {
  readonly items?: readonly { readonly information: InformationId; readonly optional: boolean }[];
  readonly skipKnown?: boolean;
  /** What a booking changes. */
  readonly when?: InformationId;
}

/** The moment that the calendar of `outside-world.ts` gives at a step of the way: another one each time. */
export const slotAt = (place: number) => `Thursday at ${10 + place}`;

function candidatesAt({ document, way, from }: Terrain, place: number, information: InformationId): Told[] {
  return askedBy(document, way, place).when === information
    ? [same(slotAt(place))]
    : candidatesFor(document, information, place, from);
}

function askedBy(document: FlowDocument, way: Way, place: number): Asking {
  return document.nodes[way.steps[place]!.node]!.data as Asking;
}

function skipsKnown(document: FlowDocument, way: Way, place: number): boolean {
  return askedBy(document, way, place).skipKnown === true;
}

function isOptional(document: FlowDocument, way: Way, place: number, information: InformationId): boolean {
  const items = askedBy(document, way, place).items ?? [];
  return items.some((item) => item.information === information && item.optional);
}

/** Whether a step of a way, left as the way leaves it, asks for an information or stores it. */
export function obtains(
  document: FlowDocument,
  { node: id, exit }: Way['steps'][number],
  information: InformationId,
) {
  const node = document.nodes[id]!;
  const kind = registry.get(node.kind)!;
  if (exit === undefined || kind.exits(node.data).find((row) => row.id === exit)?.role !== 'next')
    return false;
  // What may be left out is obtained as well: `collects` names only what surely is.
  return [
    ...kind.collects(node.data, exit),
    ...(kind.family === 'listen' ? kind.uses(node.data) : []),
    (node.data as Asking).when,
  ].includes(information);
}

type Chosen = ReadonlyMap<string, Told>;

/** Values for the information of all decisions, so that each goes its way; decision by decision, back when one cannot. */
function assign(
  terrain: Terrain,
  decisions: readonly Decision[],
  now: number,
  chosen: Chosen,
): Chosen | null {
  const [decision, ...rest] = decisions;
  if (!decision) return chosen;
  for (const candidate of fill(terrain, decision.looks, chosen)) {
    const found = leadsThere(terrain.document, decision, now, candidate)
      ? assign(terrain, rest, now, candidate)
      : null;
    if (found) return found;
  }
  return null;
}

/** Every way to give values to what is looked at and has none yet. */
function* fill(terrain: Terrain, looks: Decision['looks'], chosen: Chosen): Generator<Chosen> {
  const open = looks.find(
    ({ place, information }) => place >= 0 && !chosen.has(variable(place, information)),
  );
  if (!open) {
    yield chosen;
    return;
  }
  const told = candidatesAt(terrain, open.place, open.information);
  if (isOptional(terrain.document, terrain.way, open.place, open.information))
    told.push(NOTHING[terrain.document.language]);
  for (const one of told)
    yield* fill(terrain, looks, new Map([...chosen, [variable(open.place, open.information), one]]));
}

function leadsThere(document: FlowDocument, { step, looks }: Decision, now: number, chosen: Chosen): boolean {
  const node = document.nodes[step.node]!;
  const information: Record<InformationId, string> = {};
  for (const { place, information: id } of looks)
    information[id] = chosen.get(variable(place, id))?.value ?? '';
  const { result } = registry
    .get(node.kind)!
    .simulate(
      node,
      { type: 'enter' },
      { document, information, now, fill: (sentence) => fillSentence(sentence, document, information) },
    );
  return result.type === 'left' && result.exit === step.exit;
}

function variable(place: number, information: InformationId): string {
  return `${place} ${information}`;
}
