/** Everything that the printed page says, in the language of the screen. Knows no kind. */
import type { FlowDocument, InformationId, NodeId } from '../../flow/document.ts';
import type { Condition } from '../../flow/kind.ts';
import type { OutlineDetail, OutlineExit, StepBlock } from '../../flow/outline/outline.ts';
import { type FlowMessages, flowMessages } from '../../flow-words/messages.ts';
import { listOf, withNames } from '../../flow-words/print.ts';
import { createStepWords } from '../../flow-words/step-words.ts';
import { type LanguageState, useLanguageState } from '../../i18n/language.ts';
import { type ScreenLanguage, wordsIn } from '../../i18n/messages.ts';
import { exitsOf, kindNamesIn } from '../../kinds/kind-words.ts';
import { wordsOf } from '../../kinds/whole-words.ts';
import { aidWords } from '../outline/outline-names.ts';

export interface PrintWords {
  readonly language: ScreenLanguage;
  readonly flow: FlowMessages;
  step(node: NodeId): string;
  /** Empty where the title says it already. */
  kindOf(step: StepBlock): string;
  aid(node: NodeId): string;
  exit(step: StepBlock, exit: OutlineExit): string;
  /** What must hold for it; empty for a way out without a rule. */
  condition(step: StepBlock, exit: OutlineExit): string;
  /** Where it leads, without the arrow. */
  goal(to: OutlineExit['to']): string;
  /** A sentence with the names of its information in brackets. */
  said(text: string): string;
  list(items: readonly string[]): string;
  information(id: InformationId): string;
  /** Label and values, only of what the kind has a name for. */
  details(kind: string, details: readonly OutlineDetail[]): readonly { label: string; text: string }[];
}

export function usePrintWords(document: FlowDocument): PrintWords {
  return printWordsIn(useLanguageState(), document);
}

export function printWordsIn(state: LanguageState, document: FlowDocument): PrintWords {
  const flow = wordsIn<FlowMessages>(flowMessages, state);
  const steps = createStepWords((kind) => wordsOf(kind, state));
  const names = kindNamesIn(state);
  const said = (text: string) => withNames(text, document.information);
  const step = (id: NodeId) => {
    const node = document.nodes[id];
    return node ? names.step(node) : id;
  };
  const test = (kind: string) => (one: Condition['tests'][number]) => steps.test(kind, one);
  return {
    language: state.language,
    flow,
    said,
    step,
    kindOf({ node, kind }) {
      const name = names.kind(kind);
      return step(node) === name ? '' : name;
    },
    aid(id) {
      const node = document.nodes[id];
      return (node && aidWords(node)) ?? step(id);
    },
    exit({ node: id, kind }, { exit, label }) {
      const node = document.nodes[id];
      const own = node && exitsOf(node).find((one) => one.id === exit);
      return node && own
        ? names.exit(node, own)
        : steps.exit(kind, { id: exit, ...(label === undefined ? {} : { label }) });
    },
    condition: ({ kind }, { condition }) =>
      (condition?.tests ?? [])
        .map(test(kind))
        .join(condition?.match === 'any' ? flow.outline.or : flow.outline.and),
    goal: (to) =>
      (to ? flow.outline.toStep(to.number, step(to.node)) : flow.outline.toNowhere).replace(/^→\s*/, ''),
    list: (items) => listOf(items, state.language),
    information: (id) => document.information[id]?.name ?? id,
    details: (kind, details) =>
      details.flatMap(({ path, values }) => {
        const label = steps.field(kind, path);
        if (label === undefined) return [];
        const texts = values.map((value) =>
          typeof value === 'boolean' ? (value ? flow.yes : flow.no) : said(String(value)),
        );
        return [{ label, text: texts.join(' · ') }];
      }),
  };
}
