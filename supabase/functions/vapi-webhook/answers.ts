/** What Vapi is answered, by type of message. A published flow needs nothing of ours: every question gets a polite no. */
import * as z from 'zod';
import { isJsonObject } from '../../../src/lib/json.ts';
import { toolCall } from '../../../src/vapi/contract/call.ts';
import type { ToolCallsAnswer } from '../../../src/vapi/contract/server-message.ts';

const toolCalls = z.object({ toolCallList: z.array(z.unknown()) });

/** Always sent with status 200: Vapi ignores bodies of other answers. One line of text each, one entry for every call. */
export function answerTo(type: string, message: unknown): object {
  switch (type) {
    case 'tool-calls':
      return refuseTools(message);
    case 'assistant-request':
    case 'transfer-destination-request':
    case 'handoff-destination-request':
      return { error: 'This number is answered by what was published on it.' };
    case 'knowledge-base-request':
      return { documents: [] };
    default:
      return {};
  }
}

function refuseTools(message: unknown): ToolCallsAnswer {
  const read = toolCalls.safeParse(message);
  const calls = read.success
    ? read.data.toolCallList.flatMap((each) => toolCall.safeParse(each).data ?? [])
    : [];
  return {
    results: calls.map((call) => ({
      toolCallId: call.id,
      name: call.function.name,
      error: 'This tool is not available.',
    })),
  };
}

/** The metadata of the assistant that a message speaks of, wherever it stands. */
export function metadataOf(message: unknown): unknown {
  if (!isJsonObject(message)) return null;
  const call = isJsonObject(message.call) ? message.call : {};
  const places = [message.assistant, call.assistant, message.newAssistant];
  return places.map((place) => (isJsonObject(place) ? place.metadata : null)).find(isJsonObject) ?? null;
}
