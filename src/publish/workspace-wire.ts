/**
 * What the browser and the Edge Function `api` say to each other about a workspace as a whole: its activity log, professional secrecy,
 * what it spends, its end; and the end of an account. Knows neither side. All routes need the user's token.
 */
import * as z from 'zod';

const uuid = z.uuid();

/** What the log tells, as the database has it. */
export const ACTIONS = [
  'signed-in',
  'workspace-created',
  'workspace-renamed',
  'member-joined',
  'member-left',
  'member-removed',
  'role-changed',
  'invited',
  'invited-again',
  'invitation-revoked',
  'connection-set',
  'connection-changed',
  'connection-removed',
  'flow-created',
  'flow-deleted',
  'recording-on',
  'recording-off',
  'published',
  'rolled-back',
  'unpublished',
  'publication-failed',
  'number-added',
  'number-removed',
  'secret-set',
  'secret-changed',
  'secret-removed',
  'file-added',
  'file-removed',
  'retention-changed',
  'activity-retention-changed',
  'countries-changed',
  'secrecy-on',
  'secrecy-off',
  'objection-noted',
  'objection-withdrawn',
  'person-exported',
  'person-erased',
  'call-erased',
  'call-hidden',
  'call-shown',
  'words-read',
  'recording-heard',
  'questions-read',
  'calendar-opened',
  'calendar-closed',
  'calendar-renamed',
  'calendar-removed',
  'limit-set',
  'limit-removed',
  'limit-words-changed',
  'limit-passed',
  'limit-lifted',
  'test-call',
  'schedule-set',
  'schedule-ended',
  'link-on',
  'link-off',
  'link-renewed',
  'link-paused',
  'link-resumed',
  'tests-kept',
  'tests-removed',
  'alert-channel-added',
  'alert-channel-changed',
  'alert-channel-removed',
] as const;

/**
 * `GET /activity?workspaceId=…&before=…`: latest first; owners only. `show=reads`: who read, took away or erased what was said;
 * `call=…`: of this call.
 */
export const activityAnswer = z.strictObject({
  entries: z.array(
    z.strictObject({
      id: uuid,
      /** Give it back as `before` for what was earlier. */
      at: z.string(),
      action: z.enum(ACTIONS),
      /** `gone`: the account does not exist any more. `nobody`: it happened by itself. */
      who: z.enum(['person', 'gone', 'nobody']),
      email: z.string(),
      /** The address of whom it was done to; empty when there is nobody, or the account is gone. */
      about: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
  hasMore: z.boolean(),
});
export type ActivityAnswer = z.infer<typeof activityAnswer>;
export type ActivityEntry = ActivityAnswer['entries'][number];

/**
 * `GET /activity/check?workspaceId=…`: whether the log is as it was written; owners only. `changed`, `missing`, `added`: an entry.
 * `broken`: the chain that holds them. `made-anew`: a chain that is whole, and not the one that was sealed.
 */
export const ACTIVITY_FAULTS = ['changed', 'missing', 'added', 'broken', 'made-anew'] as const;
export const activityCheck = z.strictObject({
  entries: z.number().int(),
  /** Of which what filled their sentence was erased, with a person. */
  blanked: z.number().int(),
  /** What the log ends with; who writes it down can ask for it later. Null: there is no entry. */
  link: z.string().nullable(),
  fault: z.enum(ACTIVITY_FAULTS).nullable(),
  /** Of the entry at fault. */
  at: z.string().nullable(),
  sealedAt: z.string().nullable(),
});
export type ActivityCheck = z.infer<typeof activityCheck>;

/** `GET /calls/:id/words`: what was said; reading it is noted. */
export const wordsAnswer = z.strictObject({
  turns: z.array(
    z.strictObject({
      position: z.number().int(),
      role: z.enum(['assistant', 'caller', 'tool']),
      text: z.string(),
      /** Milliseconds from the start of the call. */
      at: z.number().nullable(),
      node: z.string().nullable(),
    }),
  ),
});
export type WordsAnswer = z.infer<typeof wordsAnswer>;

/** `GET /secrecy?workspaceId=…`: what is in service, and whether it was published under professional secrecy. */
export const secrecyAnswer = z.strictObject({
  inService: z.array(
    z.strictObject({ flowId: uuid, name: z.string(), number: z.string(), isSecret: z.boolean() }),
  ),
});
export type SecrecyAnswer = z.infer<typeof secrecyAnswer>;

export const LIMIT_UNITS = ['minutes', 'dollars'] as const;
export const LONGEST_MESSAGE = 500;
const limitWords = {
  /** Spoken on the call. */
  language: z.enum(['en', 'fr']),
  message: z
    .string()
    .max(LONGEST_MESSAGE)
    .refine((text) => text.trim() !== ''),
};
const spendingLimit = {
  unit: z.enum(LIMIT_UNITS),
  most: z.number().int().min(1).max(1_000_000),
  ...limitWords,
  /** Where calls are passed on to after the message; null: it is said, and the call ends. */
  transferTo: z.string().max(40).nullable(),
};
/** `POST /usage/limit` */
export const limitRequest = z.strictObject({ workspaceId: uuid, ...spendingLimit });
export type LimitRequest = z.infer<typeof limitRequest>;
/** `POST /usage/limit/words`: of one number; null: those of the limit again. */
export const limitWordsRequest = z.strictObject({
  workspaceId: uuid,
  numberId: uuid,
  words: z.strictObject(limitWords).nullable(),
});
export type LimitWordsRequest = z.infer<typeof limitWordsRequest>;
/** `POST /usage/limit/remove` */
export const usageOf = z.strictObject({ workspaceId: uuid });

const rate = z.strictObject({ used: z.number().int(), most: z.number().int() });
/** `GET /usage?workspaceId=…`: of the month that runs now, which began at midnight UTC. */
export const usageAnswer = z.strictObject({
  month: z.string(),
  calls: z.number().int(),
  minutes: z.number(),
  dollars: z.number(),
  limit: z.strictObject(spendingLimit).nullable(),
  isPast: z.boolean(),
  /** Numbers that answer with the message of the limit now. */
  diverted: z.array(z.string()),
  /** Every number, with words of its own for callers past the limit; null: it says those of the limit. */
  numbers: z.array(
    z.strictObject({
      id: uuid,
      number: z.string(),
      label: z.string(),
      words: z.strictObject(limitWords).nullable(),
    }),
  ),
  /** Turns of rehearsals and simulated callers in a day, minutes of test calls in a day, publications in an hour. */
  rehearsals: rate,
  simulations: rate,
  testMinutes: rate,
  publications: rate,
});
export type UsageAnswer = z.infer<typeof usageAnswer>;

/** `POST /workspaces/close`: the end of it, by its name written out; owners only. */
export const closeRequest = z.strictObject({ workspaceId: uuid, name: z.string().max(80) });
/** `POST /account/close`: the end of one's own account, by its e-mail address written out. */
export const closeAccountRequest = z.strictObject({ email: z.string().max(254) });
