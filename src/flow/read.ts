/**
 * Reads a stored or imported document: any JSON gives a document and its problems. Pure and total.
 * What cannot be read is left out and reported; a caller that finds `unreadable-…`, `not-a-flow` or `newer-format`
 * must not save over the original.
 */
import type * as z from 'zod/mini';
import { isJsonObject, type JsonObject } from '../lib/json.ts';
import { DEFAULT_ANYTIME } from './anytime/defaults.ts';
import {
  ANYTIME_RULES,
  type Anytime,
  CALL_LANGUAGES,
  DEFAULT_SETTINGS,
  DOCUMENT_FORMAT,
  emptyDocument,
  type FlowDocument,
} from './document.ts';
import type { DrawnKinds, Schema } from './kind.ts';
import { migrate } from './migrations/migrate.ts';
import type { Place, Problem } from './problem.ts';
import {
  allHours,
  anytimeSetting,
  edges,
  informations,
  node,
  type RecordSchema,
  settings,
  soundNodes,
} from './stored-shapes.ts';

export interface ReadResult {
  readonly document: FlowDocument;
  readonly problems: readonly Problem[];
}

/** Reads a document of any format up to the present one with the given kinds. */
export function readDocument(stored: unknown, registry: DrawnKinds): ReadResult {
  if (!isJsonObject(stored) || !isFormat(stored.format)) return unreadable('not-a-flow', {});
  if (stored.format > DOCUMENT_FORMAT) return unreadable('newer-format', { format: stored.format });
  const json = migrate(stored, stored.format);
  const problems: Problem[] = [];
  const language = CALL_LANGUAGES.find((candidate) => candidate === json.language) ?? 'en';
  const readSettings = settings.safeParse(json.settings);
  if (!readSettings.success) problems.push(part('settings', {}, readSettings.error));
  const document: FlowDocument = {
    format: DOCUMENT_FORMAT,
    name: typeof json.name === 'string' ? json.name.slice(0, 120) : '',
    language,
    nodes: readRecord<StoredNode, FlowDocument['nodes']>(
      json.nodes,
      { one: node, all: soundNodes(registry) },
      'nodes',
      problems,
      (value) => readData(value, registry, problems),
    ),
    edges: readRecord(json.edges, edges, 'edges', problems) as unknown as FlowDocument['edges'],
    information: readRecord(
      json.information,
      informations,
      'information',
      problems,
    ) as FlowDocument['information'],
    hours: readRecord(json.hours, allHours, 'hours', problems) as unknown as FlowDocument['hours'],
    settings: readSettings.success ? (readSettings.data as FlowDocument['settings']) : DEFAULT_SETTINGS,
    anytime: readAnytime(json.anytime, problems),
  };
  return { document, problems };
}

type StoredNode = z.infer<typeof node>;

function isFormat(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1;
}

/** Rule by rule: one that cannot be read is as in a new flow, and reported. */
function readAnytime(json: unknown, problems: Problem[]): Anytime {
  if (!isJsonObject(json) || Object.keys(json).some((rule) => !ANYTIME_RULES.includes(rule as never)))
    problems.push(part('anytime', {}, null));
  const stored = isJsonObject(json) ? json : DEFAULT_ANYTIME;
  const read = ANYTIME_RULES.map((rule) => {
    const setting = anytimeSetting.safeParse(stored[rule]);
    if (!setting.success) problems.push(part(`anytime.${rule}`, {}, setting.error));
    return [rule, setting.success ? setting.data : DEFAULT_ANYTIME[rule]];
  });
  return Object.fromEntries(read) as Anytime;
}

/** Whether nothing is wrong with any value: then the record is taken as it is stored, and nothing of it is copied. */
function isSound(json: JsonObject, schema: Schema): boolean {
  const values = Object.values(json);
  if (!schema.safeParse(values).success) return false;
  return Object.keys(json).every(
    (key, index) => key !== '__proto__' && (values[index] as { id: unknown }).id === key,
  );
}

function readRecord<Value extends { id: string }, Result extends object>(
  json: unknown,
  schema: RecordSchema<Value>,
  name: string,
  problems: Problem[],
  accept: (value: Value) => boolean = () => true,
): Result {
  const result: { [id: string]: Value } = {};
  if (json === undefined) return result as Result;
  if (!isJsonObject(json)) {
    problems.push(part(name, {}, null));
    return result as Result;
  }
  if (isSound(json, schema.all)) return json as Result;
  for (const [key, value] of Object.entries(json)) {
    const read = schema.one.safeParse(value);
    if (!read.success || read.data.id !== key || key === '__proto__')
      problems.push(part(`${name}.${key}`, {}, read.success ? null : read.error));
    else if (accept(read.data)) result[key] = read.data;
  }
  return result as Result;
}

/** A node of an unknown kind is kept as it is (a check reports it); data that its kind refuses is reported here. */
function readData(value: StoredNode, registry: DrawnKinds, problems: Problem[]): boolean {
  const kind = registry.get(value.kind);
  if (!kind) return true;
  const data = kind.schema.safeParse(value.data);
  if (data.success) return true;
  problems.push({ ...part(`nodes.${value.id}.data`, {}, data.error), code: 'unreadable-step' });
  return false;
}

function part(path: string, at: Place, error: z.core.$ZodError | null): Problem {
  const issue = error?.issues[0];
  const place = [path, ...(issue?.path ?? [])].map(String).join('.');
  return { code: 'unreadable-part', severity: 'error', at, params: { path: place.slice(0, 200) } };
}

function unreadable(code: string, params: Problem['params']): ReadResult {
  return { document: emptyDocument('', 'en'), problems: [{ code, severity: 'error', at: {}, params }] };
}

/** Whether a document was read with losses, so that saving it would destroy something. */
export function hasLosses(problems: readonly Problem[]): boolean {
  return problems.some((problem) =>
    ['not-a-flow', 'newer-format', 'unreadable-step', 'unreadable-part'].includes(problem.code),
  );
}
