/** What came of a request that somebody made from a form, as a schema and a type. Knows neither server nor form. */
import * as z from 'zod';
import type { Json } from '../lib/json.ts';

/** Why there is no answer; each has a sentence on screen. */
export const TRY_FAULTS = [
  'address',
  'private',
  'header',
  'missing-secret',
  'unknown-name',
  'unreachable',
  'tls',
  'time-out',
  'too-large',
  'broken',
  'redirected',
] as const;

export const triedRequest = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('answered'),
    status: z.number().int(),
    milliseconds: z.number().int(),
    /** The answer, its long parts cut, secrets masked; null when it is no JSON. */
    shown: z
      .strictObject({ json: z.custom<Json>((value) => value !== undefined), isWhole: z.boolean() })
      .nullable(),
    isEmpty: z.boolean(),
    /** Whether the step would take its usual way out. */
    works: z.boolean(),
    /** What each row of kept values would give; null where nothing is to be found. */
    kept: z.array(
      z.strictObject({ path: z.string(), information: z.string(), value: z.string().nullable() }),
    ),
  }),
  z.strictObject({
    outcome: z.literal('failed'),
    fault: z.enum(TRY_FAULTS),
    /** The name of the header or secret at fault; empty otherwise. */
    about: z.string(),
  }),
]);
export type TriedRequest = z.infer<typeof triedRequest>;
