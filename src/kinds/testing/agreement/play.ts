/**
 * Plays a compiled payload as the sandbox does, without its HTTP and storage: thousands of calls in a row. Sees the payload
 * alone; drawing and manifest only show where the call is, which is what the caller goes by.
 */

import type { Payload } from '../../../flow/compile/compile.ts';
import type { FlowDocument } from '../../../flow/document.ts';
import type { Manifest } from '../../../flow/manifest.ts';
import type { CallMessage, Trace } from '../../../flow/trace.ts';
import type { Model, ModelView } from '../../../vapi/sandbox/model/model.ts';
import { scriptedModel } from '../../../vapi/sandbox/model/scripted.ts';
import { seededIds } from '../../../vapi/sandbox/ports.ts';
import { castOf } from '../../../vapi/sandbox/runtime/cast.ts';
import {
  type Channel,
  type Conversation,
  type ConversationMessage,
  newConversation,
} from '../../../vapi/sandbox/runtime/conversation.ts';
import { begin, hear } from '../../../vapi/sandbox/runtime/converse.ts';
import { createRender } from '../../../vapi/sandbox/runtime/liquid.ts';
import type { Outside } from '../../../vapi/sandbox/runtime/outside.ts';
import { type JsonRecord, recordOf, textOf } from '../../../vapi/sandbox/runtime/record.ts';
import { traceCall } from '../../registry.ts';
import type { Caller } from '../talk.ts';

export interface Realised {
  readonly payload: Payload;
  readonly manifest: Manifest;
  /** Rules of the lane that cannot lead where they should from every step, and are reported not to. */
  readonly stuck?: readonly string[];
}

export interface Surrounding {
  readonly now: number;
  readonly channel: Channel;
  /** Other systems. */
  readonly fetch: (url: string) => Promise<Response>;
  /** Who answers when the call is passed on, E.164; nobody when absent. */
  readonly answers?: string | undefined;
}

export interface Heard {
  readonly text: string;
  /** Spoken by the first message or a tool: word for word, whatever the model. */
  readonly fixed: boolean;
  /** The member in charge. */
  readonly member: string;
}

export interface Played {
  readonly trace: Trace;
  readonly heard: readonly Heard[];
  /** What the caller said. */
  readonly lines: readonly string[];
  /** Values of declared information: the last that a model understood or a tool stored. */
  readonly information: Readonly<Record<string, string>>;
  /** Tool calls but those of the progress tool, as text. */
  readonly calls: readonly string[];
  readonly ending: { readonly reason: string; readonly to: string } | null;
  /** Of preview builds: which member was in charge at each step that was noted, in their order; some more than once. */
  readonly noted: readonly { readonly step: string; readonly member: string }[];
  /** As the sandbox reports it. */
  readonly conversation: Conversation;
}

/** More turns than any drawing of a test needs. */
const MOST_TURNS = 120;
const CALLER = '+33612345678';

let clock = 0;
/** One renderer for all calls, so that its parsed templates are kept. */
const render = createRender(() => clock);

export async function play(
  document: FlowDocument,
  { payload, manifest }: Realised,
  caller: Caller,
  surrounding: Surrounding,
): Promise<Played> {
  const conversation = openConversation(payload, surrounding.channel);
  const record = createRecord(document, conversation);
  const outside = outsideOf(record.model, surrounding);
  const lines: string[] = [];
  const messages: CallMessage[] = [];
  let told = 0;
  const follow = () => {
    for (const message of conversation.messages.slice(told)) messages.push(...asTraced(message));
    told = conversation.messages.length;
    return traceCall(document, manifest, messages, surrounding.now);
  };
  clock = surrounding.now;
  await begin(conversation, outside);
  let trace = follow();
  while (!conversation.ending && lines.length < MOST_TURNS) {
    const line = caller(trace);
    if (line === null) break;
    lines.push(line);
    clock = surrounding.now;
    await hear(conversation, line, outside);
    trace = follow();
  }
  await record.close();
  const { ending } = conversation;
  return {
    trace,
    heard: heardIn(conversation),
    lines,
    information: record.information,
    calls: messages.flatMap((message) =>
      message.role === 'tool-call' && message.tool !== manifest.progressTool
        ? [`${message.tool} ${JSON.stringify(message.arguments)}`]
        : [],
    ),
    noted: notedIn(conversation, manifest),
    conversation,
    ending: ending && { reason: ending.reason, to: textOf(recordOf(ending.destination).number) },
  };
}

function openConversation(payload: Payload, channel: Channel): Conversation {
  const nothing = () => undefined;
  const target = (payload.type === 'squad'
    ? { squad: payload.squad }
    : { assistant: payload.assistant }) as unknown as { squad?: JsonRecord; assistant?: JsonRecord };
  const cast = castOf(target, { assistant: nothing, squad: nothing, tool: nothing });
  if (!cast.ok) throw new Error(cast.failure);
  const variables = { customer: { number: CALLER }, ...cast.value.variables };
  return newConversation('call', channel, cast.value.members, variables);
}

function outsideOf(model: Model, { fetch, answers }: Surrounding): Outside {
  return {
    now: () => clock,
    newId: seededIds(1, { idCount: 0 }),
    render,
    model,
    askServer: async () => null,
    request: async ({ url }) => {
      const response = await fetch(url);
      return response.ok ? response.text() : null;
    },
    isAnswered: ({ number }) => answers !== undefined && number === answers,
    fileText: () => '',
    memberStarted: () => undefined,
  };
}

/** Replies after a line of the caller until which all that it tells is understood. */
const SETTLED = 2;

/** Notes each value when it is understood or stored: what comes later counts. */
function createRecord(document: FlowDocument, conversation: Conversation) {
  const information: Record<string, string> = {};
  const seen = { variables: {} as JsonRecord, gathered: {} as JsonRecord, member: -1 };
  const note = (source: 'variables' | 'gathered', values: JsonRecord) => {
    for (const id of Object.keys(document.information)) {
      const value = values[id];
      // Nothing is told by an empty text: a tool whose answer lacks it stores nothing.
      if (value === undefined || value === '' || value === seen[source][id]) continue;
      seen[source][id] = value;
      information[id] = String(value);
    }
  };
  let replies = SETTLED;
  const look = async (view: ModelView | null) => {
    note('variables', conversation.variables);
    if (seen.member !== conversation.active) {
      seen.member = conversation.active;
      seen.gathered = {};
    }
    if (view && replies <= SETTLED) note('gathered', { ...(await scriptedModel.gathered(view)) });
  };
  return {
    information,
    model: {
      gathered: scriptedModel.gathered,
      reply: async (view) => {
        replies = view.messages.at(-1)?.role === 'user' ? 0 : replies + 1;
        await look(view);
        return scriptedModel.reply(view);
      },
    } satisfies Model,
    close: () => look(null),
  };
}

function heardIn({ messages }: Conversation): Heard[] {
  return messages.flatMap(({ role, content, aside, assistantName }, index) =>
    role === 'assistant' && content !== ''
      ? [{ text: content, fixed: aside === true || index === 0, member: assistantName }]
      : [],
  );
}

function notedIn({ messages }: Conversation, { progressTool, members }: Manifest): Played['noted'] {
  const noted = messages.flatMap(({ toolCalls = [], assistantName: member }) =>
    toolCalls.flatMap(({ name, arguments: { step } }) => {
      const steps = members.find((one) => one.name === member)?.steps ?? [];
      const node = steps.find(({ number }) => String(number) === String(step))?.node;
      return name === progressTool && node !== undefined ? [{ step: node, member }] : [];
    }),
  );
  return noted;
}

function asTraced(message: ConversationMessage): CallMessage[] {
  const { role, content, toolCalls = [], name = '' } = message;
  if (role === 'tool') return [{ role: 'tool-result', tool: name, text: content }];
  if (role === 'user') return [{ role: 'caller', text: content }];
  return [
    ...(content === '' ? [] : [{ role: 'assistant' as const, text: content }]),
    ...toolCalls.map((call) => ({ role: 'tool-call' as const, tool: call.name, arguments: call.arguments })),
  ];
}
