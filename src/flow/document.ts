/**
 * The flow document: the drawing as JSON. The only thing that is saved, checked, compiled and undone.
 * Knows no step kind: a node's `data` is described by its kind (`kind.ts`).
 */
import type { JsonObject } from '../lib/json.ts';
import { DEFAULT_ANYTIME } from './anytime/defaults.ts';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type NodeId = Branded<'node'>;
export type EdgeId = Branded<'edge'>;
/** Also the variable key at Vapi: `^[a-zA-Z][a-zA-Z0-9_]*$`, at most 40 characters (vapi-facts §2.4). */
export type InformationId = Branded<'information'>;
export type HoursId = Branded<'hours'>;
export type ExitId = string;

/** Raised together with a migration (`migrations/migrate.ts`). */
export const DOCUMENT_FORMAT = 4;

/** The language spoken on the call; the language of the screen is another question. */
export type CallLanguage = 'en' | 'fr';
export const CALL_LANGUAGES: readonly CallLanguage[] = ['en', 'fr'];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One step. `title` is the person's own name for it; without one the kind's name is shown. */
export interface FlowNode<Data = JsonObject> {
  readonly id: NodeId;
  readonly kind: string;
  readonly title?: string;
  readonly position: Point;
  /** The drawn section it lies in, if any: a hint where to cut members. */
  readonly section?: NodeId;
  readonly data: Data;
}

/** From one exit of a step to another step. At most one edge leaves an exit. */
export interface FlowEdge {
  readonly id: EdgeId;
  readonly from: NodeId;
  readonly exit: ExitId;
  readonly to: NodeId;
}

export const INFORMATION_TYPES = [
  'name',
  'phone',
  'email',
  'date',
  'time',
  'number',
  'yes-no',
  'choice',
  'address',
  'text',
] as const;
export type InformationType = (typeof INFORMATION_TYPES)[number];

/** A named, typed value the call collects. In a sentence it stands as `{{id}}` and is shown as a chip. */
export interface Information {
  readonly id: InformationId;
  readonly name: string;
  readonly type: InformationType;
  /** Only for type `choice`: what may be answered, in the caller's words. */
  readonly choices?: readonly string[];
}

/** Minutes since local midnight; `from < to`. 24:00 is 1440. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** Whose public holidays are kept: the place is closed on them, unless the day has hours of its own. */
export const HOLIDAY_CALENDARS = [
  'none',
  'france',
  'alsace-moselle',
  'england-wales',
  'united-states',
] as const;
export type HolidayCalendar = (typeof HOLIDAY_CALENDARS)[number];

/** A local date (`YYYY-MM-DD`) with hours of its own; without spans the place is closed all day. */
export interface ExceptionalDay {
  readonly date: string;
  readonly spans: readonly TimeSpan[];
}

/**
 * Opening hours. `week` has seven lists, Monday first; an empty list is a closed day. An exceptional day wins over a
 * public holiday, and a public holiday over the week.
 */
export interface OpeningHours {
  readonly id: HoursId;
  readonly name: string;
  readonly timeZone: string;
  readonly week: readonly (readonly TimeSpan[])[];
  readonly holidays: HolidayCalendar;
  /** In any order; a date that stands here twice has the hours of both. */
  readonly exceptions: readonly ExceptionalDay[];
  /** Id of the workspace's opening hours that these are a copy of; null for hours of this drawing alone. */
  readonly shared: string | null;
}

export type VoicePreset = 'warm' | 'calm' | 'lively' | 'deep';
export const VOICE_PRESETS: readonly VoicePreset[] = ['warm', 'calm', 'lively', 'deep'];

export interface FlowSettings {
  readonly timeZone: string;
  readonly voice: VoicePreset;
  /** Recording is off until somebody switches it on (promise 6). */
  readonly recording: boolean;
  /** Calls are recorded only after this yes/no information was answered with yes; null asks for no such answer. */
  readonly consent: InformationId | null;
  /** Seconds; the call is ended after this long. 60 to 880: 900 and more is refused by Vapi's workers (vapi-facts §12.32). */
  readonly maximumSeconds: number;
}

/** The rules of the lane, in the order in which they are shown and written into prompts. */
export const ANYTIME_RULES = [
  'wants-human',
  'emergency',
  'robot',
  'silence',
  'unclear',
  'language',
  'angry',
] as const;
export type AnytimeRule = (typeof ANYTIME_RULES)[number];

/** A rule valid in every step. */
export interface AnytimeSetting {
  readonly enabled: boolean;
  /** What is said; empty for the standard sentence in the language of the call. */
  readonly sentence: string;
  /** Where the call goes on; null returns to the step where it was. */
  readonly goTo: NodeId | null;
  /** What callers may say besides the standard phrases of the rule. */
  readonly phrases: readonly string[];
}

export type Anytime = { readonly [rule in AnytimeRule]: AnytimeSetting };

/** Records are keyed by id so that an edit is a small patch and two people's edits merge. */
export interface FlowDocument {
  readonly format: typeof DOCUMENT_FORMAT;
  readonly name: string;
  readonly language: CallLanguage;
  readonly nodes: { readonly [id: NodeId]: FlowNode };
  readonly edges: { readonly [id: EdgeId]: FlowEdge };
  readonly information: { readonly [id: InformationId]: Information };
  readonly hours: { readonly [id: HoursId]: OpeningHours };
  readonly settings: FlowSettings;
  readonly anytime: Anytime;
}

/** What is around steps and links: an edit of one of those leaves all of it as it is. */
export type Surroundings = Omit<FlowDocument, 'nodes' | 'edges'>;

export const DEFAULT_SETTINGS: FlowSettings = {
  timeZone: 'Europe/Paris',
  voice: 'warm',
  recording: false,
  consent: null,
  maximumSeconds: 840,
};

/** A drawing with nothing on it. */
export function emptyDocument(name: string, language: CallLanguage): FlowDocument {
  return {
    format: DOCUMENT_FORMAT,
    name,
    language,
    nodes: {},
    edges: {},
    information: {},
    hours: {},
    settings: DEFAULT_SETTINGS,
    anytime: DEFAULT_ANYTIME,
  };
}

/** `{{id}}` marks in a sentence, in order of appearance, repeated ones once. Pure. */
export function informationIn(sentence: string): InformationId[] {
  const found = new Set<InformationId>();
  for (const match of sentence.matchAll(/\{\{([a-zA-Z][a-zA-Z0-9_]{0,39})\}\}/g))
    found.add(match[1] as InformationId);
  return [...found];
}
