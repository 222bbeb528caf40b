/**
 * The manifest: which piece of the compiled payload realises which step. Stored with every deployment, so that
 * calls can be shown on the drawing. Data only.
 */
import type { AnytimeRule, EdgeId, ExitId, InformationId, InformationType, NodeId } from './document.ts';
import type { StepEffect } from './effect.ts';

/** One Vapi assistant of the compiled result. */
export interface ManifestMember {
  readonly key: string;
  /** The assistant's name at Vapi; at most 40 characters, unique in the squad. */
  readonly name: string;
  /** Steps spoken by the first message, in order; empty in every member but the first. */
  readonly opening: readonly NodeId[];
  readonly start: number;
  /** The numbered steps of the prompt; a step that was copied stands in several members. */
  readonly steps: readonly { readonly number: number; readonly node: NodeId }[];
}

/**
 * A tool call that says where the conversation is: taking `exit` of `node`. A handoff without `exit` is a rule valid at any
 * time, and leads to `node`. `speak`: says the words of the step.
 */
export interface ManifestTool {
  readonly member: string;
  readonly name: string;
  readonly node: NodeId;
  readonly role: 'handoff' | 'transfer' | 'end' | 'compute' | 'speak';
  readonly exit?: ExitId;
  readonly edge?: EdgeId;
  /** For `transfer`: the number dialled. */
  readonly destination?: string;
  /** For `compute`: result text → exit. */
  readonly outcomes?: Readonly<Record<string, ExitId>>;
}

export interface Manifest {
  readonly format: 1;
  readonly members: readonly ManifestMember[];
  readonly tools: readonly ManifestTool[];
  readonly information: readonly {
    readonly id: InformationId;
    readonly name: string;
    readonly type: InformationType;
  }[];
  /** Rules valid at any time: what they say and where they lead, null for back. Absent in what was compiled before there were any. */
  readonly anytime?: readonly {
    readonly rule: AnytimeRule;
    readonly sentence: string;
    readonly node: NodeId | null;
  }[];
  /** What it reaches outside, in order of the steps. Absent in what was compiled before this was noted. */
  readonly effects?: readonly StepEffect[];
  /** Name of the progress tool of preview builds. */
  readonly progressTool?: string;
}
