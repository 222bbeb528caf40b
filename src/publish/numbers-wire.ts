/**
 * What the browser and the Edge Function `api` say to each other about phone numbers of one's own: connecting one, giving it back,
 * forwarding to it. Knows neither side. What opens an account at a provider goes in and never comes out.
 */
import * as z from 'zod';
import { FORWARDING_LINES, FORWARDING_MODES } from '../forwarding/codes.ts';

const uuid = z.uuid();
const e164 = z.string().regex(/^\+[1-9]\d{7,14}$/);
const label = z.string().trim().max(80);

/** Whose keys they are, and what they look like. `sip`: a trunk of any carrier. */
const FORMS = {
  /** "AC" and 32 hexadecimal digits; the token is 32 of them (Twilio's console). */
  accountSid: /^AC[0-9a-f]{32}$/i,
  authToken: /^[0-9a-f]{32}$/i,
  /** Of Telnyx's second version of the API. */
  telnyxKey: /^KEY[!-~]{10,200}$/,
  vonageKey: /^[0-9a-f]{8}$/i,
  vonageSecret: /^[!-~]{8,100}$/,
  /** An IPv4 address of the public network: calls come in from one, never from a name. */
  address:
    /^(?!0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|2[2-5]\d\.)(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/,
  user: /^[!-~]{1,100}$/,
  password: /^[!-~]{1,200}$/,
} as const;

const text = (form: RegExp) =>
  z
    .string()
    .max(300)
    .transform((written) => written.trim())
    .pipe(z.string().regex(form));

export const providerAccount = z.discriminatedUnion('provider', [
  z.strictObject({
    provider: z.literal('twilio'),
    accountSid: text(FORMS.accountSid),
    authToken: text(FORMS.authToken),
  }),
  z.strictObject({ provider: z.literal('telnyx'), apiKey: text(FORMS.telnyxKey) }),
  z.strictObject({
    provider: z.literal('vonage'),
    apiKey: text(FORMS.vonageKey),
    apiSecret: text(FORMS.vonageSecret),
  }),
  z.strictObject({
    provider: z.literal('sip'),
    address: text(FORMS.address),
    /** For calls that go out: passing somebody on. Both or none. */
    login: z.strictObject({ user: text(FORMS.user), password: text(FORMS.password) }).optional(),
    /** Whether the carrier wants numbers with a plus. */
    leadingPlus: z.boolean(),
  }),
]);
export type ProviderAccount = z.infer<typeof providerAccount>;
export const NUMBER_PROVIDERS = ['twilio', 'telnyx', 'vonage', 'sip'] as const;
export type NumberProvider = (typeof NUMBER_PROVIDERS)[number];

/** `POST /numbers/import` */
export const importRequest = z.strictObject({
  workspaceId: uuid,
  number: e164,
  label,
  account: providerAccount,
});

/** `POST /numbers/free`: a US number that Vapi gives away, by its area code where one is wished for. */
export const freeNumberRequest = z.strictObject({
  workspaceId: uuid,
  label,
  areaCode: z
    .string()
    .regex(/^[2-9]\d\d$/)
    .optional(),
});

/** Why a provider, or Vapi, gives no number: `params.reason` of `vapi-refused` and `number-busy`. */
export const IMPORT_REASONS = [
  'credentials',
  'gateway',
  'taken',
  'not-in-account',
  'area',
  'limit',
  'other',
  'known',
  'open',
] as const;
export type ImportReason = (typeof IMPORT_REASONS)[number];

/** `POST /numbers/:id/label` */
export const labelRequest = z.strictObject({ label });
/** `POST /numbers/:id/remove` and `POST /numbers/:id/keep`; ISO 8601. */
export const removalAnswer = z.strictObject({ dueAt: z.string() });

/** `POST /numbers/:id/forwardings`: somebody's own number is forwarded to it, or is about to be. */
export const forwardingRequest = z.strictObject({
  ownNumber: e164,
  operator: z.string().regex(/^[a-z-]{1,40}$/),
  line: z.enum(FORWARDING_LINES),
  mode: z.enum(FORWARDING_MODES),
  seconds: z.number().int().min(5).max(30).nullable(),
});
export type ForwardingRequest = z.infer<typeof forwardingRequest>;
/** `POST /forwardings/:id/test` waits for a call from then on; `POST /forwardings/:id/look` says whether one arrived. */
export const forwardingAnswer = z.strictObject({ id: uuid });
export const arrivalAnswer = z.strictObject({ arrivedAt: z.string().nullable() });

/** As many hours of a number, beside the rest of the time. */
export const MOST_HOURS = 2;
/**
 * `POST /numbers/:id/schedule`: the number answers by opening hours, the first row that is open before the others; `rest` answers
 * otherwise. Without rows, that flow answers at all hours, and there is no schedule any more.
 */
export const scheduleRequest = z
  .strictObject({
    rows: z.array(z.strictObject({ hoursId: uuid, flowId: uuid })).max(MOST_HOURS),
    rest: z.union([
      z.strictObject({ flowId: uuid }),
      z.strictObject({
        words: z
          .string()
          .trim()
          .min(1)
          .max(500)
          // Braces mark information, of which there is none.
          .regex(/^[^{}]*$/),
      }),
    ]),
  })
  .refine(({ rows, rest }) => rows.length > 0 || 'flowId' in rest)
  .refine(({ rows }) => new Set(rows.map(({ hoursId }) => hoursId)).size === rows.length);
export type ScheduleRequest = z.infer<typeof scheduleRequest>;
