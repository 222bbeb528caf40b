/** Problems: what the analyser found, as data. Sentences for them live in `messages.{en,fr}.ts` only. */
import type { EdgeId, ExitId, InformationId, NodeId } from './document.ts';

/** `error` blocks publishing (it would break a call); `warning` should be looked at; `hint` is advice. */
export type Severity = 'error' | 'warning' | 'hint';

/** Where the problem is; all parts optional, the narrowest one given is shown. */
export interface Place {
  readonly node?: NodeId;
  readonly exit?: ExitId;
  readonly edge?: EdgeId;
  readonly information?: InformationId;
  /** Path of a field inside the node's data, dots between the parts. */
  readonly field?: string;
}

/** The name of an editor command and its arguments; applying it removes the problem. */
export interface Fix {
  readonly command: string;
  readonly args: Readonly<Record<string, unknown>>;
  /**
   * Nothing that a caller hears or that somebody wrote is lost by it, and there is nothing to decide: it may be applied
   * together with others, without a look at each.
   */
  readonly safe?: true;
}

export interface Problem {
  /** Stable, kebab-case; a kind's own problems start with the kind's id and a slash. */
  readonly code: string;
  readonly severity: Severity;
  readonly at: Place;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fix?: Fix;
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, hint: 2 };

/** Errors first, then by place and code: a total order, so equal documents list equal problems. Pure. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const key = (problem: Problem) =>
    [
      problem.at.node ?? '',
      problem.at.exit ?? '',
      problem.at.field ?? '',
      problem.code,
      problem.at.edge ?? '',
      problem.at.information ?? '',
    ].join('\u0000');
  return [...problems].sort(
    (a, b) => RANK[a.severity] - RANK[b.severity] || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0),
  );
}
