/**
 * What a language model is to the sandbox: functions of prompt, tools and messages, and of nothing else.
 * Knows no Vapi objects, so that any other model can take the place of the scripted one.
 */
import type { FunctionParameters } from '../../contract/tool.ts';

export interface ModelTool {
  readonly name: string;
  readonly description: string;
  readonly parameters: FunctionParameters;
  /** The type of the tool at Vapi: native tools are known to a model by their behaviour. */
  readonly type: string;
}

export interface ModelCall {
  /** Of calls that have been made: by it their result is found. */
  readonly id?: string;
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** What the model wrote where its arguments are no JSON object; such a call is not carried out. */
  readonly unreadable?: string;
}

/** Why something was done, in the form of the drawing's own reasons: `caller-chose` with `{ choice: 'appointment' }`. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

/** A model that could not be asked. `reason` is the end of Vapi's name for it (`429-rate-limit-reached`). */
export interface ModelFailure {
  readonly reason: string;
  /** What happened, to follow "The language model cannot be used:". */
  readonly message: string;
}

export type ModelMessage =
  | { readonly role: 'user'; readonly content: string }
  | { readonly role: 'assistant'; readonly content: string; readonly toolCalls: readonly ModelCall[] }
  | { readonly role: 'tool'; readonly name: string; readonly content: string; readonly callId?: string };

export interface ModelView {
  /** The system message, its Liquid rendered. */
  readonly prompt: string;
  readonly tools: readonly ModelTool[];
  /** The conversation before this assistant took over, as far as it was passed on. */
  readonly context: readonly ModelMessage[];
  /** The conversation since. */
  readonly messages: readonly ModelMessage[];
  /** True when the first message of `messages` is the assistant's fixed first message, not a reply of the model. */
  readonly greeted: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What the caller is heard and answered in, where the assistant says so. */
  readonly language?: 'en' | 'fr';
  /** 0 to 2. */
  readonly temperature?: number;
}

/** What is said, then the tools that are called. Both may be empty. */
export interface ModelReply {
  readonly content: string;
  readonly toolCalls: readonly ModelCall[];
  /** Why, where the model can tell. */
  readonly because?: readonly Reason[];
  /** Then nothing is said or called, and the call is over. */
  readonly failure?: ModelFailure;
}

export interface Model {
  reply(view: ModelView): ModelReply | Promise<ModelReply>;
  /** What the caller has told in this part of the conversation, by the keys of the prompt. */
  gathered(view: ModelView): Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
}
