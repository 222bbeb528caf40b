/** A problem as sentences, outside the editor: what is wrong, and what to do. Knows no kind; pure. */
import type { FlowDocument } from '../flow/document.ts';
import { exitsOf } from '../flow/facts.ts';
import type { DrawnKinds } from '../flow/kind.ts';
import type { Problem } from '../flow/problem.ts';
import { defineMessages, type ScreenLanguage, wordsIn } from '../i18n/messages.ts';
import { en as importEn } from '../import/messages.en.ts';
import { fr as importFr } from '../import/messages.fr.ts';
import { en } from './problems/messages.en.ts';
import { fr } from './problems/messages.fr.ts';
import { createStepWords, type WordsOfKind } from './step-words.ts';

const engineMessages = defineMessages(en, fr);
const importMessages = defineMessages(importEn, importFr);

export interface ProblemContext {
  readonly document: FlowDocument;
  readonly registry: DrawnKinds;
  readonly language: ScreenLanguage;
  /** Keys instead of sentences. */
  readonly keys?: boolean;
  readonly wordsOf: WordsOfKind;
}

export interface ProblemSentences {
  /** The step's name; empty when the problem concerns the whole flow. */
  readonly step: string;
  readonly what: string;
  /** Empty when there is nothing to add. */
  readonly todo: string;
}

/** Always a sentence: for an unknown code, that something is wrong. */
export function problemSentences(problem: Problem, context: ProblemContext): ProblemSentences {
  const steps = createStepWords(context.wordsOf);
  const sentences = wordsIn(engineMessages, context);
  const engine: Readonly<Record<string, unknown>> = { ...sentences, ...wordsIn(importMessages, context) };
  const node = Object.hasOwn(context.document.nodes, problem.at.node ?? '')
    ? context.document.nodes[problem.at.node!]
    : undefined;
  const exit = node && exitsOf(node, context.registry).find(({ id }) => id === problem.at.exit);
  const params = node && exit ? { ...problem.params, label: steps.exit(node.kind, exit) } : problem.params;
  const [kind, own] = problem.code.split('/') as [string, string | undefined];
  const say = (suffix: string) => {
    if (own !== undefined && context.wordsOf(kind))
      return steps.word(kind, `problem.${own}${suffix}`, params);
    const key = `${problem.code}${suffix}`;
    const word = Object.hasOwn(engine, key) ? engine[key] : undefined;
    return typeof word === 'function' ? String(word(params)) : typeof word === 'string' ? word : undefined;
  };
  return {
    step: node ? steps.step(node) : '',
    what: say('') ?? sentences.unknown,
    todo: say('.do') ?? '',
  };
}
