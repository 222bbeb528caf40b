/**
 * What the Edge Function `api` answers whoever opens a browser link: where it leads, and a call on it. Knows neither side. In the small
 * zod, as the page is a stranger's first.
 */
import * as z from 'zod/mini';

/** `closed`: there is no such link, or it is off. `past-limit`: the month's limit of the workspace is reached. */
export const LINK_STATES = ['open', 'closed', 'not-published', 'past-limit', 'not-connected'] as const;
export const linkOffer = z.strictObject({
  state: z.enum(LINK_STATES),
  /** Who is talked to; empty for a link that leads nowhere. */
  workspace: z.string(),
  /** Spoken on the call. */
  language: z.enum(['en', 'fr']),
  sandbox: z.boolean(),
  /** What the owner wants said past the limit. */
  message: z.nullable(z.string()),
  /** A call ends by itself after these. */
  seconds: z.int(),
});
export type LinkOffer = z.infer<typeof linkOffer>;

/** `too-many`: as many calls as the link, or this visitor, may have for now. `unavailable`: Vapi did not take the call. */
export const LINK_REFUSALS = [
  'closed',
  'not-published',
  'past-limit',
  'not-connected',
  'too-many-at-once',
  'too-many',
  'unavailable',
] as const;
export type LinkRefusal = (typeof LINK_REFUSALS)[number];

export const linkCallAnswer = z.union([
  z.strictObject({
    outcome: z.literal('begun'),
    /** Ours, not Vapi's. */
    id: z.string(),
    webCallUrl: z.string(),
    seconds: z.int(),
    language: z.enum(['en', 'fr']),
    sandbox: z.boolean(),
  }),
  z.strictObject({
    outcome: z.literal('refused'),
    reason: z.enum(LINK_REFUSALS),
    message: z.nullable(z.string()),
  }),
]);
export type LinkCallAnswer = z.infer<typeof linkCallAnswer>;
