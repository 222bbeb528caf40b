/** Small compiled payloads for tests of publishing. */
import type { AssistantBody } from '../../vapi/contract/assistant.ts';
import type { CompiledPayload } from '../plan.ts';

export function assistant(name: string, prompt = 'Be kind.'): AssistantBody {
  return {
    name,
    firstMessage: 'Hello.',
    firstMessageMode: 'assistant-speaks-first',
    // As long as Vapi allows: calls go on while resources drain.
    maxDurationSeconds: 43_200,
    model: { provider: 'openai', model: 'gpt-4.1', messages: [{ role: 'system', content: prompt }] },
  };
}

/** One assistant for a size of 1, a squad of so many members otherwise. */
export function payloadOf(size: number, prompt = 'Be kind.'): CompiledPayload {
  if (size === 1) return { type: 'assistant', assistant: assistant('Only', prompt) };
  const members = Array.from({ length: size }, (_, index) => ({
    assistant: assistant(`Member ${index + 1}`, prompt),
  }));
  return { type: 'squad', squad: { name: 'Reception', members } };
}
