/** Vapi's two ways of writing a conversation down, as the messages that the engine traces. Pure; knows no drawing. */
import type { CallMessage as TraceMessage } from '../flow/trace.ts';
import { type CallMessage, type ToolCall, toolArguments } from '../vapi/contract/call.ts';
import type { ChatMessage } from '../vapi/contract/chat.ts';

export type { TraceMessage };

/** Of a call's record or report. Prompts are left out. `secondsFromStart` gives the times. */
export function fromCall(messages: readonly CallMessage[]): TraceMessage[] {
  const names = new Map<string, string>();
  return messages.flatMap((message) => {
    const at = message.secondsFromStart == null ? {} : { at: Math.round(message.secondsFromStart * 1000) };
    return readLine(
      {
        role: message.role,
        text: message.message ?? '',
        calls: message.toolCalls ?? [],
        resultOf: message.toolCallId ?? '',
        name: message.name ?? '',
        result: message.result ?? message.message ?? '',
      },
      names,
    ).map((line) => ({ ...line, ...at }));
  });
}

/** Of the output of a chat. */
export function fromChat(messages: readonly ChatMessage[]): TraceMessage[] {
  const names = new Map<string, string>();
  return messages.flatMap((message) =>
    readLine(
      {
        role: message.role,
        text: message.content ?? '',
        calls: message.tool_calls ?? [],
        resultOf: message.tool_call_id ?? '',
        name: message.name ?? '',
        result: message.content ?? '',
      },
      names,
    ),
  );
}

interface Line {
  readonly role: string;
  readonly text: string;
  readonly calls: readonly ToolCall[];
  /** Id of the tool call that a result belongs to. */
  readonly resultOf: string;
  readonly name: string;
  readonly result: string;
}

/** One line may speak and call tools. `names` remembers which tool a call was, for results that do not say. */
function readLine(line: Line, names: Map<string, string>): TraceMessage[] {
  switch (line.role) {
    case 'user':
      return line.text.trim() === '' ? [] : [{ role: 'caller', text: line.text.trim() }];
    case 'bot':
    case 'assistant':
    case 'tool_calls': {
      for (const call of line.calls) names.set(call.id, call.function.name);
      const spoken = line.text.trim();
      return [
        ...(spoken === '' ? [] : [{ role: 'assistant' as const, text: spoken }]),
        ...line.calls.map((call) => ({
          role: 'tool-call' as const,
          tool: call.function.name,
          arguments: toolArguments(call),
        })),
      ];
    }
    case 'tool':
    case 'tool_call_result': {
      const tool = line.name || (names.get(line.resultOf) ?? '');
      return tool === '' ? [] : [{ role: 'tool-result', tool, text: line.result }];
    }
    default:
      return [];
  }
}
