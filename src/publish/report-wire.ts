/**
 * What the browser and the Edge Function `api` say to each other about figures of calls, questions that had no answer, and who gets
 * something of calls. Knows neither side. All routes need the user's token.
 */
import * as z from 'zod';
import { callFilter, zoneName } from './calls-wire.ts';

const uuid = z.uuid();

/** `POST /calls/report`: from `since` until now, beside as many days before. */
export const reportRequest = z.strictObject({
  workspaceId: uuid,
  filter: callFilter.omit({ since: true, until: true }),
  since: z.iso.datetime({ offset: true }),
  days: z.number().int().min(1).max(366),
  zone: zoneName,
});
export type ReportRequest = z.infer<typeof reportRequest>;

const figures = z.strictObject({
  calls: z.number().int(),
  /** Taken, and did not fail. */
  answered: z.number().int(),
  goal: z.number().int(),
  transferred: z.number().int(),
  seconds: z.number(),
  /** US dollars; null while none is known. */
  cost: z.number().nullable(),
});
export type Figures = z.infer<typeof figures>;

export const reportAnswer = z.strictObject({
  now: figures,
  before: figures,
  /** Calls by hour of the week: 0 is Monday at midnight. */
  hours: z.record(z.string(), z.number().int()),
  /** By flow and version, most calls first; null where one is not known, `before` where there was no call. */
  parts: z.array(
    z.strictObject({
      flow: uuid.nullable(),
      version: z.number().int().nullable(),
      now: figures,
      before: figures.nullable(),
    }),
  ),
});
export type ReportAnswer = z.infer<typeof reportAnswer>;
export type ReportPart = ReportAnswer['parts'][number];

/** Names a question of a flow, whatever its spelling. */
const digest = z.string().regex(/^[0-9a-f]{32}$/);

/** `GET /questions?workspaceId=…`: most frequent first; reading them is noted. */
export const questionsAnswer = z.strictObject({
  questions: z.array(
    z.strictObject({
      flowId: uuid,
      digest,
      question: z.string(),
      /** The step that knew no answer, and the call, when it was asked last. */
      node: z.string(),
      call: uuid,
      times: z.number().int(),
      lastAskedAt: z.string(),
    }),
  ),
});
export type QuestionsAnswer = z.infer<typeof questionsAnswer>;
export type OpenQuestion = QuestionsAnswer['questions'][number];

/** `POST /questions/settle`; `open`: it waits for an answer again. */
export const settleRequest = z.strictObject({
  workspaceId: uuid,
  flowId: uuid,
  digest,
  state: z.enum(['answered', 'dismissed', 'open']),
});
export type SettleRequest = z.infer<typeof settleRequest>;

/** `line`: carries the number. `asks`: another system, by its host. */
export const PROCESSOR_ROLES = [
  'line',
  'model',
  'voice',
  'transcriber',
  'documents',
  'texts',
  'mails',
  'asks',
] as const;

/** `GET /processors?workspaceId=…`: out of what is in service and how messages are carried. */
export const processorsAnswer = z.strictObject({
  /** Where Vapi works for this workspace; the sandbox is this machine, `common` wherever the installation's account is. */
  vapi: z.enum(['us', 'eu', 'sandbox', 'common', 'none']),
  parts: z.array(
    z.strictObject({ role: z.enum(PROCESSOR_ROLES), name: z.string(), flows: z.array(z.string()) }),
  ),
});
export type ProcessorsAnswer = z.infer<typeof processorsAnswer>;
export type ProcessorPart = ProcessorsAnswer['parts'][number];
