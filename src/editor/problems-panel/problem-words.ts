/** The sentences of a problem in the language of the screen: engine-wide ones from the words about flows, a kind's from the kind. */
import type { FlowDocument } from '../../flow/document.ts';
import type { Problem } from '../../flow/problem.ts';
import { problemMessages } from '../../flow-words/problems/messages.ts';
import { type LanguageState, useLanguageState } from '../../i18n/language.ts';
import { wordsIn } from '../../i18n/messages.ts';
import { exitsOf, kindNamesIn } from '../../kinds/kind-words.ts';
import { wordsOf } from '../../kinds/whole-words.ts';

export interface ProblemWords {
  /** What is wrong. */
  readonly what: string;
  /** Why it matters and what to do; empty when there is nothing to add. */
  readonly todo: string;
}

type Word = string | ((params: Problem['params']) => string) | Readonly<Record<string, unknown>> | undefined;

/** Undefined when the code has no sentence: a mistake that a test finds. */
export function problemWordsIn(state: LanguageState, problem: Problem): ProblemWords | undefined {
  const [kind, own] = problem.code.includes('/') ? problem.code.split('/') : [undefined, problem.code];
  const words = (kind === undefined ? wordsIn(problemMessages, state) : wordsOf(kind, state)) as
    | Readonly<Record<string, Word>>
    | undefined;
  const key = kind === undefined ? own : `problem.${own}`;
  const say = (word: Word) =>
    typeof word === 'function' ? word(problem.params) : typeof word === 'string' ? word : undefined;
  const what = say(words?.[key ?? '']);
  return what === undefined ? undefined : { what, todo: say(words?.[`${key}.do`]) ?? '' };
}

/** Exits that the person did not name are named by their kind, so that the sentence says which one. */
function withExitName(state: LanguageState, problem: Problem, document: FlowDocument): Problem {
  const { node: id, exit: exitId } = problem.at;
  const node = id === undefined ? undefined : document.nodes[id];
  const exit = node && exitsOf(node).find((one) => one.id === exitId);
  if (!node || !exit) return problem;
  return { ...problem, params: { ...problem.params, label: kindNamesIn(state).exit(node, exit) } };
}

/** Always a sentence: an unknown code says that something is wrong. */
export function useProblemWords(): (problem: Problem, document: FlowDocument) => ProblemWords {
  const state = useLanguageState();
  return (problem, document) =>
    problemWordsIn(state, withExitName(state, problem, document)) ?? {
      what: wordsIn(problemMessages, state).unknown,
      todo: problem.code,
    };
}
