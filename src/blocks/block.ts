/**
 * What a ready-made block is: a few steps that people draw again and again, with what is said in them in both languages of
 * the call. Knows neither a drawing that it is put into nor the editor. Pure.
 */
import type { CallLanguage, ExitId, FlowSettings, Information, InformationId } from '../flow/document.ts';
import type { Kind } from '../flow/kind.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Need } from './need.ts';

export interface BlockWords {
  readonly name: string;
  readonly hint: string;
}

/** What a block may ask of the drawing it comes into. */
export interface BlockContext {
  readonly language: CallLanguage;
  /** Whether steps that act during a call have anybody to act for them. */
  readonly hasRuntime: boolean;
  /** What is known when the block begins, in the order in which it was made. */
  readonly known: readonly Information[];
  readonly settings: FlowSettings;
  /** The information of the drawing that means this (`chosen`, when it is of that type), or a new one. */
  collect(need: Need, chosen?: InformationId | null): InformationId;
}

/** A step of the block; `id` is its name inside the block. */
export interface BlockStep {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly data: JsonObject;
}

/** `[from, exit, to]` */
export type BlockLink = readonly [from: string, exit: ExitId, to: string];

/** The first step is the one that the call comes to. Exits without a link are where it goes on. */
export interface BlockDrawing {
  readonly steps: readonly BlockStep[];
  readonly links: readonly BlockLink[];
  /** What has to be set for the whole flow. */
  readonly settings?: Partial<FlowSettings>;
}

export interface Block {
  readonly id: string;
  /** Name of a lucide icon. */
  readonly icon: 'message-square-text' | 'contact' | 'list-checks' | 'disc';
  /** What it is called on screen. */
  readonly words: { readonly en: BlockWords; readonly fr: BlockWords };
  draw(context: BlockContext): BlockDrawing;
}

/** A step whose data is checked against its kind. Fields that are not given are those of a new step. */
export function step<Id extends string, Data extends object>(
  id: string,
  kind: Kind<Id, Data>,
  language: CallLanguage,
  title: string,
  data: Partial<Data>,
): BlockStep {
  return { id, kind: kind.id, title, data: { ...kind.create({ language }), ...data } as JsonObject };
}
