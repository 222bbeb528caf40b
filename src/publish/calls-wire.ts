/**
 * What the browser and the Edge Function `api` say to each other about lists of calls. Knows neither side. All routes need the
 * user's token.
 */
import * as z from 'zod';

const uuid = z.uuid();
const moment = z.iso.datetime({ offset: true });

/** How a call ended. */
export const OUTCOMES = [
  'completed',
  'transferred',
  'caller-hung-up',
  'silence',
  'too-long',
  'failed',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const callFilter = z.strictObject({
  flow: uuid.optional(),
  version: uuid.optional(),
  /** The number that was called. */
  number: uuid.optional(),
  since: moment.optional(),
  until: moment.optional(),
  outcome: z.enum(OUTCOMES).optional(),
  /** Only calls that go on, or only those that are over. */
  running: z.boolean().optional(),
  /** Seconds: at least. */
  longer: z.number().int().min(0).max(86_400).optional(),
  /** Seconds: less than. */
  shorter: z.number().int().min(0).max(86_400).optional(),
  /** Calls that somebody hid: only them, or them too. Left out otherwise. */
  hidden: z.enum(['only', 'too']).optional(),
  /** Words that were said or collected, or digits of the caller's number. */
  text: z.string().trim().min(1).max(200).optional(),
});
export type CallFilter = z.infer<typeof callFilter>;

/** The place of a row in the list. */
const place = z.strictObject({ at: moment, id: uuid });
export type CallPlace = z.infer<typeof place>;

export const MOST_CALLS = 500;

/** `POST /calls/list`: newest first, behind a row of the list. */
export const callsRequest = z.strictObject({
  workspaceId: uuid,
  filter: callFilter,
  size: z.number().int().min(1).max(MOST_CALLS),
  after: place.optional(),
});
export type CallsRequest = z.infer<typeof callsRequest>;

const confidence = z.enum(['known', 'inferred']);

const visit = z.object({
  node: z.string(),
  /** Milliseconds from the start of the call. */
  at: z.number().optional(),
  confidence,
  because: z.object({ code: z.string(), params: z.record(z.string(), z.string()) }).optional(),
  /** By which way out; null for a rule valid at any time. Calls of before it was noted have none. */
  left: z.object({ exit: z.string().nullable(), confidence }).optional(),
});

export const listedCall = z.object({
  id: z.string(),
  flowId: z.string().nullable(),
  versionId: z.string().nullable(),
  numberId: z.string().nullable(),
  caller: z.string().nullable(),
  status: z.string(),
  endedReason: z.string().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  outcome: z.enum(OUTCOMES).nullable().catch(null),
  information: z.record(z.string(), z.unknown()),
  path: z.array(visit).catch([]),
  /** US dollars. */
  cost: z.number().nullable(),
});
export type ListedCall = z.infer<typeof listedCall>;

/** A call as the database has it, read for whoever shows it. */
export const storedCall = z
  .object({
    id: z.string(),
    flow_id: z.string().nullable(),
    version_id: z.string().nullable(),
    phone_number_id: z.string().nullable(),
    caller: z.string().nullable(),
    status: z.string(),
    ended_reason: z.string().nullable(),
    started_at: z.string().nullable(),
    ended_at: z.string().nullable(),
    created_at: z.string(),
    outcome: listedCall.shape.outcome,
    information: z.record(z.string(), z.unknown()).nullable(),
    path: listedCall.shape.path.nullable(),
    // `numeric` comes as text when it is long
    cost: z.coerce.number().nullable(),
    information_erased_at: z.string().nullish(),
    hidden_at: z.string().nullish(),
  })
  .transform(({ created_at, information_erased_at, hidden_at, ...row }) => ({
    call: {
      id: row.id,
      flowId: row.flow_id,
      versionId: row.version_id,
      numberId: row.phone_number_id,
      caller: row.caller,
      status: row.status,
      endedReason: row.ended_reason,
      startedAt: row.started_at ?? created_at,
      endedAt: row.ended_at,
      outcome: row.outcome,
      information: row.information ?? {},
      path: row.path ?? [],
      cost: row.cost,
    } satisfies ListedCall,
    /** Its place in lists. */
    createdAt: created_at,
    isErased: information_erased_at != null,
    isHidden: hidden_at != null,
  }));

export const callsAnswer = z.strictObject({ calls: z.array(listedCall), next: place.nullable() });
export type CallsAnswer = z.infer<typeof callsAnswer>;

/** IANA name: days and hours are those of clocks there. */
export const zoneName = z.string().regex(/^[A-Za-z][A-Za-z0-9_+/-]{0,59}$/);

/** `POST /calls/:id/hide`: editors, once the call is over. */
export const hideRequest = z.strictObject({ hides: z.boolean() });
export type HideRequest = z.infer<typeof hideRequest>;
export const hideAnswer = z.strictObject({ hidden: z.boolean() });

/** `POST /calls/sums` */
export const sumsRequest = z.strictObject({
  workspaceId: uuid,
  filter: callFilter,
  zone: zoneName,
});
export type SumsRequest = z.infer<typeof sumsRequest>;

const counts = z.record(z.string(), z.number());
export const sumsAnswer = z.strictObject({
  calls: z.number(),
  ended: z.number(),
  /** Completed or transferred. */
  served: z.number(),
  transferred: z.number(),
  /** Of all calls that are over; null when none is. */
  seconds: z.number().nullable(),
  /** US dollars; null while none is known. */
  cost: z.number().nullable(),
  /** Calls by outcome, also those that the filter's own outcome leaves out. */
  outcomes: counts,
  /** Calls by day, `YYYY-MM-DD`. */
  days: counts,
  /** Calls by hour of the week: 0 is Monday at midnight. */
  hours: counts,
});
export type SumsAnswer = z.infer<typeof sumsAnswer>;

/** The latest calls of a period that are looked at; there may have been more. */
export const MOST_TRAFFIC = 20_000;

/** `POST /calls/traffic`: the calls of a flow that are over, of one version or all of them, since a moment. */
export const trafficRequest = z.strictObject({
  workspaceId: uuid,
  flow: uuid,
  version: uuid.optional(),
  since: moment,
});
export type TrafficRequest = z.infer<typeof trafficRequest>;

const count = z.number().int().min(0);

const stepCounts = z.object({
  node: z.string(),
  calls: count,
  /** A call may come by more than once. */
  visits: count,
  /** Calls that ended at the step, by how they ended. */
  hungUp: count,
  failed: count,
  silent: count,
  tooLong: count,
  /** Milliseconds of the `timed` visits whose length is known, together. */
  timed: count,
  spent: z.number(),
});

const linkCounts = z.object({
  from: z.string(),
  to: z.string(),
  /** False for calls of before ways out were noted. */
  noted: z.boolean(),
  /** Of a noted way: null when a rule valid at any time led away. */
  exit: z.string().nullable(),
  calls: count,
  /** Calls that say so themselves; of the others it is concluded. */
  sure: count,
});

export const trafficAnswer = z.object({
  calls: count,
  steps: z.array(stepCounts),
  links: z.array(linkCounts),
});
export type TrafficAnswer = z.infer<typeof trafficAnswer>;

/** Bytes of a recording that is passed on: half an hour as Vapi records by default (16 kHz, 16 bits, one channel). */
export const MOST_RECORDED = 64 * 1024 * 1024;
