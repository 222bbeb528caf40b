/**
 * A step kind answers every question that the engine may ask about its nodes. The engine is given a registry
 * of kinds; it never names one. All of it is pure: no clock, no ids, no input or output.
 */
import type * as z from 'zod/mini';
import type { LineAbilities } from '../vapi/contract/phone-number.ts';
import type { TransferDestination, VapiTool } from '../vapi/contract/tool.ts';
import type { Instruction } from '../vapi/script/script.ts';
import type { CalendarNow } from './calendar-names.ts';
import type {
  CallLanguage,
  ExitId,
  FlowDocument,
  FlowNode,
  HoursId,
  InformationId,
  NodeId,
  Surroundings,
} from './document.ts';
import type { Effect } from './effect.ts';
import type { Problem } from './problem.ts';

/** Colour and palette group. */
export type Family = 'begin' | 'speak' | 'listen' | 'decide' | 'act' | 'leave' | 'aid';

/** What an exit stands for: the usual way on, one of several, or what happens when the step fails. */
export type ExitRole = 'next' | 'case' | 'failure';

/** A row of the card. `label` is the person's own words; without it the kind's message `exit.<id>` names it. */
export interface Exit {
  readonly id: ExitId;
  readonly role: ExitRole;
  readonly label?: string;
  /** What it says about the call when a step is left this way. */
  readonly because: ReasonCode;
  /** What the caller wanted is done: a call that takes this way out has reached its goal. */
  readonly goal?: true;
}

export interface CreateContext {
  readonly language: CallLanguage;
  /** The hours to use when the kind needs some and the document has any. */
  readonly hours?: HoursId;
}

/** What is known of the workspace that a flow belongs to: the same object as long as it stays the same. */
export interface WorkspaceHoldings {
  /** The uploaded files that the flow may read from; absent while they are not known. */
  readonly files?: ReadonlySet<string>;
  /** Absent while its calendars are not known. */
  readonly calendarNow?: CalendarNow;
}

/** What a check may ask about the drawing around its node; other steps and links are the engine's to check. */
export interface CheckContext extends WorkspaceHoldings {
  readonly document: Surroundings;
  /** Information that every way from the start to this node has collected. */
  readonly knownBefore: { has(information: InformationId): boolean };
}

export interface Check<Data> {
  readonly code: string;
  /**
   * Problems of one node; an empty list when all is well. A test that is declared without `context` looks at the node alone,
   * and is asked again only when the node has changed.
   */
  test(node: FlowNode<Data>, context: CheckContext): readonly Problem[];
}

export interface LowerContext {
  readonly document: FlowDocument;
  readonly language: CallLanguage;
  /** A tool name unique in the squad, `^[a-zA-Z0-9_-]{1,40}$`, the same for the same node and purpose. */
  toolName(purpose: string): string;
  /** Turns a person's sentence into prompt text: raw braces defused, chips as Liquid with a default. */
  text(sentence: string): string;
  /** The id at Vapi of an uploaded file; null when the flow may not read it: an id in a document proves nothing. Absent: as drawn. */
  readonly fileAtVapi?: (file: string) => string | null;
  /** Our own address for tools that act during a call; absent when the target has none, and the step then fails politely. */
  readonly runtime?: Runtime;
  /** Why an E.164 number may not be dialled from here; null when it may. Absent: as drawn. */
  readonly dialRefusal?: (number: string) => DialRefusal | null;
  /** What calls on the line can do that is compiled for; absent while the line is not known. */
  readonly line?: LineAbilities;
}

/** `unknown`: no such number in the numbering plans. `special`: premium, satellite and the like. `abroad`: a country that is not enabled. */
export type DialRefusal = 'unknown' | 'special' | 'abroad';

/** Where tools reach our Edge Functions during a call, and the credential that signs their requests. */
export interface Runtime {
  /** Address of an endpoint, `book` or `send` say. */
  url(endpoint: string): string;
  readonly credentialId?: string;
  /** Constants of a step's tool that the model neither sees nor fills (vapi-facts §3.3): which flow, which version, which caller. */
  parameters(node: NodeId): readonly { readonly key: string; readonly value: string }[];
}

/**
 * What a step becomes: an instruction of the step script and the tools it calls. Its ways out are exit ids;
 * the compiler links them to steps or handoffs. A kind never sees members.
 */
export interface Fragment {
  readonly instruction: Instruction<ExitId>;
  /** Tools of this step alone, named by `toolName`. */
  readonly tools: readonly VapiTool[];
  /** Joined with those of other steps into the member's one `transferCall` tool. */
  readonly transferTo?: readonly TransferDestination[];
  /** Text that the first message can speak when this step comes first: exact words, guaranteed. */
  readonly opening?: { readonly text: string; readonly listens: boolean };
  /** Who speaks, when this step says so. */
  readonly persona?: string;
  /** Set when the outcome is computed from information of the same member: its exits are cut and vetoed by this variable. */
  readonly outcomeVariable?: string;
  /** All that it reaches outside of the call, with these tools. */
  readonly effects?: readonly Effect[];
  /** What the step cannot do as it is drawn, for this target. */
  readonly problems?: readonly Problem[];
}

/** What happens to a step in a rehearsal of the drawing. */
export type SimulationEvent =
  | { readonly type: 'enter' }
  | {
      readonly type: 'leave-by';
      readonly exit: ExitId;
      readonly values?: Readonly<Record<InformationId, string>>;
    };

export interface SimulationContext {
  readonly document: FlowDocument;
  readonly information: Readonly<Record<InformationId, string>>;
  /** Milliseconds since the epoch, of the virtual clock. */
  readonly now: number;
  /** A sentence with its chips filled in. */
  fill(sentence: string): string;
}

/** `waiting`: an answer from outside is needed. `left`: went on by an exit. `ended`: the call is over. */
export interface SimulationStep {
  readonly said: readonly string[];
  readonly result:
    | { readonly type: 'waiting'; readonly exits: readonly ExitId[] }
    | { readonly type: 'left'; readonly exit: ExitId; readonly because: Reason }
    | { readonly type: 'ended'; readonly end: 'hung-up' | 'transferred' };
}

/** Why a step was left; a sentence is made of it at the edge. */
export const REASON_CODES = [
  'went-on',
  'caller-chose',
  'nothing-fitted',
  'caller-gave',
  'caller-refused',
  'rule-held',
  'rule-failed',
  'nobody-answered',
  'anytime-rule',
  'no-more-questions',
  'question-unanswered',
  'tool-worked',
  'tool-failed',
  'nothing-free',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

export interface Reason {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string>>;
}

/** When a way out is taken, in words of the kind: a function gets the values, a plain word stands after the first of them. */
export interface Condition {
  readonly exit: ExitId;
  readonly match: 'all' | 'any';
  readonly tests: readonly { readonly word: string; readonly values: readonly string[] }[];
}

/**
 * What a caller says at a step. `says`: these words. `tells`: a value of the information; not asked when it is known and the step
 * skips what is. `agrees`: to what was read back. `refuses` to answer, `babbles` what fits nothing, or `has-no-more` to ask.
 */
export type Reply =
  | { readonly type: 'says'; readonly words: string }
  | { readonly type: 'tells'; readonly information: InformationId; readonly skipsKnown: boolean }
  | { readonly type: 'agrees' | 'refuses' | 'babbles' | 'has-no-more' };

/** What a step is taught: at most 300 and 2000 characters. */
export interface TaughtFact {
  readonly question: string;
  readonly answer: string;
}

/** Of either half of zod; the browser's own are made with the small one. */
export interface Schema<Data = unknown> extends z.core.$ZodType<Data> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: Data }
    | { readonly success: false; readonly error: z.core.$ZodError };
}

/** What was said while a call was at a step: by the assistant after the words that began it, and by the caller. */
export interface SaidAtStep {
  readonly heard: readonly string[];
  readonly lines: readonly string[];
}

export interface Kind<Id extends string = string, Data = unknown> {
  readonly id: Id;
  readonly family: Family;
  /** Begins a call; a flow has exactly one step of such a kind. */
  readonly entry?: true;
  /** Waits for what the caller says, though its family is not `listen`. */
  readonly listens?: true;
  /** Ways out of a step that listens by which it may be left without a word from the caller; absent when there are none. */
  silentExits?(data: Data): readonly ExitId[];
  /** For people who know how other systems work: offered after the ordinary kinds. */
  readonly advanced?: true;
  /** Steps can lie in it (`node.section`). */
  readonly gathers?: true;
  /** Does nothing without our endpoints (`Runtime`): every such step would take its failure exit. */
  readonly needsRuntime?: true;
  /** Whether what our endpoint does for the step goes by the name of the flow; absent: never. */
  readsName?(data: Data): boolean;
  /** The only definition of the fields. Strict: unknown keys are refused. */
  readonly schema: Schema<Data>;
  create(context: CreateContext): Data;
  /** The rows with a handle, in order. */
  exits(data: Data): readonly Exit[];
  /**
   * Every sentence that reaches a caller, for counting, searching and checking. Paths are dotted field paths.
   * `written`: is read, never spoken.
   */
  sentences(data: Data): readonly {
    readonly field: string;
    readonly text: string;
    readonly written?: true;
  }[];
  /** Information it collects when left by the given exit. */
  collects(data: Data, exit: ExitId): readonly InformationId[];
  /** Information it needs besides the chips of its sentences. */
  uses(data: Data): readonly InformationId[];
  /** Opening hours it goes by; absent for kinds that know none. */
  hours?(data: Data): readonly HoursId[];
  /** The rules of its ways out, for reading; absent when a way out has none. */
  conditions?(data: Data, document: FlowDocument): readonly Condition[];
  /** What held when it was left by a way out, for saying why; absent where the reason's code says all. */
  held?(data: Data, exit: ExitId, document: FlowDocument): Omit<Condition, 'exit'> | undefined;
  /** What somebody says, turn by turn, who wants it to be left by a way out; absent for kinds that wait for no words. */
  replies?(data: Data, exit: ExitId): readonly Reply[];
  /** The data with one more fact to answer from; null when there is no room. Absent for kinds that answer no questions. */
  learns?(data: Data, fact: TaughtFact): Data | null;
  /**
   * The way out that what was said speaks for, where a call names none: null where it speaks for staying, undefined where nothing is to
   * be told from it. Absent for kinds of which nothing ever is. Only ever inferred.
   */
  leftBy?(data: Data, said: SaidAtStep): ExitId | null | undefined;
  readonly checks: readonly Check<Data>[];
  lower(node: FlowNode<Data>, context: LowerContext): Fragment;
  simulate(node: FlowNode<Data>, event: SimulationEvent, context: SimulationContext): SimulationStep;
  readonly examples: Readonly<Record<string, Data>>;
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds kinds of many data types; each is checked where it is defined
export type AnyKind = Kind<string, any>;

/** What a drawing needs of a kind: not how it is checked, compiled and played. */
export type DrawnKind = Omit<AnyKind, 'checks' | 'lower' | 'simulate' | 'examples' | 'learns' | 'leftBy'>;
export type DrawnKinds = ReadonlyMap<string, DrawnKind>;

/** Keeps the literal id and the data type of a kind. */
export function defineKind<const Id extends string, Data>(kind: Kind<Id, Data>): Kind<Id, Data> {
  return kind;
}

/** Whether steps of this kind wait for what the caller says. Pure. */
export function isListening(kind: DrawnKind | undefined): boolean {
  return kind?.family === 'listen' || kind?.listens === true;
}

/** Whether links may lead to steps of this kind: not to the beginning, and not to aids, which no call ever reaches. Pure. */
export function canBeLedTo(kind: DrawnKind | undefined): boolean {
  return kind?.entry !== true && kind?.family !== 'aid';
}

/** The kinds by id. Built once from the list in `kinds/registry.ts`; tests build their own. */
export type Registry = ReadonlyMap<string, AnyKind>;

export function createRegistry(kinds: readonly AnyKind[]): Registry {
  return new Map(kinds.map((kind) => [kind.id, kind]));
}
