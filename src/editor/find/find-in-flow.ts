/**
 * What can be found in a drawing: its steps, information and rules “at any time”, with all that is written in them.
 * Made once for a document, when it is first asked for. Pure for its callers; knows no kind and no screen.
 */
import {
  ANYTIME_RULES,
  type AnytimeRule,
  type FlowDocument,
  informationIn,
  type NodeId,
} from '../../flow/document.ts';
import type { DrawnKinds } from '../../flow/kind.ts';
import { outline, type StepBlock } from '../../flow/outline/outline.ts';
import type { StepWords } from '../../flow-words/step-words.ts';
import { cutSentence } from '../../kinds/sentence-parts.ts';
import { type Findable, type Prepared, prepare } from './ranking.ts';

/** Where a thing is found in the drawing. */
export type FlowPlace =
  | { readonly type: 'step'; readonly node: NodeId }
  | { readonly type: 'rule'; readonly rule: AnytimeRule };

export interface StepItem extends Findable {
  readonly group: 'steps';
  readonly place: Extract<FlowPlace, { readonly type: 'step' }>;
  readonly kind: string;
}

export interface InformationItem extends Findable {
  readonly group: 'information';
  /** The first step that asks for it, or else the first that uses it, or else the rule that says it. */
  readonly place: FlowPlace;
}

export interface RuleItem extends Findable {
  readonly group: 'rules';
  readonly place: FlowPlace;
}

export interface FlowIndex {
  /** In the order in which a call may meet them. */
  readonly steps: readonly Prepared<StepItem>[];
  /** Only what some step or rule speaks of: there is nowhere to go for the rest. */
  readonly information: readonly Prepared<InformationItem>[];
  readonly rules: readonly Prepared<RuleItem>[];
}

/** The same object as long as the language of the screen is the same. */
export interface FlowWords {
  readonly steps: StepWords;
  readonly rules: Readonly<Record<AnytimeRule, string>>;
  readonly ruleHints: Readonly<Record<AnytimeRule, string>>;
}

const remembered = new WeakMap<FlowDocument, { readonly words: FlowWords; readonly index: FlowIndex }>();

export function flowIndex(document: FlowDocument, registry: DrawnKinds, words: FlowWords): FlowIndex {
  const known = remembered.get(document);
  if (known?.words === words) return known.index;
  const index = indexOf(document, registry, words);
  remembered.set(document, { words, index });
  return index;
}

function indexOf(document: FlowDocument, registry: DrawnKinds, words: FlowWords): FlowIndex {
  const blocks = outline(document, registry);
  const steps = blocks.filter((block) => block.type === 'step');
  const nodes = new Map(steps.map(({ number, node }) => [number, node]));
  const rows = blocks.flatMap((block) => (block.type === 'information' ? block.rows : []));
  return {
    steps: steps.map((step) => prepare(stepItem(step, document, words.steps))),
    information: rows.flatMap(({ information, askedIn, usedIn }) => {
      const node = nodes.get(askedIn[0] ?? usedIn[0] ?? 0);
      const rule = ANYTIME_RULES.find((one) =>
        informationIn(document.anytime[one].sentence).includes(information.id),
      );
      const place: FlowPlace | undefined = node ? { type: 'step', node } : rule && { type: 'rule', rule };
      if (!place) return [];
      const { id, name, choices = [] } = information;
      return [prepare({ id: `information:${id}`, title: name, texts: choices, group: 'information', place })];
    }),
    rules: ANYTIME_RULES.map((rule) => {
      const { sentence, phrases } = document.anytime[rule];
      return prepare({
        id: `rule:${rule}`,
        title: words.rules[rule],
        texts: [words.ruleHints[rule], readable(sentence, document), ...phrases],
        group: 'rules',
        place: { type: 'rule', rule },
      });
    }),
  };
}

function stepItem(step: StepBlock, document: FlowDocument, words: StepWords): StepItem {
  const { kind, node } = step;
  const kindName = words.kind(kind);
  const title = words.step(step);
  // Values that the kind has no name for mean something to machines only.
  const values = [step, ...step.exits]
    .flatMap(({ details }) => details)
    .filter(({ path }) => words.field(kind, path) !== undefined)
    .flatMap((detail) => detail.values.filter((value) => typeof value !== 'boolean').map(String));
  const exits = step.exits.flatMap((exit) => [
    words.exit(kind, { id: exit.exit, ...(exit.label === undefined ? {} : { label: exit.label }) }),
    ...(exit.condition?.tests ?? []).map((test) => words.test(kind, test)),
  ]);
  // What it asks for or looks at, which its card shows too; sentences have their own already.
  const ids = new Set([...step.asks.map((one) => one.information), ...step.uses]);
  const information = [...ids].flatMap((id) => document.information[id]?.name ?? []);
  return {
    id: `step:${node}`,
    title,
    names: title === kindName ? [] : [kindName],
    texts: [...step.said.map(({ text }) => readable(text, document)), ...exits, ...values, ...information],
    group: 'steps',
    kind,
    place: { type: 'step', node },
  };
}

/** A sentence as it is shown: information by its name. */
function readable(sentence: string, { information }: FlowDocument): string {
  if (!sentence.includes('{{')) return sentence;
  return cutSentence(sentence, information)
    .map((part) => (part.type === 'text' ? part.text : (part.name ?? part.id)))
    .join('');
}
