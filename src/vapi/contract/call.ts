/** Calls as Vapi reports them, and the creation of a call in the browser. Tolerant: a new property breaks nothing. */
import * as z from 'zod';
import { assistantBody, assistantOverrides, savedFields } from './assistant.ts';
import { squadBody } from './squad.ts';

/** `POST /call/web`: exactly one of the four targets. */
export const createWebCallBody = z.strictObject({
  assistantId: z.uuid().optional(),
  assistant: assistantBody.optional(),
  squadId: z.uuid().optional(),
  squad: squadBody.optional(),
  assistantOverrides: assistantOverrides.optional(),
  squadOverrides: assistantOverrides.optional(),
  roomDeleteOnUserLeaveEnabled: z.boolean().optional(),
});
export type CreateWebCallBody = z.infer<typeof createWebCallBody>;

/** The browser gets `id` and the address of the room, nothing else of it (vapi-facts §7.2). */
export const webCall = z.looseObject({
  id: z.string().min(1),
  webCallUrl: z.string().nullish(),
  transport: z.looseObject({ callUrl: z.string().nullish(), callToken: z.string().nullish() }).nullish(),
});
export type WebCall = z.infer<typeof webCall>;

/** `arguments` is JSON text by the OpenAPI, an object in practice at times: parse both. */
export const toolCall = z.looseObject({
  id: z.string(),
  type: z.string().nullish(),
  function: z.looseObject({
    name: z.string(),
    arguments: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
  }),
});
export type ToolCall = z.infer<typeof toolCall>;

/** One line of `artifact.messages`. `time` in milliseconds since the epoch, `secondsFromStart` from the start of the call. */
export const callMessage = z.looseObject({
  role: z.string(),
  message: z.string().nullish(),
  time: z.number().nullish(),
  endTime: z.number().nullish(),
  secondsFromStart: z.number().nullish(),
  assistantName: z.string().nullish(),
  toolCalls: z.array(toolCall).nullish(),
  toolCallId: z.string().nullish(),
  name: z.string().nullish(),
  result: z.string().nullish(),
});
export type CallMessage = z.infer<typeof callMessage>;

export const artifact = z.looseObject({
  transcript: z.string().nullish(),
  messages: z.array(callMessage).nullish(),
  messagesOpenAIFormatted: z.array(z.looseObject({ role: z.string() })).nullish(),
  variableValues: z.record(z.string(), z.unknown()).nullish(),
  assistantActivations: z
    .array(z.looseObject({ assistantName: z.string(), assistantId: z.string().nullish() }))
    .nullish(),
  structuredOutputs: z.record(z.string(), z.unknown()).nullish(),
});

/** `GET /call/{id}`, and `message.call` of every webhook. */
export const callRecord = z.looseObject({
  ...savedFields,
  createdAt: z.string().nullish(),
  updatedAt: z.string().nullish(),
  type: z.string().nullish(),
  status: z.string().nullish(),
  endedReason: z.string().nullish(),
  startedAt: z.string().nullish(),
  endedAt: z.string().nullish(),
  cost: z.number().nullish(),
  assistantId: z.string().nullish(),
  squadId: z.string().nullish(),
  phoneNumberId: z.string().nullish(),
  customer: z.looseObject({ number: z.string().nullish(), name: z.string().nullish() }).nullish(),
  artifact: artifact.nullish(),
});
export type CallRecord = z.infer<typeof callRecord>;

/** The arguments of a tool call as an object; `{}` when they are no JSON object. Pure. */
export function toolArguments(call: ToolCall): Record<string, unknown> {
  const given = call.function.arguments;
  if (given === null || given === undefined) return {};
  if (typeof given !== 'string') return given;
  try {
    const parsed: unknown = JSON.parse(given);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}
