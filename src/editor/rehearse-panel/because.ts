/** Why a step was left, as a sentence in the language of the screen. The words of rules are their kind's. */
import type { FlowDocument, FlowNode, NodeId } from '../../flow/document.ts';
import { ruleNames } from '../../flow-words/rules/messages.ts';
import { createStepWords } from '../../flow-words/step-words.ts';
import { type LanguageState, useLanguageState } from '../../i18n/language.ts';
import { wordsIn } from '../../i18n/messages.ts';
import { exitsOf, kindNamesIn } from '../../kinds/kind-words.ts';
import { registry } from '../../kinds/registry.ts';
import { wordsOf } from '../../kinds/whole-words.ts';
import type { RehearsalStep } from '../../publish/wire.ts';
import { rehearseMessages } from './messages.ts';

export interface Because {
  readonly node: NodeId;
  readonly step: string;
  /** Empty when a rule valid at any time led away. */
  readonly exit: string;
  readonly sentence: string;
  /** Concluded from what was said; the call did not report it. */
  readonly isInferred: boolean;
}

/** Undefined for a step that is where the call is, and for one that is no longer drawn. */
export function becauseIn(
  state: LanguageState,
  document: FlowDocument,
  { node: id, left, confidence }: RehearsalStep,
): Because | undefined {
  const node = document.nodes[id as NodeId];
  if (!left || !node) return undefined;
  const names = kindNamesIn(state);
  const exit = exitsOf(node).find((row) => row.id === left.exit);
  return {
    node: node.id,
    step: names.step(node),
    exit: exit ? names.exit(node, exit) : '',
    sentence: sentenceOf(state, document, node, left),
    isInferred: left.confidence === 'inferred' || confidence === 'inferred',
  };
}

export function useBecause(): (document: FlowDocument, step: RehearsalStep) => Because | undefined {
  const state = useLanguageState();
  return (document, step) => becauseIn(state, document, step);
}

function sentenceOf(
  state: LanguageState,
  document: FlowDocument,
  node: FlowNode,
  { exit, because: { code, params } }: NonNullable<RehearsalStep['left']>,
): string {
  const t = wordsIn(rehearseMessages, state);
  if (code === 'anytime-rule') {
    const rules: Readonly<Record<string, string>> = wordsIn(ruleNames, state);
    return t.because['anytime-rule'](rules[params.rule ?? ''] ?? '');
  }
  const held = exit === null ? undefined : registry.get(node.kind)?.held?.(node.data, exit, document);
  const words = createStepWords((kind) => wordsOf(kind, state));
  // One test may have words of its own for having held.
  const [only, ...others] = held?.tests ?? [];
  const own =
    only && others.length === 0 ? words.word(node.kind, `because.${only.word}`, only.values[0]) : undefined;
  if (own !== undefined) return `${own}.`;
  const tests = held?.tests.map((test) => words.test(node.kind, test)) ?? [];
  if (tests.length > 0) return t.because.rule(tests.join(held?.match === 'any' ? t.or : t.and));
  return t.because[code](params.choice ?? '');
}
