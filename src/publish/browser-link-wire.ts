/**
 * What browsers and the Edge Function `api` say to each other about browser links: pages where anybody may talk to what is in service.
 * Knows neither side. `links/read` and `links/talk` are open to whoever has the address; the others need the user's token.
 */
import * as z from 'zod';

const uuid = z.uuid();
const token = z.string().regex(/^[A-Za-z0-9_-]{40,60}$/);

/** `GET /links?workspaceId=…` answers with a list of these, one for each flow; a viewer is not told the token. */
export const browserLink = z.strictObject({
  flowId: uuid,
  /** Null: it was never switched on, or the reader may only look. */
  token: token.nullable(),
  isOn: z.boolean(),
  /** The version that it answers with; null: nothing of the flow is in service. */
  version: z.number().int().nullable(),
  /** True when that was published on the link alone, not on a number. */
  byItself: z.boolean(),
  callsToday: z.number().int(),
});
export type BrowserLink = z.infer<typeof browserLink>;

/** `POST /links`: `renew` makes the former address lead nowhere. */
export const LINK_CHANGES = ['on', 'off', 'renew'] as const;
export type LinkChange = (typeof LINK_CHANGES)[number];
export const linkRequest = z.strictObject({ flowId: uuid, change: z.enum(LINK_CHANGES) });
export const linkAnswer = z.strictObject({ token: token.nullable(), isOn: z.boolean() });

/** `POST /links/publish`: starts a publication on the link alone. `POST /publications/:id/advance` works on it. */
export const linkPublishRequest = z.strictObject({ flowId: uuid, revision: z.number().int() });

/** `POST /links/read` and `POST /links/talk` */
export const linkToken = z.strictObject({ token });

/** `closed`: there is no such link, or it is off. `past-limit`: the month's limit of the workspace is reached. */
export const LINK_STATES = ['open', 'closed', 'not-published', 'past-limit', 'not-connected'] as const;
export type LinkState = (typeof LINK_STATES)[number];
export const linkOffer = z.strictObject({
  state: z.enum(LINK_STATES),
  /** Who is talked to; empty for a link that leads nowhere. */
  workspace: z.string(),
  /** Spoken on the call. */
  language: z.enum(['en', 'fr']),
  sandbox: z.boolean(),
  /** What the owner wants said past the limit. */
  message: z.string().nullable(),
  /** A call ends by itself after these. */
  seconds: z.number().int(),
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

export const linkCallAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('begun'),
    /** Ours, not Vapi's. */
    id: uuid,
    webCallUrl: z.url(),
    seconds: z.number().int(),
    language: z.enum(['en', 'fr']),
    sandbox: z.boolean(),
  }),
  z.strictObject({
    outcome: z.literal('refused'),
    reason: z.enum(LINK_REFUSALS),
    message: z.string().nullable(),
  }),
]);
export type LinkCallAnswer = z.infer<typeof linkCallAnswer>;
