/** What Vapi reports about a conversation: transcript, messages, variables (vapi-facts §5, §8). Pure. */
import type { Conversation, ConversationCall, ConversationMessage } from './runtime/conversation.ts';
import { activeMember } from './runtime/conversation.ts';
import { type JsonRecord, recordOf, recordsOf, textOf } from './runtime/record.ts';

/** `artifact` of a call record and of the end-of-call report. `startedAt` in milliseconds since the epoch. */
export function artifactOf(conversation: Conversation, startedAt: number): JsonRecord {
  return {
    transcript: transcriptOf(conversation),
    messages: conversation.messages.flatMap((message) => callMessages(message, startedAt)),
    messagesOpenAIFormatted: [
      { role: 'system', content: conversation.prompt },
      ...conversation.messages.map(openAiMessage),
    ],
    variableValues: conversation.variables,
    assistantActivations: conversation.activations,
    structuredOutputs: structuredOutputsOf(conversation),
    ...(isRecorded(conversation) ? recordingsOf(conversation) : {}),
    ...traces(conversation),
  };
}

/** Whether somebody spoke while a member was in charge that records: Vapi records unless a member says no. */
function isRecorded({ messages, members }: Conversation): boolean {
  const recording = new Set(
    members
      .filter(({ assistant }) => recordOf(assistant.artifactPlan).recordingEnabled !== false)
      .map(({ name }) => name),
  );
  return messages.some(
    ({ role, content, assistantName }) => role !== 'tool' && content !== '' && recording.has(assistantName),
  );
}

/** Addresses in the shape of Vapi's: nobody can follow them, and what can be downloaded is silence. */
const addressOf = (call: string, name: string) => `https://storage.sandbox.invalid/${call}-${name}`;

function recordingsOf({ id, channel, members }: Conversation): JsonRecord {
  const at = (name: string) => addressOf(id, name);
  const isFilmed =
    channel === 'web' &&
    members.some(({ assistant }) => recordOf(assistant.artifactPlan).videoRecordingEnabled === true);
  return {
    recordingUrl: at('mono.wav'),
    stereoRecordingUrl: at('stereo.wav'),
    recording: {
      stereoUrl: at('stereo.wav'),
      ...(isFilmed ? { videoUrl: at('video.mp4') } : {}),
      mono: {
        combinedUrl: at('mono.wav'),
        assistantUrl: at('mono-assistant.wav'),
        customerUrl: at('mono-customer.wav'),
      },
    },
  };
}

/** Packets and log of a call, which Vapi keeps unless every member says no. */
function traces({ id, channel, members }: Conversation): JsonRecord {
  const keeps = (what: string) =>
    members.some(({ assistant }) => recordOf(assistant.artifactPlan)[what] !== false);
  return {
    ...(channel === 'phone' && keeps('pcapEnabled') ? { pcapUrl: addressOf(id, 'pcap.pcap') } : {}),
    ...(keeps('loggingEnabled') ? { logUrl: addressOf(id, 'call-logs.jsonl') } : {}),
  };
}

function transcriptOf(conversation: Conversation): string {
  const plan = recordOf(recordOf(activeMember(conversation).assistant.artifactPlan).transcriptPlan);
  if (plan.enabled === false) return '';
  const names = {
    assistant: textOf(plan.assistantName) || 'AI',
    user: textOf(plan.userName) || 'User',
    tool: '',
  };
  return conversation.messages
    .filter(({ role, content }) => role !== 'tool' && content !== '')
    .map(({ role, content }) => `${names[role]}: ${content}\n`)
    .join('');
}

/** A message as artifacts and updates of the conversation write it. */
export function callMessages(message: ConversationMessage, startedAt: number): JsonRecord[] {
  const when = { time: message.at, secondsFromStart: (message.at - startedAt) / 1000 };
  if (message.role === 'user')
    return [{ role: 'user', message: message.content, ...when, endTime: message.at }];
  if (message.role === 'tool')
    return [
      {
        role: 'tool_call_result',
        toolCallId: message.toolCallId,
        name: message.name,
        result: message.content,
        ...when,
      },
    ];
  const spoken = {
    role: 'bot',
    message: message.content,
    ...when,
    endTime: message.at,
    assistantName: message.assistantName,
  };
  const calls = message.toolCalls?.map(toolCall) ?? [];
  return [
    ...(message.content === '' ? [] : [spoken]),
    ...(calls.length === 0 ? [] : [{ role: 'tool_calls', toolCalls: calls, message: '', ...when }]),
  ];
}

/** A message as models and chats write it. */
export function openAiMessage(message: ConversationMessage): JsonRecord {
  if (message.role === 'tool')
    return { role: 'tool', content: message.content, tool_call_id: message.toolCallId, name: message.name };
  const calls = message.toolCalls?.map(toolCall) ?? [];
  return {
    role: message.role,
    content: message.content,
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
  };
}

export function toolCall(call: ConversationCall): JsonRecord {
  return {
    id: call.id,
    type: 'function',
    function: { name: call.name, arguments: JSON.stringify(call.arguments) },
  };
}

/** The inline structured outputs of the last member, filled with what the caller told; keyed like Vapi's by an id. */
function structuredOutputsOf(conversation: Conversation): JsonRecord {
  const plan = recordOf(activeMember(conversation).assistant.artifactPlan);
  const outputs = recordsOf(plan.structuredOutputs).map((output, index) => {
    const properties = Object.keys(recordOf(recordOf(output.schema).properties));
    const told = properties.flatMap((key) => {
      const value = conversation.gathered[key] ?? conversation.variables[key];
      return typeof value === 'string' && value !== '' ? [[key, value]] : [];
    });
    const id = `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`;
    return [id, { name: textOf(output.name), result: Object.fromEntries(told) }];
  });
  return Object.fromEntries(outputs);
}
