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
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export type ModelMessage =
  | { readonly role: 'user'; readonly content: string }
  | { readonly role: 'assistant'; readonly content: string; readonly toolCalls: readonly ModelCall[] }
  | { readonly role: 'tool'; readonly name: string; readonly content: string };

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
}

/** What is said, then the tools that are called. Both may be empty. */
export interface ModelReply {
  readonly content: string;
  readonly toolCalls: readonly ModelCall[];
}

export interface Model {
  reply(view: ModelView): ModelReply | Promise<ModelReply>;
  /** What the caller has told in this part of the conversation, by the keys of the prompt. */
  gathered(view: ModelView): Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
}
