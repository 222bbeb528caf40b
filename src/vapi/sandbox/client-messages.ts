/**
 * What the browser of a web call is told of a turn, in the order and the shapes of Vapi's client messages (vapi-facts
 * §7.4). Pure; knows no room and no sound: whatever is written was spoken at once.
 */
import { callMessages, openAiMessage, toolCall } from './artifact.ts';
import { clientMessagesWanted, toolsOf } from './runtime/assistant-view.ts';
import type { Conversation, ConversationCall, ConversationMessage, Member } from './runtime/conversation.ts';
import type { JsonRecord } from './runtime/record.ts';

/** A member takes over before the message at this index. */
export interface Start {
  readonly at: number;
  readonly member: number;
}

interface Turn {
  readonly before: number;
  readonly starts: readonly Start[];
}

/** The messages of a turn that the assistants want to be sent. Instants in milliseconds since the epoch. */
export function clientMessagesOf(
  conversation: Conversation,
  { before, starts }: Turn,
  startedAt: number,
  now: number,
): JsonRecord[] {
  const { members, messages, ending } = conversation;
  const first = starts[0]?.at === before ? starts[0].member : memberBefore(conversation, starts);
  let active = members[first]!;
  const told: JsonRecord[] = [];
  const tell = (type: string, rest: JsonRecord) => {
    if (clientMessagesWanted(active.assistant).includes(type)) told.push({ type, ...rest, timestamp: now });
  };
  if (before === 0) tell('status-update', { status: 'in-progress' });
  for (let index = before; index <= messages.length; index += 1) {
    for (const start of starts.filter(({ at }) => at === index)) {
      active = members[start.member]!;
      tell('assistant.started', { newAssistant: active.assistant });
    }
    const message = messages[index];
    if (message)
      for (const { type, ...rest } of messagesAbout(conversation, index, active, startedAt)) tell(type, rest);
  }
  if (ending) tell('status-update', { status: 'ended', endedReason: ending.reason });
  return told;
}

/** Who was in charge when the turn began. */
function memberBefore({ active, members, messages }: Conversation, starts: readonly Start[]): number {
  const [first] = starts;
  if (!first) return active;
  const name = messages[first.at - 1]?.assistantName;
  return Math.max(
    0,
    members.findIndex((member) => member.name === name),
  );
}

type Message = JsonRecord & { readonly type: string };

function messagesAbout(
  conversation: Conversation,
  index: number,
  active: Member,
  startedAt: number,
): Message[] {
  const message = conversation.messages[index]!;
  const upTo = conversation.messages.slice(0, index + 1);
  const update: Message = {
    type: 'conversation-update',
    messages: upTo.flatMap((one) => callMessages(one, startedAt)),
    messagesOpenAIFormatted: [{ role: 'system', content: conversation.prompt }, ...upTo.map(openAiMessage)],
  };
  if (message.role === 'tool')
    return [
      {
        type: 'tool-calls-result',
        toolCallResult: {
          toolCallId: message.toolCallId,
          name: message.name,
          result: message.content,
        },
      },
      update,
    ];
  const calls = message.toolCalls ?? [];
  return [
    ...(message.content === '' ? [] : spoken(message, upTo, active)),
    ...(calls.length === 0 ? [] : [toolCalls(calls, active)]),
    update,
  ];
}

function spoken(
  message: ConversationMessage,
  upTo: readonly ConversationMessage[],
  active: Member,
): Message[] {
  const isUser = message.role === 'user';
  const turn = upTo.filter(({ role, content }) => role === message.role && content !== '').length - 1;
  const speech = (status: string): Message => ({ type: 'speech-update', status, role: message.role, turn });
  const transcript = (transcriptType: string, text: string): Message => ({
    type: 'transcript',
    role: message.role,
    transcriptType,
    transcript: text,
    ...(isUser ? {} : { assistantName: active.name, ...(active.id ? { assistantId: active.id } : {}) }),
  });
  const output: Message[] = [{ type: 'model-output', turnId: `turn-${turn}`, output: message.content }];
  const words = message.content.split(' ');
  return [
    ...(isUser || message.aside ? [] : output),
    speech('started'),
    // A transcriber gives what it has understood so far, then all of it.
    ...(words.length > 1
      ? [transcript('partial', words.slice(0, Math.ceil(words.length / 2)).join(' '))]
      : []),
    transcript('final', message.content),
    speech('stopped'),
  ];
}

function toolCalls(calls: readonly ConversationCall[], { assistant }: Member): Message {
  const tools = new Map(toolsOf(assistant).map((tool) => [tool.name, tool]));
  return {
    type: 'tool-calls',
    toolCallList: calls.map(toolCall),
    // Only functions are for a client to carry out.
    toolWithToolCallList: calls.flatMap((call) => {
      const tool = tools.get(call.name);
      return tool?.type === 'function' ? [{ ...tool.json, toolCall: toolCall(call) }] : [];
    }),
  };
}
