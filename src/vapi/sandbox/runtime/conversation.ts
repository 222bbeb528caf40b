/** The state of one conversation: plain JSON, so that it survives a restart. Knows no network. */
import type { ModelCall, Reason } from '../model/model.ts';
import type { JsonRecord } from './record.ts';

export interface ConversationCall extends ModelCall {
  readonly id: string;
}

export interface ConversationMessage {
  readonly role: 'assistant' | 'user' | 'tool';
  readonly content: string;
  readonly toolCalls?: readonly ConversationCall[];
  /** Of a tool's result. */
  readonly toolCallId?: string;
  readonly name?: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly assistantName: string;
  /** Spoken by a tool, not by the model: heard by the caller, unknown to models (vapi-facts §2.3). */
  readonly aside?: true;
  /** Why the model said or called this. */
  readonly because?: readonly Reason[];
}

/** Why a model said or did something, when, and which member it was. */
export interface ToldReason extends Reason {
  readonly at: number;
  readonly assistantName: string;
}

export function reasonsOf({ messages }: Pick<Conversation, 'messages'>): ToldReason[] {
  return messages.flatMap(({ at, assistantName, because = [] }) =>
    because.map((reason) => ({ at, assistantName, ...reason })),
  );
}

/** An assistant as the call uses it: overrides applied, saved tools put in. */
export interface Member {
  readonly id?: string;
  readonly assistant: JsonRecord;
  readonly name: string;
}

export type Channel = 'phone' | 'web' | 'chat';

export interface Ending {
  readonly reason: string;
  readonly destination?: JsonRecord;
  /** A sentence, when the call ended because its model could not be used. */
  readonly failure?: string;
}

export interface Conversation {
  readonly id: string;
  readonly channel: Channel;
  readonly members: readonly Member[];
  active: number;
  /** The prompt of the active member, rendered when it became active. */
  prompt: string;
  variables: JsonRecord;
  messages: ConversationMessage[];
  /** Index of the first message that belongs to the active member. */
  since: number;
  /** True when that message is the member's fixed first message. */
  greeted: boolean;
  /** What the active member was given of the conversation before it. */
  context: ConversationMessage[];
  /** What the caller has told, as the models understood it. */
  gathered: Record<string, string>;
  activations: { assistantName: string; assistantId?: string }[];
  ending: Ending | null;
}

export function activeMember(conversation: Conversation): Member {
  return conversation.members[conversation.active]!;
}

/** A conversation in which nothing has been said. */
export function newConversation(
  id: string,
  channel: Channel,
  members: readonly Member[],
  variables: JsonRecord,
): Conversation {
  return {
    id,
    channel,
    members,
    active: 0,
    prompt: '',
    variables,
    messages: [],
    since: 0,
    greeted: false,
    context: [],
    gathered: {},
    activations: [],
    ending: null,
  };
}
