/** What the browser and the Edge Function `api` say to each other about where calls went. Knows neither side. Needs the user's token. */
import * as z from 'zod';

/** The latest calls of a period that are looked at; there may have been more. */
export const MOST_TRAFFIC = 20_000;

/** `POST /calls/traffic`: the calls of a flow that are over, of one version or all of them, since a moment. */
export const trafficRequest = z.strictObject({
  workspaceId: z.uuid(),
  flow: z.uuid(),
  version: z.uuid().optional(),
  since: z.iso.datetime({ offset: true }),
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
export type StepCounts = z.infer<typeof stepCounts>;

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
export type LinkCounts = z.infer<typeof linkCounts>;

export const trafficAnswer = z.object({
  calls: count,
  steps: z.array(stepCounts),
  links: z.array(linkCounts),
});
export type TrafficAnswer = z.infer<typeof trafficAnswer>;
