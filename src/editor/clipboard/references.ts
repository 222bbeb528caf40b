/**
 * Which information and opening hours a step speaks of, and the same step under other ids. Pure; asks the kinds through the
 * registry.
 */
import { type FlowNode, type HoursId, type InformationId, informationIn } from '../../flow/document.ts';
import type { DrawnKind, DrawnKinds } from '../../flow/kind.ts';
import type { Json, JsonObject } from '../../lib/json.ts';

export interface Mentions {
  readonly information: ReadonlySet<InformationId>;
  readonly hours: ReadonlySet<HoursId>;
}

/** Old ids to new ones; what is missing here keeps its id. */
export interface Renaming {
  readonly information: ReadonlyMap<InformationId, InformationId>;
  readonly hours: ReadonlyMap<HoursId, HoursId>;
}

/** Nobody's id: it stands in for one, to see whether the kind takes that place for a reference. */
const PROBE = 'probe_of_a_reference_7f3a9c';
const MARK = /\{\{([a-zA-Z][a-zA-Z0-9_]{0,39})\}\}/g;

/** Also marks in texts that are no sentence at present: a subject comes back when a message is sent as e-mail again. */
export function mentionsOf({ kind: id, data }: FlowNode, kinds: DrawnKinds): Mentions {
  const kind = kinds.get(id);
  const texts: string[] = [];
  mapTexts(data, (text) => {
    texts.push(text);
    return text;
  });
  const marked = texts.flatMap(informationIn);
  if (kind) {
    return {
      information: new Set([...marked, ...referred(kind, data, 'information')] as InformationId[]),
      hours: new Set(referred(kind, data, 'hours') as HoursId[]),
    };
  }
  // An unknown kind may mean anything by a text: what is no id here is sorted out by whoever asks.
  return {
    information: new Set([...marked, ...(texts as InformationId[])]),
    hours: new Set(texts as HoursId[]),
  };
}

/** The step's data with the new ids in their places; the same object when nothing in it changes. */
export function renamed({ kind: id, data }: FlowNode, kinds: DrawnKinds, renaming: Renaming): JsonObject {
  const kind = kinds.get(id);
  return mapTexts(data, (text, path) => {
    for (const sort of ['information', 'hours'] as const) {
      const next = (renaming[sort] as ReadonlyMap<string, string>).get(text);
      if (next !== undefined && next !== text && (!kind || isReference(kind, data, path, sort))) return next;
    }
    return text.replace(MARK, (mark, one) => {
      const next = renaming.information.get(one);
      return next === undefined ? mark : `{{${next}}}`;
    });
  }) as JsonObject;
}

function referred(kind: DrawnKind, data: JsonObject, sort: keyof Renaming): readonly string[] {
  if (sort === 'hours') return kind.hours?.(data) ?? [];
  return [...kind.uses(data), ...kind.exits(data).flatMap((exit) => kind.collects(data, exit.id))];
}

/** A caller's word may read like an id: the text is one where the kind would speak of whatever else stood there. */
function isReference(kind: DrawnKind, data: JsonObject, path: string, sort: keyof Renaming): boolean {
  const probed = mapTexts(data, (text, place) => (place === path ? PROBE : text)) as JsonObject;
  return referred(kind, probed, sort).includes(PROBE);
}

/** Texts by their dotted path; values without a change are the same objects. */
function mapTexts(value: Json, change: (text: string, path: string) => string, path = ''): Json {
  if (typeof value === 'string') return change(value, path);
  if (typeof value !== 'object' || value === null) return value;
  let isChanged = false;
  const entries = Object.entries(value).map(([key, one]: [string, Json]) => {
    const next = mapTexts(one, change, `${path}.${key}`);
    isChanged ||= next !== one;
    return [key, next] as const;
  });
  if (!isChanged) return value;
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}
