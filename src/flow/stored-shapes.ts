/**
 * What a stored document must look like, part by part. Strict: unknown keys are refused. Knows no step kind but through the
 * registry that it is given.
 */
import * as z from 'zod/mini';
import { HOLIDAY_CALENDARS, INFORMATION_TYPES, VOICE_PRESETS } from './document.ts';
import type { DrawnKinds, Schema } from './kind.ts';

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/));
const point = z.strictObject({ x: z.number(), y: z.number() });
const nodeFields = {
  id,
  kind: z.string().check(z.maxLength(40)),
  title: z.optional(z.string().check(z.maxLength(120))),
  position: point,
  section: z.optional(id),
};
/** Any step; what its data must be, its kind says. */
export const node = z.strictObject({ ...nodeFields, data: z.record(z.string(), z.unknown()) });
const edge = z.strictObject({ id, from: id, exit: z.string().check(z.maxLength(40)), to: id });
const information = z.strictObject({
  id: z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/)),
  name: z.string().check(z.maxLength(80)),
  type: z.enum(INFORMATION_TYPES),
  choices: z.optional(z.array(z.string().check(z.maxLength(80))).check(z.maxLength(20))),
});
const span = z.strictObject({
  from: z.int().check(z.gte(0), z.lte(1439)),
  to: z.int().check(z.gte(1), z.lte(1440)),
});
const exceptionalDay = z.strictObject({
  date: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  spans: z.array(span).check(z.maxLength(6)),
});
const hours = z.strictObject({
  id,
  name: z.string().check(z.maxLength(80)),
  timeZone: z.string().check(z.maxLength(60)),
  week: z.array(z.array(span).check(z.maxLength(6))).check(z.length(7)),
  holidays: z.enum(HOLIDAY_CALENDARS),
  exceptions: z.array(exceptionalDay).check(z.maxLength(400)),
  shared: z.nullable(z.guid()),
});
export const settings = z.strictObject({
  timeZone: z.string().check(z.maxLength(60)),
  voice: z.enum(VOICE_PRESETS as [string, ...string[]]),
  recording: z.boolean(),
  consent: z.nullable(z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/))),
  maximumSeconds: z.int().check(z.gte(60), z.lte(880)),
});
export const anytimeSetting = z.strictObject({
  enabled: z.boolean(),
  sentence: z.string().check(z.maxLength(500)),
  goTo: z.nullable(id),
  phrases: z.array(z.string().check(z.maxLength(120))).check(z.maxLength(20)),
});

/** How one value of a record is read, and how all of them are found to be sound in one pass, as they mostly are. */
export interface RecordSchema<Value> {
  readonly one: Schema<Value>;
  readonly all: Schema;
}
export const edges = { one: edge, all: z.array(edge) };
export const informations = { one: information, all: z.array(information) };
export const allHours = { one: hours, all: z.array(hours) };
const knownNodes = new WeakMap<DrawnKinds, Schema>();

/** Steps of known kinds, each with data that its kind accepts. */
export function soundNodes(registry: DrawnKinds): Schema {
  const known = knownNodes.get(registry);
  if (known) return known;
  const schemas = [...registry.values()].map((kind) =>
    z.strictObject({ ...nodeFields, kind: z.literal(kind.id), data: kind.schema }),
  );
  const [first, ...others] = schemas;
  const nodes = first ? z.array(z.discriminatedUnion('kind', [first, ...others])) : z.never();
  knownNodes.set(registry, nodes);
  return nodes;
}
