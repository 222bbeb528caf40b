/**
 * Reads a stored or imported document: any JSON gives a document and its problems. Pure and total.
 * What cannot be read is left out and reported; a caller that finds `unreadable-…`, `not-a-flow` or `newer-format`
 * must not save over the original.
 */
import * as z from 'zod';
import { isJsonObject } from '../lib/json.ts';
import { DEFAULT_ANYTIME } from './anytime/defaults.ts';
import {
  ANYTIME_RULES,
  type Anytime,
  CALL_LANGUAGES,
  DEFAULT_SETTINGS,
  DOCUMENT_FORMAT,
  emptyDocument,
  type FlowDocument,
  INFORMATION_TYPES,
  VOICE_PRESETS,
} from './document.ts';
import type { Registry } from './kind.ts';
import { migrate } from './migrations/migrate.ts';
import type { Place, Problem } from './problem.ts';

export interface ReadResult {
  readonly document: FlowDocument;
  readonly problems: readonly Problem[];
}

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const point = z.strictObject({ x: z.number().finite(), y: z.number().finite() });
const node = z.strictObject({
  id,
  kind: z.string().max(40),
  title: z.string().max(120).optional(),
  position: point,
  section: id.optional(),
  data: z.record(z.string(), z.unknown()),
});
const edge = z.strictObject({ id, from: id, exit: z.string().max(40), to: id });
const information = z.strictObject({
  id: z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/),
  name: z.string().max(80),
  type: z.enum(INFORMATION_TYPES),
  choices: z.array(z.string().max(80)).max(20).optional(),
});
const span = z.strictObject({
  from: z.number().int().min(0).max(1439),
  to: z.number().int().min(1).max(1440),
});
const hours = z.strictObject({
  id,
  name: z.string().max(80),
  timeZone: z.string().max(60),
  week: z.array(z.array(span).max(6)).length(7),
  closedOn: z.array(z.string().regex(/^\d{4}-\d\d-\d\d$/)).max(400),
});
const settings = z.strictObject({
  timeZone: z.string().max(60),
  voice: z.enum(VOICE_PRESETS as [string, ...string[]]),
  recording: z.boolean(),
  maximumSeconds: z.number().int().min(60).max(880),
});
const anytimeSetting = z.strictObject({
  enabled: z.boolean(),
  sentence: z.string().max(500),
  goTo: id.nullable(),
  phrases: z.array(z.string().max(120)).max(20),
});

/** Reads a document of any format up to the present one with the given kinds. */
export function readDocument(stored: unknown, registry: Registry): ReadResult {
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
    nodes: readRecord<z.infer<typeof node>, FlowDocument['nodes']>(
      json.nodes,
      node,
      'nodes',
      problems,
      (value) => readData(value, registry, problems),
    ),
    edges: readRecord<z.infer<typeof edge>, FlowDocument['edges']>(json.edges, edge, 'edges', problems),
    information: readRecord(
      json.information,
      information,
      'information',
      problems,
    ) as FlowDocument['information'],
    hours: readRecord<z.infer<typeof hours>, FlowDocument['hours']>(json.hours, hours, 'hours', problems),
    settings: readSettings.success ? (readSettings.data as FlowDocument['settings']) : DEFAULT_SETTINGS,
    anytime: readAnytime(json.anytime, problems),
  };
  return { document, problems };
}

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

function readRecord<Value extends { id: string }, Result extends object>(
  json: unknown,
  schema: z.ZodType<Value>,
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
  for (const [key, value] of Object.entries(json)) {
    const read = schema.safeParse(value);
    if (!read.success || read.data.id !== key || key === '__proto__')
      problems.push(part(`${name}.${key}`, {}, read.success ? null : read.error));
    else if (accept(read.data)) result[key] = read.data;
  }
  return result as Result;
}

/** A node of an unknown kind is kept as it is (a check reports it); data that its kind refuses is reported here. */
function readData(value: z.infer<typeof node>, registry: Registry, problems: Problem[]): boolean {
  const kind = registry.get(value.kind);
  if (!kind) return true;
  const data = kind.schema.safeParse(value.data);
  if (data.success) return true;
  problems.push({ ...part(`nodes.${value.id}.data`, {}, data.error), code: 'unreadable-step' });
  return false;
}

function part(path: string, at: Place, error: z.ZodError | null): Problem {
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
