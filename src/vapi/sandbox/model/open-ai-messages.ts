/** A conversation in the words of an OpenAI-compatible server, and its answer read back. Pure; knows no network. */
import * as z from 'zod';
import type { FunctionParameters } from '../../contract/tool.ts';
import type { ModelCall, ModelMessage, ModelReply, ModelTool, ModelView } from './model.ts';

export interface OpenAiRequest {
  readonly model: string;
  readonly messages: readonly OpenAiMessage[];
  readonly tools?: readonly OpenAiTool[];
  readonly temperature?: number;
}

type OpenAiMessage =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | {
      readonly role: 'assistant';
      readonly content: string | null;
      readonly tool_calls?: readonly OpenAiCall[];
    }
  | { readonly role: 'tool'; readonly tool_call_id: string; readonly content: string };

interface OpenAiCall {
  readonly id: string;
  readonly type: 'function';
  readonly function: { readonly name: string; readonly arguments: string };
}

interface OpenAiTool {
  readonly type: 'function';
  readonly function: {
    readonly name: string;
    readonly description: string;
    readonly parameters: FunctionParameters;
  };
}

export function requestFor(view: ModelView, model: string): OpenAiRequest {
  const system = view.prompt === '' ? [] : [{ role: 'system', content: view.prompt } as const];
  return {
    model,
    messages: [...system, ...messagesOf([...view.context, ...view.messages])],
    ...(view.tools.length === 0 ? {} : { tools: view.tools.map(toolOf) }),
    ...(view.temperature === undefined ? {} : { temperature: view.temperature }),
  };
}

/**
 * Every call is followed by its result and every result stands behind its call, or servers refuse the whole request: what a
 * handoff left unanswered is said to be so, and what was cut off from its call is left out.
 */
function messagesOf(messages: readonly ModelMessage[]): OpenAiMessage[] {
  const results = new Map<string, string>();
  for (const message of messages)
    if (message.role === 'tool' && message.callId !== undefined) results.set(message.callId, message.content);
  return messages.flatMap((message, place): OpenAiMessage[] => {
    if (message.role === 'tool') return [];
    if (message.role === 'user') return [{ role: 'user', content: message.content }];
    if (message.toolCalls.length === 0)
      return message.content === '' ? [] : [{ role: 'assistant', content: message.content }];
    const calls = message.toolCalls.map((call, index) => ({
      ...call,
      id: call.id ?? `call_${place}_${index}`,
    }));
    return [
      { role: 'assistant', content: message.content || null, tool_calls: calls.map(callOf) },
      ...calls.map(({ id }) => ({
        role: 'tool' as const,
        tool_call_id: id,
        content: results.get(id) ?? 'Not carried out.',
      })),
    ];
  });
}

function callOf({ id, name, arguments: given }: ModelCall & { readonly id: string }): OpenAiCall {
  return { id, type: 'function', function: { name, arguments: JSON.stringify(given) } };
}

/** What Vapi tells a model about its own tools where the payload says nothing (vapi-facts §2.2, §3). */
const NATIVE: Readonly<
  Record<string, { description: string; properties?: FunctionParameters['properties'] }>
> = {
  endCall: { description: 'End the call.' },
  transferCall: { description: 'Transfer the call.' },
  handoff: { description: 'Hand the call over to another assistant, only when you are instructed to do so.' },
  query: {
    description: 'Look for an answer in the files.',
    properties: { query: { type: 'string', description: 'What to look for.' } },
  },
  dtmf: { description: 'Press keys.', properties: { dtmf: { type: 'string' } } },
  sms: {
    description: 'Send a text message to the caller.',
    properties: { content: { type: 'string', description: 'The text.' } },
  },
};

function toolOf({ name, description, parameters, type }: ModelTool): OpenAiTool {
  const native = NATIVE[type];
  const isOpen = Object.keys(parameters.properties).length === 0 && native?.properties !== undefined;
  return {
    type: 'function',
    function: {
      name,
      description: description || native?.description || '',
      parameters: isOpen
        ? { type: 'object', properties: native.properties!, required: Object.keys(native.properties!) }
        : parameters,
    },
  };
}

const part = z.looseObject({ type: z.string().optional(), text: z.string().optional() });
const answer = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        message: z.looseObject({
          content: z.union([z.string(), z.array(part), z.null()]).optional(),
          tool_calls: z
            .array(z.looseObject({ function: z.looseObject({ name: z.string(), arguments: z.unknown() }) }))
            .nullish(),
        }),
      }),
    )
    .min(1),
});

/** The reply, or null when the answer is not of the shape. */
export function replyIn(body: unknown): ModelReply | null {
  const read = answer.safeParse(body);
  const message = read.data?.choices[0]?.message;
  if (!message) return null;
  const { content } = message;
  const text = Array.isArray(content) ? content.map((one) => one.text ?? '').join('') : (content ?? '');
  return {
    // Some models think aloud; a voice would read that out.
    content: text.replaceAll(/<think>[\s\S]*?<\/think>/g, '').trim(),
    toolCalls: (message.tool_calls ?? []).map(({ function: { name, arguments: given } }) => ({
      name,
      ...argumentsIn(given),
    })),
  };
}

/** Arguments are JSON text by the rules, an object at some servers, and sometimes neither. */
function argumentsIn(given: unknown): Pick<ModelCall, 'arguments' | 'unreadable'> {
  let value = given ?? {};
  if (typeof given === 'string')
    try {
      value = given.trim() === '' ? {} : (JSON.parse(given) ?? {});
    } catch {
      return { arguments: {}, unreadable: given };
    }
  const record = z.record(z.string(), z.unknown()).safeParse(value);
  return record.success ? { arguments: record.data } : { arguments: {}, unreadable: JSON.stringify(given) };
}
