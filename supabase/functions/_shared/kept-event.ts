/**
 * What is kept of a message of Vapi: a closed list. Left out above all: addresses of recordings and logs, which open
 * without a key; `monitor`, by which a call can be listened to; prompts, and copies of the conversation. Pure.
 */
import * as z from 'zod';
import { stableStringify } from '../../../src/lib/json.ts';

const text = z.string().nullish().catch(null);
const number = z.number().nullish().catch(null);
const party = z.object({ number: text }).nullish().catch(null);

const toolCall = z.object({
  id: z.string(),
  type: text,
  function: z.object({ name: z.string(), arguments: z.unknown() }),
});

const line = z.object({
  role: z.string(),
  message: text,
  time: number,
  secondsFromStart: number,
  assistantName: text,
  toolCalls: z.array(toolCall).nullish().catch(null),
  toolCallId: text,
  name: text,
  result: text,
});

/** Lines that cannot be read are left out, and so are prompts. */
const lines = z
  .array(z.unknown())
  .transform((all) =>
    all.flatMap((each) => line.safeParse(each).data ?? []).filter((each) => each.role !== 'system'),
  )
  .nullish()
  .catch(null);

/** What the drawing collects, as Vapi read it out of the conversation. */
const outputs = z
  .record(z.string(), z.object({ name: text, result: z.unknown() }))
  .nullish()
  .catch(null);

const artifact = z.object({ messages: lines, structuredOutputs: outputs }).nullish().catch(null);

const call = z.object({
  id: z.string().min(1).max(200),
  type: text,
  status: text,
  endedReason: text,
  startedAt: text,
  endedAt: text,
  cost: number,
  assistantId: text,
  squadId: text,
  phoneNumberId: text,
  customer: party,
});

const message = z.object({
  type: z.string().min(1).max(100),
  timestamp: number,
  status: text,
  endedReason: text,
  startedAt: text,
  endedAt: text,
  cost: number,
  role: text,
  transcriptType: text,
  transcript: text,
  toolCallList: z.array(toolCall).nullish().catch(null),
  customer: party,
  phoneNumber: z.object({ id: text }).nullish().catch(null),
  artifact,
  call: call.nullish().catch(null),
});

/** A polled record has its conversation inside the call; inside a message that would be a copy. */
const record = message.extend({ call: call.extend({ artifact }) });

export type KeptEvent = z.infer<typeof message>;

/** Null when it has no type. */
export function keepMessage(json: unknown, isRecord = false): KeptEvent | null {
  const read = (isRecord ? record : message).safeParse(json);
  return read.success ? (JSON.parse(storable(stableStringify(read.data))) as KeptEvent) : null;
}

/** Postgres takes neither the character zero nor half a surrogate pair in JSON. */
function storable(json: string): string {
  return json.replaceAll(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi, '$1\\ufffd');
}
