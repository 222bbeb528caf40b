/**
 * What every file format is read into before anything is drawn: stations, what happens at each, and the ways on.
 * Names in it are the file's own. Data only.
 */
import type { InformationType, Point } from '../flow/document.ts';
import type { Problem } from '../flow/problem.ts';

export interface Wanted {
  /** What the file calls it; also how its sentences and rules refer to it. */
  readonly name: string;
  /** Other names for the same thing, `user.name` say. */
  readonly aliases: readonly string[];
  readonly label: string;
  /** What the file says it is. */
  readonly about: string;
  readonly type: InformationType;
  readonly choices: readonly string[];
  /** The type was read from the name or the description, not from the file's own type. */
  readonly typeGuessed: boolean;
  readonly path: string;
  /** What its id is made of, when the file has no name for it. */
  readonly idFrom?: string;
}

export type Condition =
  | { readonly type: 'none' }
  /** In words, judged by what the caller says. */
  | { readonly type: 'words'; readonly text: string }
  /** To be computed: true when one of `cases` holds, none when it cannot be; `text` is the file's own notation. */
  | { readonly type: 'logic'; readonly text: string; readonly cases: readonly LogicRules[] }
  | { readonly type: 'failed'; readonly text: string };

export interface LogicRules {
  readonly match: 'all' | 'any';
  readonly rules: readonly {
    readonly name: string;
    readonly operator: LogicOperator;
    readonly value: string;
  }[];
  /** "At least" was written as "more than", which is the same for whole numbers only. */
  readonly rounded: boolean;
}
/** `holds` is a name alone: yes for yes/no information, given for any other. */
export type LogicOperator = 'is' | 'is-not' | 'contains' | 'more-than' | 'less-than' | 'given' | 'holds';

export interface Way {
  readonly to: string;
  readonly condition: Condition;
  readonly path: string;
}

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** `value` as written in the file, `{{marks}}` and all. */
  readonly body: readonly { readonly name: string; readonly value: string }[];
  readonly answers: readonly { readonly path: string; readonly wanted: Wanted }[];
  readonly timeoutSeconds: number;
  readonly say: string;
  readonly failedSay: string;
  readonly doneSay: string;
  /** The call ends once `doneSay`, or `failedSay`, was spoken. */
  readonly endsWhenDone: boolean;
  readonly endsWhenFailed: boolean;
  /** A part that has no counterpart here. */
  readonly changed: string;
}

export type Happening =
  /** Nothing of its own: a start mark, a step whose content is elsewhere. */
  | { readonly type: 'pass' }
  | { readonly type: 'say'; readonly text: string; readonly exactly: boolean }
  | Talk
  | {
      readonly type: 'transfer';
      readonly message: string;
      readonly people: readonly { readonly name: string; readonly number: string }[];
    }
  | { readonly type: 'hang-up'; readonly closing: string }
  | { readonly type: 'request'; readonly request: Request }
  /** Something that cannot be taken in: its name or description stands for it. */
  | { readonly type: 'lost'; readonly label: string };

export interface Talk {
  readonly type: 'talk';
  /** Exact words that it begins with. */
  readonly first: string;
  /** Instructions to a language model. */
  readonly prompt: string;
  /** The prompt is a whole assistant's, not one step's: it is kept as one free sentence. */
  readonly whole: boolean;
  readonly wanted: readonly Wanted[];
}

export interface Station {
  readonly key: string;
  readonly path: string;
  readonly title: string;
  readonly position: Point | null;
  readonly does: Happening;
  readonly ways: readonly Way[];
  /** When it can be entered from anywhere: the condition in words. */
  readonly anytime: string | null;
}

/** A file, read. Stations in the order of the file; `start` is one of their keys. */
export interface Reading {
  readonly name: string;
  /** Instructions for the whole of it, for no step in particular. */
  readonly instructions: string;
  readonly stations: readonly Station[];
  readonly start: string | null;
  readonly startChosen: boolean;
  /** Language codes that the file's settings name. */
  readonly languages: readonly string[];
  readonly problems: readonly Problem[];
}
