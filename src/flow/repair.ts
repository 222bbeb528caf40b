/**
 * Makes a readable drawing of a stored one that is damaged: what is sound is kept, field by field; what is not is replaced
 * by what a new one would have, or left out. Pure and total; the stored one is not touched. Knows no step kind but through
 * the registry.
 */
import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts';
import { DEFAULT_ANYTIME } from './anytime/defaults.ts';
import {
  ANYTIME_RULES,
  CALL_LANGUAGES,
  DEFAULT_SETTINGS,
  DOCUMENT_FORMAT,
  type FlowDocument,
} from './document.ts';
import type { DrawnKinds, Schema } from './kind.ts';
import { migrate } from './migrations/migrate.ts';
import { readDocument } from './read.ts';
import { allHours, anytimeSetting, edges, informations, node, settings } from './stored-shapes.ts';

/** Null when nothing can be made of it: it is no flow, or of a newer format than this version knows. */
export function repairDocument(stored: unknown, registry: DrawnKinds): FlowDocument | null {
  if (!isJsonObject(stored)) return null;
  const format = Number.isInteger(stored.format) ? (stored.format as number) : DOCUMENT_FORMAT;
  if (format < 1 || format > DOCUMENT_FORMAT || !isJsonObject(stored.nodes)) return null;
  const json = migrate(stored, format);
  const language = CALL_LANGUAGES.find((one) => one === json.language) ?? 'en';
  const repaired = {
    ...json,
    format: DOCUMENT_FORMAT,
    language,
    nodes: rows(json.nodes, (row, id) => repairNode(row, id, registry, language)),
    edges: rows(json.edges, (row, id) =>
      salvage({ id, from: '', exit: '', to: '' }, { ...row, id }, edges.one),
    ),
    information: rows(json.information, (row, id) =>
      salvage({ id, name: id, type: 'text' }, { ...row, id }, informations.one),
    ),
    hours: rows(json.hours, (row, id) => salvage({ ...CLOSED, id, name: id }, { ...row, id }, allHours.one)),
    settings: salvage({ ...DEFAULT_SETTINGS }, asObject(json.settings), settings),
    anytime: Object.fromEntries(
      ANYTIME_RULES.map((rule) => [
        rule,
        salvage(
          { ...DEFAULT_ANYTIME[rule] } as JsonObject,
          asObject(asObject(json.anytime)[rule]),
          anytimeSetting,
        ),
      ]),
    ),
  };
  // What still cannot be read is left out: the reader takes the rest.
  return readDocument(repaired, registry).document;
}

/** Hours of which nothing is known are those of a closed place: nobody is sent to a door that may be shut. */
const CLOSED: JsonObject = {
  timeZone: DEFAULT_SETTINGS.timeZone,
  week: [[], [], [], [], [], [], []],
  holidays: 'none',
  exceptions: [],
  shared: null,
};

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

function rows(record: unknown, repair: (row: JsonObject, id: string) => JsonObject): JsonObject {
  const read: Record<string, Json> = Object.create(null);
  for (const [id, row] of Object.entries(asObject(record))) if (isJsonObject(row)) read[id] = repair(row, id);
  return read;
}

function repairNode(
  row: JsonObject,
  id: string,
  registry: DrawnKinds,
  language: FlowDocument['language'],
): JsonObject {
  const kind = typeof row.kind === 'string' ? registry.get(row.kind) : undefined;
  const given = asObject(row.data);
  const data = kind
    ? kind.schema.safeParse(given).success
      ? given
      : salvage(kind.create({ language }) as JsonObject, given, kind.schema)
    : given;
  const bare = { id, kind: typeof row.kind === 'string' ? row.kind : '', position: { x: 0, y: 0 }, data };
  return salvage(bare, { ...row, id, data }, node);
}

/** The base with every field of the other that it may have: taken whole, or as many of its rows as can be. */
function salvage(base: JsonObject, from: JsonObject, schema: Schema): JsonObject {
  const isSound = (value: JsonObject) => schema.safeParse(value).success;
  let kept = base;
  for (const [key, value] of Object.entries(from)) {
    if (key === '__proto__') continue;
    const whole = { ...kept, [key]: value };
    if (isSound(whole) || !isSound(base)) {
      kept = whole;
      continue;
    }
    if (!Array.isArray(value)) continue;
    const list: Json[] = [];
    for (const one of value) if (isSound({ ...kept, [key]: [...list, one] })) list.push(one);
    const part = { ...kept, [key]: list };
    if (isSound(part)) kept = part;
  }
  return kept;
}
