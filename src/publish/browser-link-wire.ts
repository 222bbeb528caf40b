/**
 * What a workspace's browser and the Edge Function `api` say to each other about browser links: pages where anybody may talk to what is
 * in service. Knows neither side. `links/read` and `links/talk` are open to whoever has the address (`browser-talk-wire.ts`); the
 * others need the user's token.
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
  /** What visitors read while it is paused; null: it is not. */
  pausedWords: z.string().nullable(),
  /** The deployment that answers it when `byItself`. */
  ownDeployment: uuid.nullable(),
  /** Whether somebody changed that at Vapi. */
  isDrifted: z.boolean(),
});
export type BrowserLink = z.infer<typeof browserLink>;

/**
 * `POST /links`: `renew` makes the former address lead nowhere. `pause` keeps what is in service and shows visitors `words` instead of
 * a call, until `on`.
 */
const LINK_CHANGES = ['on', 'off', 'renew'] as const;
export const MOST_PAUSED_WORDS = 500;
export const linkRequest = z.union([
  z.strictObject({ flowId: uuid, change: z.enum(LINK_CHANGES) }),
  z.strictObject({
    flowId: uuid,
    change: z.literal('pause'),
    words: z.string().trim().min(1).max(MOST_PAUSED_WORDS),
  }),
]);
export type LinkRequest = z.infer<typeof linkRequest>;
export const linkAnswer = z.strictObject({ token: token.nullable(), isOn: z.boolean() });

/** `POST /links/publish`: starts a publication on the link alone. `POST /publications/:id/advance` works on it. */
export const linkPublishRequest = z.strictObject({ flowId: uuid, revision: z.number().int() });

/** `POST /links/read` and `POST /links/talk` */
export const linkToken = z.strictObject({ token });
