/**
 * What Vapi tells a browser during a call (`message` of `@vapi-ai/web` 2.7.1), as events of a line. Takes anything: what it does not
 * know says nothing. Pure but for the tool calls it remembers; knows no drawing.
 */
import { type ToolCall, toolArguments } from '../vapi/contract/call.ts';
import type { EndReason, TalkEvent, Who } from './line.ts';

type Loose = Readonly<Record<string, unknown>>;

const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const looseOf = (value: unknown): Loose => (isLoose(value) ? value : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const SPEAKERS: Readonly<Record<string, Who>> = { assistant: 'assistant', bot: 'assistant', user: 'caller' };

/** One reader for a call: a tool call that is told twice counts once, and results find the name of their tool. */
export function createReader(): (message: unknown) => readonly TalkEvent[] {
  const tools = new Map<string, string>();

  function toolCalls(list: readonly unknown[]): TalkEvent[] {
    return list.flatMap((one): TalkEvent[] => {
      const call = looseOf(one);
      const name = textOf(looseOf(call.function).name);
      const id = textOf(call.id);
      if (name === '' || (id !== '' && tools.has(id))) return [];
      if (id !== '') tools.set(id, name);
      return [
        {
          type: 'traced',
          message: { role: 'tool-call', tool: name, arguments: toolArguments(call as unknown as ToolCall) },
        },
      ];
    });
  }

  function toolResult(given: Loose): TalkEvent[] {
    const tool = textOf(given.name) || tools.get(textOf(given.toolCallId)) || '';
    const { result } = given;
    const text = typeof result === 'string' ? result : JSON.stringify(result ?? '');
    return tool === '' ? [] : [{ type: 'traced', message: { role: 'tool-result', tool, text } }];
  }

  return (given) => {
    const message = looseOf(given);
    // `transcript[transcriptType="final"]` is a type of its own where only those are wanted.
    const [type] = textOf(message.type).split('[');
    const who = SPEAKERS[textOf(message.role)];
    switch (type) {
      case 'transcript':
        return who === undefined ? [] : transcript(who, textOf(message.transcript), message);
      case 'speech-update':
        return who === undefined ? [] : [{ type: 'speaking', who, isSpeaking: message.status === 'started' }];
      case 'tool-calls':
        return toolCalls(listOf(message.toolCallList ?? message.toolCalls));
      case 'tool-calls-result':
        return toolResult(looseOf(message.toolCallResult));
      case 'assistant.started':
        return memberOf(message.newAssistant);
      case 'transfer-update':
        return memberOf(message.toAssistant);
      case 'status-update':
        return message.status === 'ended'
          ? [{ type: 'ended', reason: endReason(textOf(message.endedReason)) }]
          : [];
      case 'hang':
        return [{ type: 'waiting' }];
      default:
        return [];
    }
  };
}

function transcript(who: Who, spoken: string, { type, transcriptType }: Loose): TalkEvent[] {
  const text = spoken.trim();
  if (text === '') return [];
  const isFinal = transcriptType === 'final' || textOf(type).includes('final');
  const said: TalkEvent = { type: 'said', who, text, isFinal };
  return isFinal ? [said, { type: 'traced', message: { role: who, text } }] : [said];
}

function memberOf(assistant: unknown): TalkEvent[] {
  const name = textOf(looseOf(assistant).name);
  return name === '' ? [] : [{ type: 'member', name }];
}

/** Of Vapi's several hundred reasons those that whoever talks can tell apart. */
export function endReason(reason: string): EndReason {
  if (reason.startsWith('assistant-ended-call') || reason === 'assistant-said-end-call-phrase')
    return 'assistant';
  if (reason === 'customer-ended-call' || reason === 'manually-canceled') return 'left';
  if (reason === 'exceeded-max-duration') return 'time-up';
  if (reason === 'silence-timed-out') return 'silence';
  if (/join-timed-out|did-not-join|not-found/.test(reason)) return 'not-joined';
  return /error|fault|failed/.test(reason) ? 'broken' : 'other';
}
