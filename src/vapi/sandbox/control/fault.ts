/** What can go wrong with a request to Vapi, on demand: by rule or by a seeded chance. Knows no resources. */
import * as z from 'zod';
import { seededRandom } from '../ports.ts';

/** `none`: the request never arrived. `done`: it took effect, and only its answer is lost or damaged. */
const effect = z.enum(['none', 'done']);

export const fault = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('status'),
    status: z.union([400, 401, 402, 404, 409, 429, 500, 502, 503, 504].map((status) => z.literal(status))),
    retryAfterSeconds: z.number().int().min(0).max(3600).optional(),
  }),
  /** Nothing comes back until the client gives up. */
  z.strictObject({ type: z.literal('time-out'), effect }),
  z.strictObject({ type: z.literal('reset'), effect }),
  /** The answer comes a few bytes at a time. */
  z.strictObject({ type: z.literal('drip'), milliseconds: z.number().min(1).max(60_000) }),
  /** The first half of the answer. */
  z.strictObject({ type: z.literal('truncated') }),
  /** What a proxy says when Vapi does not. */
  z.strictObject({ type: z.literal('html'), effect }),
]);
export type Fault = z.infer<typeof fault>;

const methods = z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']);

/** The `nth` request that fits and the `times - 1` after it; `path` is the beginning of a path. */
const rule = z.strictObject({
  method: methods.optional(),
  path: z.string().startsWith('/').optional(),
  nth: z.number().int().min(1).default(1),
  times: z.number().int().min(1).default(1),
  fault,
});

/** `PUT /sandbox/control/faults`. */
export const faultSettings = z.strictObject({
  rules: z.array(rule).max(100).default([]),
  /** Each request meets one of the faults with this chance; the same seed meets the same ones. */
  chance: z
    .strictObject({
      seed: z.number().int(),
      share: z.number().min(0).max(1),
      methods: z.array(methods).optional(),
      faults: z.array(fault).min(1),
    })
    .optional(),
  /** Seconds until what was created shows up in lists. */
  listLagSeconds: z.number().min(0).max(3600).default(0),
});
export type FaultSettings = z.infer<typeof faultSettings>;

export interface Faults {
  set(settings: FaultSettings): void;
  /** The fault that the next request meets, if any; counts it. */
  next(method: string, path: string): Fault | null;
  /** Milliseconds. */
  readonly listLag: number;
  /** How many requests met a fault since the settings were made. */
  readonly met: number;
}

export function createFaults(): Faults {
  let settings: FaultSettings = faultSettings.parse({});
  let counts: number[] = [];
  let random = seededRandom(0);
  let met = 0;
  const byRule = (method: string, path: string): Fault | null => {
    let found: Fault | null = null;
    settings.rules.forEach((one, index) => {
      if ((one.method && one.method !== method) || !path.startsWith(one.path ?? '/')) return;
      counts[index] = (counts[index] ?? 0) + 1;
      const isDue = counts[index] >= one.nth && counts[index] < one.nth + one.times;
      if (isDue) found ??= one.fault;
    });
    return found;
  };
  const byChance = (method: string): Fault | null => {
    const { chance } = settings;
    if (!chance || (chance.methods && !chance.methods.some((one) => one === method))) return null;
    // Both numbers are drawn each time: whether a request is hit must not depend on which fault it would meet.
    const [hit, which] = [random(), random()];
    return hit < chance.share ? (chance.faults[Math.floor(which * chance.faults.length)] ?? null) : null;
  };
  return {
    set: (next) => {
      settings = next;
      counts = [];
      met = 0;
      random = seededRandom(next.chance?.seed ?? 0);
    },
    next: (method, path) => {
      const found = byRule(method, path) ?? byChance(method);
      if (found) met += 1;
      return found;
    },
    get listLag() {
      return settings.listLagSeconds * 1000;
    },
    get met() {
      return met;
    },
  };
}
