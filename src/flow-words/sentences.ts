/** The changes between two drawings as sentences, and all of them as a short summary. Knows no kind. Pure and total. */
import { CHANGE_CODES, type Change, type ChangeCode } from '../flow/diff/change.ts';
import type {
  FlowDocument,
  FlowNode,
  HolidayCalendar,
  InformationType,
  NodeId,
  TimeSpan,
} from '../flow/document.ts';
import { exitsOf } from '../flow/facts.ts';
import type { DrawnKinds } from '../flow/kind.ts';
import { type ScreenLanguage, wordsIn } from '../i18n/messages.ts';
import { isJsonObject, type Json } from '../lib/json.ts';
import type { ChangeWords } from './messages.en.ts';
import { flowMessages } from './messages.ts';
import { dateOf, listOf, printValue, spansOf, withNames } from './print.ts';
import { ruleNames } from './rules/messages.ts';
import { createStepWords, type StepWords, type WordsOfKind } from './step-words.ts';

export interface ChangeContext {
  readonly before: FlowDocument;
  readonly after: FlowDocument;
  readonly registry: DrawnKinds;
  readonly language: ScreenLanguage;
  /** Keys instead of sentences. */
  readonly keys?: boolean;
  readonly wordsOf: WordsOfKind;
}

/** One sentence a change, in their order. */
export function changeSentences(changes: readonly Change[], context: ChangeContext): string[] {
  const writer = new Writer(context);
  return changes.map((change) => writer.sentence(change));
}

/** “2 sentences changed. 1 new path: urgence. Transfers now go to 01 …”: what matters to a call comes first. */
export function summariseChanges(changes: readonly Change[], context: ChangeContext): string {
  const writer = new Writer(context);
  const { summary } = writer.words;
  const told = new Set(changes.filter((change) => writer.toldByKind(change) !== undefined));
  const of = (...codes: readonly ChangeCode[]) =>
    changes.filter((change) => codes.includes(change.code) && !told.has(change));
  const whole = changes.length > 0 && changes.every(({ code }) => code === 'rewritten');
  const isOfNewStep = new Set(of('step-added', 'step-removed').map(({ node }) => node));
  const links = (code: ChangeCode) =>
    of(code).filter(
      ({ node, params }) =>
        ![node, params.to, params.before, params.after].some((end) => isOfNewStep.has(end as NodeId)),
    );
  const some = (found: readonly Change[], text: (count: number, names: string) => string, name: Naming) => {
    const names = [...new Set(found.map(name))];
    return found.length === 0 ? [] : [text(found.length, listOf(names, context.language))];
  };
  const step: Naming = (change) => writer.stepOf(change);
  const exit: Naming = (change) => writer.exitOf(change);
  const name: Naming = ({ params }) => String(params.name ?? params.after);
  const valueSteps = distinctSteps(
    of('value-changed', 'item-added', 'item-removed', 'order-changed', 'step-retyped'),
  );
  const sentences = [
    ...of('flow-renamed', 'language-changed').map((change) => writer.sentence(change)),
    ...some(of('sentence-changed'), summary.sentences, step),
    ...some(of('choice-added'), summary.choicesAdded, exit),
    ...some(of('choice-removed'), summary.choicesRemoved, exit),
    ...some(of('choice-renamed'), summary.choicesRenamed, ({ params }) => String(params.after)),
    ...some(of('step-added'), summary.stepsAdded, step),
    ...some(of('step-removed'), summary.stepsRemoved, step),
    ...some(of('step-renamed'), summary.stepsRenamed, step),
    ...new Set([...told].map((change) => writer.toldByKind(change)!)),
    ...some(links('link-added'), summary.linksAdded, step),
    ...some(links('link-removed'), summary.linksRemoved, step),
    ...some(links('link-redirected'), summary.linksRedirected, step),
    ...some(valueSteps, summary.values, step),
    ...some(of('information-added'), summary.informationAdded, name),
    ...some(of('information-removed'), summary.informationRemoved, name),
    ...some(
      of('information-renamed', 'information-retyped', 'information-choices-changed'),
      summary.informationChanged,
      name,
    ),
    ...some(of(...HOURS), (_, names) => summary.hours(names), name),
    ...some(
      of('anytime-changed'),
      (_, names) => summary.anytime(names),
      (change) => writer.ruleOf(change),
    ),
    ...of('setting-changed', 'part-changed', 'step-regrouped', 'moved').map((change) =>
      writer.sentence(change),
    ),
    ...(whole ? [writer.sentence(changes[0]!)] : []),
  ];
  return sentences.length === 0 ? summary.none : sentences.join(' ');
}

type Naming = (change: Change) => string;
const HOURS = CHANGE_CODES.filter((code) => code.startsWith('hours-'));

/** The first change of each step. */
function distinctSteps(changes: readonly Change[]): Change[] {
  return [...new Map(changes.map((change) => [change.node, change] as const)).values()];
}

class Writer {
  readonly words;
  private readonly steps: StepWords;
  private readonly context: ChangeContext;

  constructor(context: ChangeContext) {
    this.context = context;
    this.words = wordsIn(flowMessages, context);
    this.steps = createStepWords(context.wordsOf);
  }

  sentence(change: Change): string {
    return (
      this.toldByKind(change) ??
      (this.words.changes[change.code] as (p: ChangeWords) => string)(this.parts(change))
    );
  }

  /** A kind may have a sentence of its own for a value that matters to callers. */
  toldByKind({ code, node, params }: Change): string | undefined {
    const found = node && this.node(node);
    return code === 'value-changed' && found
      ? this.steps.changed(found.kind, String(params.path), params.after)
      : undefined;
  }

  stepOf({ node, params }: Change): string {
    const found = node === undefined ? undefined : this.node(node);
    if (found) return this.steps.step(found);
    return String(
      params.title ?? (params.kind === undefined ? (node ?? '') : this.steps.kind(String(params.kind))),
    );
  }

  exitOf({ node, params }: Change): string {
    const label = typeof params.label === 'string' ? params.label : undefined;
    return node === undefined ? '' : this.exit(node, String(params.exit), label);
  }

  ruleOf({ params }: Change): string {
    const names: Readonly<Record<string, string>> = wordsIn(ruleNames, this.context);
    return names[String(params.rule)] ?? String(params.rule);
  }

  private parts(change: Change): ChangeWords {
    const { node, params } = change;
    const { quote } = this.words;
    const kind = node === undefined ? undefined : this.node(node)?.kind;
    const path = String(params.path ?? params.field ?? '');
    return {
      step: quote(this.stepOf(change)),
      exit: params.exit === undefined ? '' : quote(this.exitOf(change)),
      field: this.fieldOf(change, kind, path),
      before: this.value(change, params.before ?? params.value),
      after: this.value(change, params.after ?? params.value ?? params.type),
      to: this.place(params.to),
      name: params.rule === undefined ? quote(String(params.name ?? '')) : this.ruleOf(change),
      count: Number(params.steps ?? 0),
    };
  }

  private fieldOf({ code, params }: Change, kind: string | undefined, path: string): string {
    if (code === 'setting-changed') {
      const names: Readonly<Record<string, string>> = this.words.settings;
      return names[String(params.setting)] ?? String(params.setting);
    }
    if (code === 'hours-day-changed')
      return Object.values(this.words.days)[Number(params.day)] ?? String(params.day);
    if (code === 'hours-exception-changed') return dateOf(String(params.date), this.context.language);
    if (code === 'anytime-changed') {
      const names: Readonly<Record<string, string>> = this.words.anytimeFields;
      return names[path] ?? path;
    }
    if (code === 'part-changed') return String(params.part);
    return (kind === undefined ? undefined : this.steps.field(kind, path)) ?? this.words.quote(path);
  }

  private value({ code, params }: Change, value: Json | undefined): string {
    const { words } = this;
    if (code === 'anytime-changed' && params.path === 'goTo') return this.place(value);
    switch (code) {
      case 'link-redirected':
      case 'step-regrouped':
        return this.place(value);
      case 'step-retyped':
        return words.quote(this.steps.kind(String(value)));
      case 'language-changed':
        return words.languages[value as keyof typeof words.languages] ?? String(value);
      case 'information-added':
      case 'information-retyped':
        return words.types[value as InformationType] ?? String(value);
      case 'hours-day-changed':
        return spansOf((value ?? []) as unknown as readonly TimeSpan[], words);
      case 'hours-exception-changed':
        return value === undefined ? words.asUsual : spansOf(value as unknown as readonly TimeSpan[], words);
      case 'hours-holidays-changed':
        return words.holidays[value as HolidayCalendar] ?? String(value);
      case 'hours-shared-changed':
        return value === undefined ? words.no : words.yes;
      case 'setting-changed':
        return params.setting === 'consent'
          ? printValue(this.named(value, 'information'), words)
          : (words.voices[value as keyof typeof words.voices] ?? printValue(value, words));
      default:
        return printValue(
          this.named(
            value,
            String(params.path ?? '')
              .split('.')
              .at(-1),
          ),
          words,
        );
    }
  }

  /** Names in place of the ids by which a step speaks of information and hours. */
  private named(value: Json | undefined, key: string | undefined): Json | undefined {
    const { before, after } = this.context;
    if (typeof value === 'string') {
      const information = { ...before.information, ...after.information };
      if (key === 'information') return own(information, value)?.name ?? value;
      if (key === 'hours') return own({ ...before.hours, ...after.hours }, value)?.name ?? value;
      return withNames(value, information);
    }
    if (Array.isArray(value)) return (value as readonly Json[]).map((one) => this.named(one, key) ?? null);
    return isJsonObject(value)
      ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.named(one, name) ?? null]))
      : value;
  }

  private place(value: Json | undefined): string {
    if (typeof value !== 'string') return this.words.nowhere;
    const node = this.node(value as NodeId);
    return this.words.quote(node ? this.steps.step(node) : value);
  }

  private exit(id: NodeId, exit: string, label?: string): string {
    const node = this.node(id);
    if (!node) return label || exit;
    const known = [this.context.after, this.context.before].flatMap((document) => {
      const here = own(document.nodes, id);
      return here ? exitsOf(here, this.context.registry).filter((one) => one.id === exit) : [];
    })[0];
    return this.steps.exit(node.kind, known ?? { id: exit, ...(label === undefined ? {} : { label }) });
  }

  private node(id: NodeId): FlowNode | undefined {
    return own(this.context.after.nodes, id) ?? own(this.context.before.nodes, id);
  }
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
