/**
 * What the browser and the Edge Function `api` say to each other about alerts, and what a webhook is sent. Knows neither side. All routes
 * but `POST /alerts/links` need the user's token.
 */
import * as z from 'zod';
import { ALERT_KINDS, REASONS } from '../alerts/alert.ts';

const uuid = z.uuid();
const kinds = z
  .array(z.enum(ALERT_KINDS))
  .max(ALERT_KINDS.length)
  .transform((list) => ALERT_KINDS.filter((kind) => list.includes(kind)));
const language = z.enum(['en', 'fr']);

export const MOST_CHANNELS = 20;
/** How long an address may take to say yes. */
export const CONFIRM_DAYS = 7;

/** What fills the sentence of an alert; see `alerts/alert.ts`. */
export const toldShape = z.object({
  reason: z.enum(REASONS),
  flowId: z.string().optional(),
  flow: z.string().optional(),
  numberId: z.string().optional(),
  number: z.string().optional(),
  count: z.number().optional(),
  of: z.number().optional(),
  days: z.number().optional(),
  unit: z.enum(['minutes', 'dollars']).optional(),
  used: z.number().optional(),
  most: z.number().optional(),
});

export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'caught', 'failed'] as const;

const delivery = z.strictObject({
  channelId: uuid,
  phase: z.enum(['began', 'worse', 'still', 'ended', 'test']),
  state: z.enum(DELIVERY_STATES),
  attempts: z.number().int(),
  /** Why the latest attempt failed: a status of HTTP, or a word. */
  error: z.string().nullable(),
  at: z.string(),
});
export type AlertDelivery = z.infer<typeof delivery>;

const channel = z.strictObject({
  id: uuid,
  type: z.enum(['email', 'webhook']),
  /** The address of an e-mail, or of a webhook. */
  to: z.string(),
  isMember: z.boolean(),
  kinds: z.array(z.enum(ALERT_KINDS)),
  isConfirmed: z.boolean(),
  /** The latest of it, whether of an alert or a test; null: nothing was sent. */
  last: delivery.nullable(),
});
export type AlertChannel = z.infer<typeof channel>;

const alert = z.strictObject({
  id: uuid,
  kind: z.enum(ALERT_KINDS),
  told: toldShape,
  beganAt: z.string(),
  overAt: z.string().nullable(),
  deliveries: z.array(delivery),
});
export type AlertAnswer = z.infer<typeof alert>;

/** `GET /alerts?workspaceId=…`: those that are on first, then the latest that are over. */
export const alertsAnswer = z.strictObject({
  channels: z.array(channel),
  alerts: z.array(alert),
  /** Whether e-mails leave: `caught` on a machine of one's own. */
  mail: z.enum(['provider', 'caught', 'none']),
});
export type AlertsAnswer = z.infer<typeof alertsAnswer>;

/** `POST /alerts/channels`. `bad-request` names the field: `url` with a reason, `address`, `count` (there are too many), `known`. */
export const channelRequest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('member'), workspaceId: uuid, userId: uuid, kinds, language }),
  z.strictObject({
    type: z.literal('address'),
    workspaceId: uuid,
    address: z
      .string()
      .max(254)
      .transform((text) => text.trim().toLowerCase())
      .pipe(z.email()),
    kinds,
    language,
  }),
  z.strictObject({
    type: z.literal('webhook'),
    workspaceId: uuid,
    url: z
      .string()
      .max(2000)
      .transform((text) => text.trim()),
    kinds,
    language,
  }),
]);
export type ChannelRequest = z.input<typeof channelRequest>;
/**
 * `secret`: what signs the requests of a webhook; shown this once. `asked`: what became of the e-mail that asks an address; where e-mails
 * are caught, the link of it comes along.
 */
export const channelAnswer = z.strictObject({
  id: uuid,
  secret: z.string().optional(),
  asked: z.enum(['sent', 'caught', 'failed']).optional(),
  link: z.string().optional(),
});
export type ChannelAnswer = z.infer<typeof channelAnswer>;

/** `POST /alerts/channels/:id/kinds` */
export const channelKinds = z.strictObject({ kinds });
/** `POST /alerts/channels/:id/test`: what became of it now; `queued`: it is tried again. */
export const testAnswer = z.strictObject({
  state: z.enum(DELIVERY_STATES),
  error: z.string().nullable(),
});
export type TestAnswer = z.infer<typeof testAnswer>;

/** `POST /alerts/links`: what stands behind a link of an e-mail, or, with `act`, doing it. No account is needed. */
export const linkRequest = z.strictObject({ token: z.string().min(1).max(300), act: z.boolean() });
export const linkAnswer = z.strictObject({
  wish: z.enum(['confirm', 'stop']),
  workspace: z.string(),
  address: z.string(),
  /** `done`: it was done before, or just now. `gone`: the link is too old, or the channel was removed. */
  state: z.enum(['open', 'done', 'gone']),
});
export type LinkAnswer = z.infer<typeof linkAnswer>;
