/**
 * What a stored document must look like, part by part. Strict: unknown keys are refused. Knows no step kind but through the
 * registry that it is given.
 */
import * as z from 'zod';
import { HOLIDAY_CALENDARS, INFORMATION_TYPES, VOICE_PRESETS } from './document.ts';
import type { Registry } from './kind.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const point = z.strictObject({ x: z.number().finite(), y: z.number().finite() });
const nodeFields = {
  id,
  kind: z.string().max(40),
  title: z.string().max(120).optional(),
  position: point,
  section: id.optional(),
};
/** Any step; what its data must be, its kind says. */
export const node = z.strictObject({ ...nodeFields, data: z.record(z.string(), z.unknown()) });
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
const exceptionalDay = z.strictObject({
  date: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  spans: z.array(span).max(6),
});
const hours = z.strictObject({
  id,
  name: z.string().max(80),
  timeZone: z.string().max(60),
  week: z.array(z.array(span).max(6)).length(7),
  holidays: z.enum(HOLIDAY_CALENDARS),
  exceptions: z.array(exceptionalDay).max(400),
  shared: z.guid().nullable(),
});
export const settings = z.strictObject({
  timeZone: z.string().max(60),
  voice: z.enum(VOICE_PRESETS as [string, ...string[]]),
  recording: z.boolean(),
  consent: z
    .string()
    .regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/)
    .nullable(),
  maximumSeconds: z.number().int().min(60).max(880),
});
export const anytimeSetting = z.strictObject({
  enabled: z.boolean(),
  sentence: z.string().max(500),
  goTo: id.nullable(),
  phrases: z.array(z.string().max(120)).max(20),
});

/** How one value of a record is read, and how all of them are found to be sound in one pass: compiled, as it is the usual case. */
export interface RecordSchema<Value> {
  readonly one: z.ZodType<Value>;
  readonly all: z.ZodType;
}
export const edges = { one: edge, all: z.compile(z.array(edge)) };
export const informations = { one: information, all: z.compile(z.array(information)) };
export const allHours = { one: hours, all: z.compile(z.array(hours)) };
const knownNodes = new WeakMap<Registry, z.ZodType>();

/** Steps of known kinds, each with data that its kind accepts. */
export function soundNodes(registry: Registry): z.ZodType {
  const known = knownNodes.get(registry);
  if (known) return known;
  const schemas = [...registry.values()].map((kind) =>
    z.strictObject({ ...nodeFields, kind: z.literal(kind.id), data: kind.schema }),
  );
  const [first, ...others] = schemas;
  const nodes = first ? z.compile(z.array(z.discriminatedUnion('kind', [first, ...others]))) : z.never();
  knownNodes.set(registry, nodes);
  return nodes;
}
