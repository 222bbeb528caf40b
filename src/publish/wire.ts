/**
 * What the browser and the Edge Function `api` say to each other: routes, bodies and answers as strict schemas.
 * Knows neither side. All routes are below `/functions/v1/api`; every one but `GET /status` needs the user's token.
 */
import * as z from 'zod';
import { EFFECT_KINDS, RECIPIENT_TYPES } from '../flow/effect.ts';
import { REASON_CODES } from '../flow/kind.ts';
import { SECRET_NAME } from '../kinds/connect/secret.ts';
import { connectSchema } from '../kinds/connect/settings.ts';
import { triedRequest } from '../kinds/tried-request.ts';
import { DIFFERENCES } from './effects.ts';

export type { ErrorCode } from './error-codes.ts';

const uuid = z.uuid();
const params = z.record(z.string(), z.union([z.string(), z.number()]));

const CARRIERS = ['provider', 'caught', 'none'] as const;
export type Carrier = (typeof CARRIERS)[number];

/** `GET /status` */
export const statusAnswer = z.strictObject({
  /** True when the Vapi base URL is the sandbox: no real phone line is connected. */
  sandbox: z.boolean(),
  /** False when no Vapi key is configured. */
  vapi: z.boolean(),
  /** Whether steps that act during a call reach us: appointments, messages. */
  runtime: z.boolean(),
  /** Who carries messages: `caught` keeps them on this machine, `none` sends nothing. */
  messages: z.strictObject({ sms: z.enum(CARRIERS), email: z.enum(CARRIERS) }),
});
export type StatusAnswer = z.infer<typeof statusAnswer>;

/** Why a request was not carried out. `code` becomes a sentence in the browser; `params` fill it. */
export const errorAnswer = z.object({
  error: z.strictObject({
    code: z.string(),
    params,
  }),
});
export type ErrorAnswer = z.infer<typeof errorAnswer>;

const shortId = z.string().min(1).max(60);

/** What a rehearsal pretends, the same on every turn (`flow/compile/pretend.ts`). */
export const rehearsalPretence = z.strictObject({
  /** When the call is made; milliseconds since the epoch, up to the year 2100. */
  now: z.number().int().min(0).max(4_102_444_800_000).optional(),
  /** E.164. */
  caller: z
    .string()
    .regex(/^\+[1-9]\d{5,14}$/)
    .optional(),
  /** Ways out by step. */
  outcomes: z.record(shortId, shortId).optional(),
  from: shortId.optional(),
  /** Values by information. */
  known: z.record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/), z.string().max(1000)).optional(),
});
export type RehearsalPretence = z.infer<typeof rehearsalPretence>;

/** `POST /rehearsals`: one turn with the compiled draft. Without `previous` a new conversation starts and the assistant speaks first. */
export const rehearsalRequest = z.strictObject({
  flowId: uuid,
  previous: z.string().max(100).optional(),
  /** What the caller says; absent on the first turn. */
  input: z.string().min(1).max(2000).optional(),
  pretence: rehearsalPretence.optional(),
});
export type RehearsalRequest = z.infer<typeof rehearsalRequest>;

const confidence = z.enum(['known', 'inferred']);
/** A step that the call came to, and how it was left (`flow/trace.ts`); `left` is null where the call is. */
export const rehearsalStep = z.strictObject({
  node: z.string(),
  confidence,
  left: z
    .strictObject({
      exit: z.string().nullable(),
      because: z.strictObject({ code: z.enum(REASON_CODES), params: z.record(z.string(), z.string()) }),
      confidence,
    })
    .nullable(),
});
export type RehearsalStep = z.infer<typeof rehearsalStep>;

export const rehearsalAnswer = z.strictObject({
  /** Pass it back as `previous`; null once the call is over. */
  conversation: z.string().nullable(),
  said: z.array(z.strictObject({ text: z.string(), node: z.string().nullable() })),
  /** Steps entered during this turn, in order; the last one is current. */
  visited: z.array(z.string()),
  /** All steps of the call so far, those of this turn included. */
  path: z.array(rehearsalStep),
  information: z.record(z.string(), z.string()),
  end: z.enum(['hung-up', 'transferred']).nullable(),
  /** True when the sandbox's scripted model played. */
  sandbox: z.boolean(),
});
export type RehearsalAnswer = z.infer<typeof rehearsalAnswer>;

/** `GET /numbers?workspaceId=…` answers with a list of these. */
export const numberAnswer = z.strictObject({
  id: uuid,
  number: z.string(),
  label: z.string(),
  provider: z.string(),
  state: z.enum(['active', 'activating', 'blocked']),
  flowId: uuid.nullable(),
});
export type NumberAnswer = z.infer<typeof numberAnswer>;
/** `POST /numbers/test`: a test number for the workspace (a free number of Vapi, or the sandbox's). */
export const testNumberRequest = z.strictObject({ workspaceId: uuid });

/** `POST /publications/plan` */
export const planRequest = z.strictObject({ flowId: uuid, numberId: uuid });
export const planAnswer = z.strictObject({
  revision: z.number().int(),
  /** Resources to create anew, reused ones, and the switch of the number. */
  creates: z.array(z.strictObject({ kind: z.enum(['assistant', 'squad']), name: z.string() })),
  reuses: z.number().int(),
  number: z.strictObject({ number: z.string(), label: z.string(), answersNow: z.string().nullable() }),
  /**
   * Of a number that answers by opening hours: when this flow does, by the names of hours and for the rest of the time (neither: it is
   * none of its flows), and whether it is due now. Null for any other number.
   */
  schedule: z.strictObject({ hours: z.array(z.string()), rest: z.boolean(), isDue: z.boolean() }).nullable(),
  /** Everything that reaches outside, and what no longer will; `difference` compares with what answers the number now. */
  effects: z.array(
    z.strictObject({
      kind: z.enum(EFFECT_KINDS),
      to: z.strictObject({ type: z.enum(RECIPIENT_TYPES), name: z.string() }),
      sends: z.array(z.string()),
      node: z.string(),
      difference: z.enum(DIFFERENCES).nullable(),
    }),
  ),
  version: z.strictObject({
    /** What it will be called; a drawing that was published already keeps its number. */
    number: z.number().int(),
    isNew: z.boolean(),
    /** What it is told against: the version of the flow that answers there, else its latest; null when there is none. */
    before: z.strictObject({ id: uuid, number: z.number().int() }).nullable(),
  }),
  /** True when the live version equals this one: publishing would create nothing. */
  unchanged: z.boolean(),
  warnings: z.number().int(),
  /** What steps cannot do on this number, or with these files and calendars, as problems without their place. */
  limits: z.array(z.strictObject({ code: z.string(), node: z.string(), params })),
  /** Whether it is published under professional secrecy; the drawing may ask for recording all the same. */
  secrecy: z.enum(['off', 'on', 'leaves-out-recording']),
});
export type PlanAnswer = z.infer<typeof planAnswer>;

/** `POST /publications`: starts a publication of the saved revision. `POST /publications/:id/advance`: works on it for a while. */
export const publishRequest = z.strictObject({
  flowId: uuid,
  numberId: uuid,
  revision: z.number().int(),
  note: z.string().max(500).optional(),
});
export const deploymentAnswer = z.strictObject({
  id: uuid,
  /** The number that it answers; null: the browser link of its flow alone. */
  numberId: uuid.nullable(),
  /** `fallback`: words answer in place of the flow. `words`: those of a number's schedule. */
  purpose: z.enum(['flow', 'fallback', 'words']).default('flow'),
  state: z.enum(['running', 'live', 'failed', 'superseded']),
  version: z.number().int(),
  steps: z.array(
    z.strictObject({
      kind: z.enum(['create-assistant', 'create-squad', 'verify', 'switch-number', 'commit']),
      name: z.string(),
      state: z.enum(['pending', 'in-flight', 'done', 'failed']),
    }),
  ),
  error: z.strictObject({ code: z.string(), params }).nullable(),
});
export type DeploymentAnswer = z.infer<typeof deploymentAnswer>;

const secretNameSchema = z.string().regex(SECRET_NAME);

/** `GET /secrets?workspaceId=…` answers with a list of these. A value is never given back. */
export const secretAnswer = z.strictObject({ name: secretNameSchema, updatedAt: z.string() });
export type SecretAnswer = z.infer<typeof secretAnswer>;
/** `POST /secrets`: makes or replaces one. */
export const secretRequest = z.strictObject({
  workspaceId: uuid,
  name: secretNameSchema,
  value: z
    .string()
    .max(4000)
    .refine((value) => value.trim() !== ''),
});
/** `POST /secrets/remove` */
export const secretRemoval = z.strictObject({ workspaceId: uuid, name: secretNameSchema });
/** What is answered when there is nothing to say. */
export const doneAnswer = z.strictObject({});

/** `POST /requests/try`: makes the request of a step as it is drawn now, with values in place of what a caller would say. */
export const tryRequest = z.strictObject({
  workspaceId: uuid,
  step: connectSchema,
  values: z.record(z.string().max(40), z.string().max(2000)),
});
export const tryAnswer = triedRequest;

/** `POST /files`: multipart form with `workspaceId` and `file`. `GET /files?workspaceId=…` answers with a list of these. */
export const fileAnswer = z.strictObject({
  id: uuid,
  name: z.string(),
  size: z.number().int(),
  /**
   * `uploading`: whether it arrived is being looked for. `processing`: Vapi is reading it. `interrupted`: it never
   * arrived. `unreadable`: Vapi found nothing to read in it.
   */
  state: z.enum(['uploading', 'processing', 'ready', 'interrupted', 'unreadable']),
});
export type FileAnswer = z.infer<typeof fileAnswer>;

/** `GET /files/:id/uses`: the flows that name the file, and those that answer calls from it. `DELETE /files/:id` removes it. */
export const fileUsesAnswer = z.strictObject({
  uses: z.array(z.strictObject({ flowId: uuid, name: z.string(), isInService: z.boolean() })),
});
export type FileUsesAnswer = z.infer<typeof fileUsesAnswer>;
export const removedAnswer = z.strictObject({ removed: z.literal(true) });

/** `POST /person/find`, `/person/export`, `/person/erase`: somebody who calls, by telephone number; owners only. */
export const personRequest = z.strictObject({ workspaceId: uuid, number: z.string().max(40) });
const kept = {
  calls: z.number().int(),
  mentions: z.number().int(),
  messages: z.number().int(),
  bookings: z.number().int(),
};
/** `mentions`: calls of others on which the number was said. `flows`: drawings in which it stands. */
export const personAnswer = z.strictObject({ number: z.string(), ...kept, flows: z.array(z.string()) });
export type PersonAnswer = z.infer<typeof personAnswer>;
/** What was forgotten here; Vapi forgets it within minutes. */
export const erasedAnswer = z.strictObject(kept);
export type ErasedAnswer = z.infer<typeof erasedAnswer>;

const time = z.string().nullable();
export const personExport = z.strictObject({
  number: z.string(),
  exportedAt: z.string(),
  calls: z.array(
    z.strictObject({
      id: z.string(),
      caller: z.string().nullable(),
      startedAt: time,
      endedAt: time,
      outcome: z.string().nullable(),
      information: z.record(z.string(), z.string()),
      path: z.array(z.unknown()),
      turns: z.array(z.strictObject({ role: z.string(), text: z.string(), at: z.number().nullable() })),
    }),
  ),
  mentions: z.array(z.strictObject({ call: z.string(), role: z.string(), text: z.string() })),
  messages: z.array(
    z.strictObject({
      channel: z.string(),
      recipient: z.string(),
      subject: z.string(),
      text: z.string(),
      state: z.string(),
      createdAt: z.string(),
    }),
  ),
  bookings: z.array(
    z.strictObject({
      service: z.string(),
      startsAt: z.string(),
      endsAt: z.string(),
      name: z.string(),
      phone: z.string(),
      state: z.string(),
      createdAt: z.string(),
    }),
  ),
  /** As it came in from Vapi. */
  news: z.array(z.strictObject({ type: z.string(), receivedAt: z.string(), content: z.unknown() })),
  /** What tools were told during calls. */
  requests: z.array(z.strictObject({ endpoint: z.string(), createdAt: z.string(), answer: z.unknown() })),
  /** Kept tests that say again what they said. */
  tests: z.array(z.strictObject({ createdAt: z.string(), content: z.unknown(), result: z.unknown() })),
});
export type PersonExport = z.infer<typeof personExport>;
