/**
 * What Vapi posts to a `server.url` and what it wants back. Reading is tolerant: an unknown type or property is
 * no error, only the envelope must be there. Knows no signatures.
 */
import * as z from 'zod';
import { artifact, callRecord, toolCall } from './call.ts';

const envelope = {
  /** Milliseconds since the epoch. */
  timestamp: z.number().nullish(),
  call: callRecord.nullish(),
  artifact: artifact.nullish(),
  phoneNumber: z.looseObject({ id: z.string().nullish(), number: z.string().nullish() }).nullish(),
  customer: z.looseObject({ number: z.string().nullish() }).nullish(),
};

export const statusUpdate = z.looseObject({
  type: z.literal('status-update'),
  status: z.string(),
  endedReason: z.string().nullish(),
  ...envelope,
});

export const assistantStarted = z.looseObject({
  type: z.literal('assistant.started'),
  newAssistant: z.looseObject({
    name: z.string().nullish(),
    metadata: z.record(z.string(), z.unknown()).nullish(),
  }),
  ...envelope,
});

export const toolCallsMessage = z.looseObject({
  type: z.literal('tool-calls'),
  toolCallList: z.array(toolCall),
  ...envelope,
});

export const endOfCallReport = z.looseObject({
  type: z.literal('end-of-call-report'),
  endedReason: z.string(),
  startedAt: z.string().nullish(),
  endedAt: z.string().nullish(),
  cost: z.number().nullish(),
  ...envelope,
});

export const otherMessage = z.looseObject({ type: z.string(), ...envelope });

/** The four types that the product understands; anything else with a `type` is read as `otherMessage`. */
export const serverMessage = z.union([
  statusUpdate,
  assistantStarted,
  toolCallsMessage,
  endOfCallReport,
  otherMessage,
]);

/** The whole request body. */
export const serverRequest = z.looseObject({ message: serverMessage });

/** Answer to `tool-calls`: always with status 200, texts on one line, one entry for every call of the list. */
export const toolCallsAnswer = z.strictObject({
  results: z.array(
    z.strictObject({
      toolCallId: z.string(),
      name: z.string(),
      result: z.string().optional(),
      error: z.string().optional(),
    }),
  ),
});
export type ToolCallsAnswer = z.infer<typeof toolCallsAnswer>;
