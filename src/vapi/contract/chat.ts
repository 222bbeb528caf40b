/** Text conversations: `POST /chat` as we write it, and its answer. */
import * as z from 'zod';
import { assistantBody, assistantOverrides } from './assistant.ts';
import { toolCall } from './call.ts';
import { squadBody } from './squad.ts';

/**
 * Exactly one of the four targets on a new chat; a following turn repeats the target and names `previousChatId`.
 * `input` is plain text: the list form cannot be checked against the OpenAPI (vapi-facts §13).
 */
export const createChatBody = z.strictObject({
  input: z.string().max(10_000),
  assistantId: z.uuid().optional(),
  assistant: assistantBody.optional(),
  assistantOverrides: assistantOverrides.optional(),
  squadId: z.uuid().optional(),
  squad: squadBody.optional(),
  previousChatId: z.string().min(1).optional(),
  stream: z.literal(false).optional(),
  name: z.string().max(40).optional(),
});
export type CreateChatBody = z.infer<typeof createChatBody>;

/** Roles met: `assistant` (with `content`, `tool_calls` or both), `tool` (with `tool_call_id`), `user`, `system`. */
export const chatMessage = z.looseObject({
  role: z.string(),
  content: z.string().nullish(),
  tool_calls: z.array(toolCall).nullish(),
  tool_call_id: z.string().nullish(),
  name: z.string().nullish(),
});
export type ChatMessage = z.infer<typeof chatMessage>;

export const chat = z.looseObject({
  id: z.string().min(1),
  previousChatId: z.string().nullish(),
  messages: z.array(chatMessage).nullish(),
  output: z.array(chatMessage).nullish(),
  createdAt: z.string().nullish(),
});
export type Chat = z.infer<typeof chat>;
