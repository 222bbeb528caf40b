/**
 * The step script: the strict form of the "steps" part of our prompts. `print.ts` writes it for a language
 * model, `read.ts` reads it back (the sandbox's scripted model). Knows neither drawings nor step kinds.
 */

export type ScriptLanguage = 'en' | 'fr';

export const VALUE_TYPES = [
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
export type ValueType = (typeof VALUE_TYPES)[number];

/** Where to go next: another step of this script, or a tool to call at once (a handoff). */
export type Target = { readonly step: number } | { readonly tool: string };

/** A value to obtain. `key` is the variable name, `label` what a person calls it. */
export interface Item {
  readonly key: string;
  readonly label: string;
  readonly type: ValueType;
  readonly choices: readonly string[];
  /** May stay unknown: asked once, never insisted on. */
  readonly optional: boolean;
}

export interface Choice<To> {
  /** What the caller wants, in everyday words. */
  readonly label: string;
  /** Things a caller might say that count as this choice. */
  readonly examples: readonly string[];
  /** Things that sound like it and do not count. */
  readonly counterExamples?: readonly string[];
  readonly to: To;
}

/** What callers may ask, and what is answered. */
export interface Fact {
  readonly question: string;
  readonly answer: string;
}

/** Who of several destinations may be called now: statements that come first, then a Liquid condition each; null: always. */
export interface OnDuty {
  readonly prepare: string;
  readonly tests: readonly (string | null)[];
}

/** The outcome of any successful result. */
export const ANY_RESULT = '*';

/**
 * One instruction. `To` is the way out: an exit id in a fragment, a `Target` once linked.
 * - `say`: speak, then go on without waiting. `exact` asks for these very words.
 * - `ask`: obtain the items one at a time, read them back if wished. `retries`: how often an answer that does not fit is
 *   asked for again, left to the model when absent; `skipKnown`: what was said before is not asked.
 * - `choose`: ask what is wanted and follow the answer; asked again `retries` times (once when absent).
 * - `inform`: answer questions from the facts until nothing more is wanted; `strict`: from nothing else. `lookUp`: a tool
 *   that finds what the facts do not say.
 * - `compute`: call a tool with the listed items; its result names the outcome. `ANY_RESULT` stands for every result
 *   of a call that did not fail: other people's tools name no outcome. `say` is spoken on its outcome before going on;
 *   `[key]` in it is the value of that name in the result. `keeps`: information that a result tells, where its path is there.
 * - `when`: decided by Liquid before the model sees the prompt; read back it is a plain `go`.
 * - `transfer`: call the transfer tool with this destination, then with each of `instead` until one works; if none does,
 *   go on. `onDuty` is decided by Liquid: read back, only the destinations whose hours are open are left, or a plain `go`.
 * - `end`: say the closing sentence (empty when the tool speaks it by itself), then call the end tool.
 */
export type Instruction<To> =
  | { readonly do: 'say'; readonly exact: boolean; readonly text: string; readonly to: To }
  | {
      readonly do: 'ask';
      readonly question: string;
      readonly items: readonly Item[];
      readonly readBack: boolean;
      readonly retries?: number;
      readonly skipKnown?: true;
      readonly to: To;
      readonly refused: To;
    }
  | {
      readonly do: 'choose';
      readonly question: string;
      readonly choices: readonly Choice<To>[];
      readonly retries?: number;
      readonly otherwise: To;
    }
  | {
      readonly do: 'inform';
      readonly question: string;
      readonly facts: readonly Fact[];
      readonly strict: boolean;
      readonly lookUp?: string;
      readonly to: To;
      /** Where to go with a question that the facts do not answer. */
      readonly unknown: To;
    }
  | {
      readonly do: 'compute';
      readonly tool: string;
      readonly uses: readonly string[];
      readonly outcomes: readonly { readonly outcome: string; readonly to: To; readonly say?: string }[];
      readonly keeps?: readonly { readonly key: string; readonly path: string }[];
      /** Where to go when the tool fails or answers nothing of the above; absent for tools that cannot fail. */
      readonly failed?: To;
    }
  | {
      readonly do: 'when';
      /** Liquid statements that come first (`assign`), then one Liquid condition per case. */
      readonly prepare: string;
      readonly cases: readonly { readonly liquid: string; readonly to: To }[];
      readonly otherwise: To;
    }
  | {
      readonly do: 'transfer';
      readonly tool: string;
      readonly destination: string;
      readonly instead?: readonly string[];
      readonly onDuty?: OnDuty;
      readonly otherwise: To;
    }
  | { readonly do: 'end'; readonly tool: string; readonly closing: string }
  | { readonly do: 'go'; readonly to: To };

/** Cases that may come up in every step. */
export const SPOKEN_RULES = ['wants-human', 'emergency', 'robot', 'unclear', 'language', 'angry'] as const;
export type SpokenRule = (typeof SPOKEN_RULES)[number];

/** What to do whenever such a case comes up: speak, then go on elsewhere or return to the question. */
export interface WheneverLine {
  readonly rule: SpokenRule;
  /** Things a caller might say; `unclear` needs none. */
  readonly phrases: readonly string[];
  readonly say: string;
  /** The tool that speaks instead of the model: exact words, not known to the prompt. */
  readonly speak?: string;
  readonly to: Target | 'back';
}

/**
 * Tools called on entering a step, one after the other. `keep` stores values of this conversation, so that what is spoken
 * next can hold them; each of `speak` says fixed words by itself, which the prompt does not quote (vapi-facts §12.24).
 */
export interface Before {
  readonly keep?: { readonly tool: string; readonly uses: readonly string[] };
  readonly speak: readonly string[];
}

/** A numbered step; numbers start at 1 and rise by 1. The title is for the model, never spoken. */
export interface ScriptStep<To = Target> {
  readonly number: number;
  readonly title: string;
  /** Absent when the instruction begins at once. */
  readonly before?: Before;
  readonly instruction: Instruction<To>;
}

/** The step to begin with. `opened`: the first message has already put its question, so listen instead of asking again. */
export interface Begin {
  readonly start: number;
  readonly opened: boolean;
}

/** A beginning that Liquid chooses before the model sees the prompt (opening hours, say). */
export interface BeginByRule {
  readonly prepare: string;
  readonly cases: readonly { readonly liquid: string; readonly begin: Begin | BeginByRule }[];
  readonly otherwise: Begin | BeginByRule;
}

/** A script as it is read back: every rule that Liquid decides has been decided. */
export interface Script {
  readonly language: ScriptLanguage;
  readonly begin: Begin;
  readonly steps: readonly ScriptStep[];
  /** Valid in every step; absent when there are none. */
  readonly anytime?: readonly WheneverLine[];
  /** Preview builds only: the tool that reports each new step (vapi-facts §7.4). */
  readonly progressTool?: string;
}

/** A script as it is printed. */
export interface PrintableScript extends Omit<Script, 'begin'> {
  readonly begin: Begin | BeginByRule;
}
