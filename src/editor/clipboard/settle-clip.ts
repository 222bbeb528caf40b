/**
 * A clip as part of a drawing: steps and links with fresh ids, the information and opening hours of the drawing where they mean
 * the same, new ones where they do not. Changes nothing. Pure: ids are minted by the caller.
 */
import { findInformation, firstFree, type Need, newInformation } from '../../blocks/need.ts';
import { consentOf } from '../../flow/consent.ts';
import type {
  EdgeId,
  FlowDocument,
  FlowEdge,
  FlowNode,
  HoursId,
  Information,
  InformationId,
  NodeId,
  OpeningHours,
} from '../../flow/document.ts';
import type { DrawnKinds } from '../../flow/kind.ts';
import { contentOf, type SharedHours } from '../../flow/shared-hours.ts';
import { isSameJson } from '../../lib/same-json.ts';
import { canConnect, hasEntry } from '../commands/drawing.ts';
import { informationId } from '../inspector/information-id.ts';
import type { Clip } from './clip.ts';
import { renamed } from './references.ts';

const LONGEST_ID = 40;
const LONGEST_NAME = 80;
/** For ` 12` or `_12`. */
const NUMBER = 4;

export interface ClipPlace {
  readonly document: FlowDocument;
  readonly kinds: DrawnKinds;
  /** Id of the flow that the clip comes to. */
  readonly flow: string;
  /** The opening hours of its workspace. */
  readonly sharedHours: readonly SharedHours[];
  newNodeId(): NodeId;
  newEdgeId(): EdgeId;
}

export interface SettledClip {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  /** What the drawing does not have yet. */
  readonly information: readonly Information[];
  readonly hours: readonly OpeningHours[];
  /** The answer that decides about recording, for a drawing that has no such answer. */
  readonly consent: InformationId | null;
}

/** The steps that can come in: a flow has one step that begins the call. */
export function welcomeSteps({ drawing }: Clip, document: FlowDocument, kinds: DrawnKinds): FlowNode[] {
  let begins = hasEntry(document, kinds);
  return Object.values<FlowNode>(drawing.nodes).filter(({ kind }) => {
    if (kinds.get(kind)?.entry !== true) return true;
    const isFirst = !begins;
    begins = true;
    return isFirst;
  });
}

export function settleClip(clip: Clip, place: ClipPlace): SettledClip {
  const { document, kinds } = place;
  const isSameFlow = clip.flow === place.flow;
  const information = settleInformation(clip, document, isSameFlow);
  const hours = settleHours(clip, place, isSameFlow);
  const steps = welcomeSteps(clip, document, kinds);
  const ids = new Map(steps.map(({ id }) => [id, place.newNodeId()]));
  const renaming = { information: information.ids, hours: hours.ids };
  const nodes = steps.map(({ section, ...step }): FlowNode => {
    const kept = isSameFlow && section && Object.hasOwn(document.nodes, section) ? section : undefined;
    const inside = section && (ids.get(section) ?? kept);
    return {
      ...step,
      id: ids.get(step.id)!,
      data: renamed(step, kinds, renaming),
      ...(inside ? { section: inside } : {}),
    };
  });
  const { consent } = clip.drawing.settings;
  return {
    nodes,
    edges: settleEdges(clip.drawing, ids, place),
    information: information.added,
    hours: hours.added,
    consent: consent !== null && consentOf(document) === null ? (information.ids.get(consent) ?? null) : null,
  };
}

function settleEdges(
  drawing: FlowDocument,
  ids: ReadonlyMap<NodeId, NodeId>,
  { kinds, newEdgeId }: ClipPlace,
): FlowEdge[] {
  const left = new Set<string>();
  return Object.values<FlowEdge>(drawing.edges).flatMap((edge) => {
    const { exit } = edge;
    const [from, to] = [ids.get(edge.from), ids.get(edge.to)];
    const way = `${edge.from} ${exit}`;
    if (!from || !to || left.has(way) || !canConnect(drawing, kinds, { node: edge.from, exit }, edge.to))
      return [];
    left.add(way);
    return [{ id: newEdgeId(), from, exit, to }];
  });
}

interface Settled<Id, Value> {
  readonly ids: ReadonlyMap<Id, Id>;
  readonly added: readonly Value[];
}

/** The same id and type first, then the same name and type. No two become one: they would overwrite each other on a call. */
function settleInformation(
  { drawing }: Clip,
  document: FlowDocument,
  isSameFlow: boolean,
): Settled<InformationId, Information> {
  const carried = Object.values<Information>(drawing.information);
  const free = new Map(Object.values<Information>(document.information).map((one) => [one.id, one]));
  const ids = new Map<InformationId, InformationId>();
  const meet = (one: Information, found: Information | undefined) => {
    if (!found || found.type !== one.type || !(isSameFlow || hasChoices(found, one))) return;
    ids.set(one.id, found.id);
    free.delete(found.id);
  };
  for (const one of carried) meet(one, free.get(one.id));
  const all: Record<InformationId, Information> = { ...document.information };
  const added: Information[] = [];
  for (const one of carried) {
    if (ids.has(one.id)) continue;
    meet(one, findInformation(Object.fromEntries(free), needOf(one)));
    if (ids.has(one.id)) continue;
    const fresh = freshInformation(one, all);
    all[fresh.id] = fresh;
    added.push(fresh);
    ids.set(one.id, fresh.id);
  }
  return { ids, added };
}

/** A rule may look at each of the answers. */
function hasChoices({ choices = [] }: Information, wanted: Information): boolean {
  return (wanted.choices ?? []).every((choice) => choices.includes(choice));
}

function needOf({ id, name, type }: Information): Need {
  return { id, type, name: { en: name, fr: name }, synonyms: [] };
}

function freshInformation(one: Information, all: FlowDocument['information']): Information {
  const exact = newInformation(all, needOf(one), 'en').name;
  const short = { ...one, name: one.name.slice(0, LONGEST_NAME - NUMBER) };
  const name = exact.length <= LONGEST_NAME ? exact : newInformation(all, needOf(short), 'en').name;
  const taken = new Set(Object.keys(all));
  const canKeep = informationId(one.id, new Set()) === one.id && !taken.has(one.id);
  return { ...one, id: canKeep ? one.id : informationId(one.id, taken), name };
}

/** The same hours of the workspace, or the same times under the same name. */
function settleHours(
  { drawing }: Clip,
  { document, sharedHours }: ClipPlace,
  isSameFlow: boolean,
): Settled<HoursId, OpeningHours> {
  const all = new Map(Object.values<OpeningHours>(document.hours).map((one) => [one.id, one]));
  const ids = new Map<HoursId, HoursId>();
  const added: OpeningHours[] = [];
  for (const one of Object.values<OpeningHours>(drawing.hours)) {
    const isSame = (other: OpeningHours) =>
      one.shared === null || other.shared !== one.shared
        ? isSameJson(contentOf(other), contentOf(one))
        : true;
    const own = isSameFlow ? all.get(one.id) : undefined;
    const found = own ?? [...all.values()].find(isSame);
    const hours = found ?? freshHours(one, [...all.values()], sharedHours);
    ids.set(one.id, hours.id);
    if (found) continue;
    all.set(hours.id, hours);
    added.push(hours);
  }
  return { ids, added };
}

/** Hours of another workspace become hours of this drawing alone; those of the workspace come with their newest times. */
function freshHours(
  one: OpeningHours,
  others: readonly OpeningHours[],
  sharedHours: readonly SharedHours[],
): OpeningHours {
  const shared = sharedHours.find(({ id }) => id === one.shared);
  const ids = new Set<string>(others.map(({ id }) => id));
  const names = new Set(others.map(({ name }) => name));
  const base = ids.has(one.id) ? one.id.slice(0, LONGEST_ID - NUMBER) : one.id;
  const id = firstFree(base, '_', (candidate) => ids.has(candidate)) as HoursId;
  if (shared) return { ...shared.content, id, shared: shared.id };
  const title = names.has(one.name) ? one.name.slice(0, LONGEST_NAME - NUMBER) : one.name;
  return { ...one, id, name: firstFree(title, ' ', (candidate) => names.has(candidate)), shared: null };
}
