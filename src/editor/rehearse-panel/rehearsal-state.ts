/** What is seen of a rehearsal: its turns, its path, what is known and what is pretended. Data only. */
import type { RehearsalPretence, RehearsalStep } from '../../publish/wire.ts';

/** Why the words after it do not follow from the words before. */
export type Break =
  | { readonly type: 'from'; readonly node: string }
  | { readonly type: 'told'; readonly node: string; readonly information: string; readonly value: string }
  | { readonly type: 'moved'; readonly node: string; readonly now: number };

export interface Turn {
  readonly id: number;
  readonly who: 'assistant' | 'caller';
  readonly text: string;
  /** The step that spoke; null when it is not known. */
  readonly node: string | null;
  /** Of a caller's turn, and of the last words of the first answer: the steps that were left then. */
  readonly left?: readonly RehearsalStep[];
  /** Stands above it. */
  readonly break?: Break;
  /** To which point one goes back from here; for turns of callers the one before they spoke. */
  readonly point: number;
}

export interface RehearsalState {
  readonly status: 'starting' | 'listening' | 'thinking' | 'ended' | 'failed';
  readonly turns: readonly Turn[];
  readonly current: string | null;
  /** What the caller has said since the call came to the current step. */
  readonly saidHere: readonly string[];
  /** All that the caller has said. */
  readonly lines: readonly string[];
  /** Steps in order with how they were left; where the conversation began in the middle, from there on. */
  readonly path: readonly RehearsalStep[];
  readonly information: Readonly<Record<string, string>>;
  /** `from` and `known` are there when the conversation did not begin at the beginning, or went on with a changed value. */
  readonly pretence: RehearsalPretence;
  readonly end: 'hung-up' | 'transferred' | null;
  readonly sandbox: boolean;
  /** A code with a sentence; `not-saved` is ours, the others are the function's. */
  readonly failure: string | null;
}

export const FRESH: RehearsalState = {
  status: 'starting',
  turns: [],
  current: null,
  saidHere: [],
  lines: [],
  path: [],
  information: {},
  pretence: {},
  end: null,
  sandbox: false,
  failure: null,
};

/** Where a conversation can be taken up again: after an answer. */
export interface Point {
  readonly seen: Pick<
    RehearsalState,
    'turns' | 'current' | 'saidHere' | 'lines' | 'path' | 'information' | 'pretence'
  >;
  readonly conversation: string;
  /** Steps of the path that were played before the call which this conversation is. */
  readonly before: readonly RehearsalStep[];
}

/** Without what is not pretended. */
export function pretenceWith(pretence: RehearsalPretence, change: RehearsalPretence): RehearsalPretence {
  const all = Object.entries({ ...pretence, ...change });
  return Object.fromEntries(
    all.filter(([, value]) => value !== undefined && !(isRecord(value) && Object.keys(value).length === 0)),
  );
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The words of the last answer. */
export function heardLast(turns: readonly Turn[]): string {
  const last = turns.findLastIndex(({ who }) => who === 'caller');
  return turns
    .slice(last + 1)
    .map(({ text }) => text)
    .join(' ');
}
