/**
 * What the browser and the Edge Function `api` say to each other about test calls: talking to the draft with one's own voice.
 * Knows neither side. All routes need the user's token.
 */
import * as z from 'zod';
import type { Manifest } from '../flow/manifest.ts';
import { rehearsalPretence } from './wire.ts';

const uuid = z.uuid();

/** `GET /test-calls?workspaceId=…`: what there is to talk with, and for how long. */
export const testLineAnswer = z.strictObject({
  /** `sandbox`: no real voice answers there, the browser's own speech does. `none`: nothing is connected. */
  line: z.enum(['vapi', 'sandbox', 'none']),
  /** Of the last 24 hours' budget. */
  secondsLeft: z.number().int(),
  daySeconds: z.number().int(),
  secondsPerCall: z.number().int(),
});
export type TestLineAnswer = z.infer<typeof testLineAnswer>;

/** `POST /test-calls`: makes a call in the browser with the saved draft. */
export const testCallRequest = z.strictObject({ flowId: uuid, pretence: rehearsalPretence.optional() });
export type TestCallRequest = z.infer<typeof testCallRequest>;

/** `past-limit`: the month's limit of the workspace is reached. */
export const TEST_CALL_REFUSALS = ['minutes-used', 'too-many-at-once', 'past-limit'] as const;
export type TestCallRefusal = (typeof TEST_CALL_REFUSALS)[number];

const manifest = z.custom<Manifest>((given) => (given as { format?: unknown } | null)?.format === 1);

/** What the browser needs to enter the room, and to show the call on the drawing; no key, and nothing that controls the call. */
const begunCall = z.strictObject({
  outcome: z.literal('begun'),
  /** Ours, not Vapi's. */
  id: uuid,
  webCallUrl: z.url(),
  /** It ends by itself after these. */
  seconds: z.number().int(),
  manifest,
  /** Steps that would pass the call on; nobody is dialled, and the call goes on as if nobody had answered. */
  transfers: z.array(z.string()),
  sandbox: z.boolean(),
});
export const testCallAnswer = z.discriminatedUnion('outcome', [
  begunCall,
  z.strictObject({ outcome: z.literal('refused'), reason: z.enum(TEST_CALL_REFUSALS) }),
]);
export type TestCallAnswer = z.infer<typeof testCallAnswer>;
export type BegunTestCall = z.infer<typeof begunCall>;

/** `GET /test-calls/:id`, and `POST /test-calls/:id/end` once the browser has left. */
export const testCallState = z.strictObject({
  /** `settled`: its length is known and counted. */
  state: z.enum(['open', 'settled']),
  seconds: z.number().nullable(),
  /** US dollars; null as long as Vapi has not said. */
  cost: z.number().nullable(),
  secondsLeft: z.number().int(),
});
export type TestCallState = z.infer<typeof testCallState>;
/** `POST /test-calls/:id/end` */
export const testCallEnd = z.strictObject({});
