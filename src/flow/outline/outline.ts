/**
 * The drawing as something to read from top to bottom: steps in the order in which a call may meet them, then what no
 * call meets, information and hours. Data only; sentences keep their `{{marks}}`. Pure and total; knows no kind.
 */
import { isJsonObject, type Json } from '../../lib/json.ts';
import { anytimeSentence, anytimeTarget, enabledRules } from '../anytime/anytime.ts';
import type {
  AnytimeRule,
  ExitId,
  FlowDocument,
  FlowNode,
  Information,
  InformationId,
  NodeId,
  OpeningHours,
} from '../document.ts';
import { factsOf } from '../facts.ts';
import { buildGraph, type FlowGraph } from '../graph.ts';
import type { Condition, DrawnKinds, ExitRole } from '../kind.ts';

export type OutlineBlock = StepBlock | AnytimeBlock | InformationBlock | HoursBlock;

export interface StepBlock {
  readonly type: 'step';
  /** 1 for the step that answers; what links refer to. */
  readonly number: number;
  readonly node: NodeId;
  readonly kind: string;
  readonly title?: string;
  /** `unreached`: no way leads there. `aid`: no call ever goes there, it helps who reads the drawing. */
  readonly place: 'reached' | 'unreached' | 'aid';
  readonly said: readonly { readonly field: string; readonly text: string }[];
  readonly asks: readonly { readonly information: InformationId; readonly isRequired: boolean }[];
  /** Looked at, not asked for. */
  readonly uses: readonly InformationId[];
  readonly exits: readonly OutlineExit[];
  /** Values of its data that are no sentence; the words of its kind say which ones are worth reading. */
  readonly details: readonly OutlineDetail[];
}

export interface OutlineExit {
  readonly exit: ExitId;
  readonly role: ExitRole;
  readonly label?: string;
  /** Null when it leads nowhere. */
  readonly to: { readonly node: NodeId; readonly number: number } | null;
  readonly condition?: Pick<Condition, 'match' | 'tests'>;
  readonly details: readonly OutlineDetail[];
}

export interface OutlineDetail {
  /** Dotted, without the numbers of rows. */
  readonly path: string;
  readonly values: readonly (string | number | boolean)[];
}

/** Rules valid in every step; only those that are switched on. */
export interface AnytimeBlock {
  readonly type: 'anytime';
  readonly rows: readonly {
    readonly rule: AnytimeRule;
    readonly sentence: string;
    readonly phrases: readonly string[];
    /** Null when the call goes on where it was. */
    readonly to: OutlineExit['to'];
  }[];
}

export interface InformationBlock {
  readonly type: 'information';
  readonly rows: readonly {
    readonly information: Information;
    /** Numbers of steps. */
    readonly askedIn: readonly number[];
    readonly usedIn: readonly number[];
  }[];
}

export interface HoursBlock {
  readonly type: 'hours';
  readonly rows: readonly OpeningHours[];
}

export interface StepOrder {
  readonly graph: FlowGraph;
  /** Every step once, as it is read. */
  readonly order: readonly NodeId[];
  /** 1 for the step that answers. */
  readonly numbers: ReadonlyMap<NodeId, number>;
}

/** In which order steps are read, and what number each has. */
export function stepOrder(document: FlowDocument, registry: DrawnKinds): StepOrder {
  const graph = buildGraph(document, registry);
  const order = readingOrder(graph, document, registry);
  return { graph, order, numbers: new Map(order.map((node, index) => [node, index + 1])) };
}

/** Whether a call gets to a step, or what it is there for otherwise. */
export function placeOf(node: FlowNode, graph: FlowGraph, registry: DrawnKinds): StepBlock['place'] {
  if (isAid(node, registry)) return 'aid';
  return graph.reachable.has(node.id) ? 'reached' : 'unreached';
}

/** Each step once; steps, then rules of the lane, information and hours where there are any. */
export function outline(document: FlowDocument, registry: DrawnKinds): OutlineBlock[] {
  const { graph, order, numbers } = stepOrder(document, registry);
  const steps = order.map((id) => stepBlock(document.nodes[id]!, { document, registry, graph, numbers }));
  const information = Object.values(document.information).sort(byId);
  const hours = Object.values(document.hours).sort(byId);
  const numbersOf = (isOne: (step: StepBlock) => boolean) => steps.filter(isOne).map(({ number }) => number);
  const rules = enabledRules(document).map(({ rule, setting }) => {
    const target = anytimeTarget(document, registry, rule);
    return {
      rule,
      sentence: anytimeSentence(document, rule),
      phrases: setting.phrases.filter((phrase) => phrase.trim() !== ''),
      to: target === null ? null : { node: target, number: numbers.get(target)! },
    };
  });
  return [
    ...steps,
    ...(rules.length === 0 ? [] : [{ type: 'anytime' as const, rows: rules }]),
    ...(information.length === 0
      ? []
      : [
          {
            type: 'information' as const,
            rows: information.map((one) => ({
              information: one,
              askedIn: numbersOf((step) => step.asks.some(({ information: id }) => id === one.id)),
              usedIn: numbersOf((step) => step.uses.includes(one.id)),
            })),
          },
        ]),
    ...(hours.length === 0 ? [] : [{ type: 'hours' as const, rows: hours }]),
  ];
}

/** Breadth first from the step that answers; then what is not reached, the same way from each; aids last. */
function readingOrder(graph: FlowGraph, document: FlowDocument, registry: DrawnKinds): NodeId[] {
  const seen = new Set<NodeId>();
  const follow = (start: NodeId) => {
    if (seen.has(start)) return;
    const waiting = [start];
    seen.add(start);
    for (const node of waiting)
      for (const { to } of graph.out(node))
        if (!seen.has(to)) {
          seen.add(to);
          waiting.push(to);
        }
    order.push(...waiting);
  };
  const order: NodeId[] = [];
  if (graph.entry) for (const root of [graph.entry, ...graph.lane]) follow(root);
  const rest = graph.nodes.filter((node) => !isAid(document.nodes[node]!, registry));
  // Heads of unreached pieces first, so that such a piece reads from its beginning.
  for (const node of rest) if (graph.into(node).length === 0) follow(node);
  for (const node of rest) follow(node);
  for (const node of graph.nodes) follow(node);
  return order;
}

interface Surroundings {
  readonly document: FlowDocument;
  readonly registry: DrawnKinds;
  readonly graph: FlowGraph;
  readonly numbers: ReadonlyMap<NodeId, number>;
}

function stepBlock(node: FlowNode, { document, registry, graph, numbers }: Surroundings): StepBlock {
  const kind = registry.get(node.kind);
  const facts = factsOf(node, registry);
  const exits = facts?.exits ?? [];
  const sentences = facts?.sentences ?? [];
  const required = unique(facts?.collects.flat() ?? []);
  const others = unique(facts?.uses ?? []).filter((id) => !required.includes(id));
  // Who listens asks for all that it speaks of; what it need not collect may stay unknown.
  const listens = kind?.family === 'listen' || kind?.listens === true;
  const isDeclared = (id: InformationId) => Object.hasOwn(document.information, id);
  const conditions = kind?.conditions?.(node.data, document) ?? [];
  const details = detailsOf(node.data, new Set(sentences.map(({ field }) => field)), exits);
  return {
    type: 'step',
    number: numbers.get(node.id)!,
    node: node.id,
    kind: node.kind,
    ...(node.title === undefined ? {} : { title: node.title }),
    place: placeOf(node, graph, registry),
    said: sentences.filter(({ text }) => text.trim() !== '').map(({ field, text }) => ({ field, text })),
    asks: [
      ...required.map((information) => ({ information, isRequired: true })),
      ...(listens ? others : []).map((information) => ({ information, isRequired: false })),
    ].filter(({ information }) => isDeclared(information)),
    uses: unique([
      ...(facts?.chips ?? []).map(({ information }) => information),
      ...(listens ? [] : others),
    ]).filter(isDeclared),
    exits: exits.map((exit): OutlineExit => {
      const to = graph.next(node.id, exit.id)?.to;
      const condition = conditions.find((one) => one.exit === exit.id && one.tests.length > 0);
      return {
        exit: exit.id,
        role: exit.role,
        ...(exit.label === undefined ? {} : { label: exit.label }),
        to: to === undefined ? null : { node: to, number: numbers.get(to)! },
        ...(condition ? { condition: { match: condition.match, tests: condition.tests } } : {}),
        details: details.get(exit.id) ?? [],
      };
    }),
    details: details.get('') ?? [],
  };
}

/** Plain values of the data by path, those in the row of an exit under the exit's id. */
function detailsOf(
  data: Json,
  sentences: ReadonlySet<string>,
  exits: readonly { readonly id: ExitId; readonly label?: string }[],
): Map<string, OutlineDetail[]> {
  const found = new Map<string, Map<string, OutlineDetail['values'][number][]>>();
  const waiting = [{ value: data, at: '', path: '', exit: '' }];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const { value, at, path, exit } = one;
    const join = (start: string, key: string | number) => (start === '' ? `${key}` : `${start}.${key}`);
    const row = isJsonObject(value) && exits.find(({ id }) => id === value.id);
    if (Array.isArray(value))
      value.forEach((inner, index) => {
        waiting.push({ value: inner, at: join(at, index), path, exit });
      });
    else if (isJsonObject(value))
      for (const [key, inner] of Object.entries(value))
        waiting.push({ value: inner, at: join(at, key), path: join(path, key), exit: row ? row.id : exit });
    else if (value !== null && value !== '' && !sentences.has(at)) {
      const own = found.get(exit) ?? new Map<string, OutlineDetail['values'][number][]>();
      found.set(exit, own);
      own.set(path, [value as string | number | boolean, ...(own.get(path) ?? [])]);
    }
  }
  return new Map(
    [...found].map(([exit, paths]) => [
      exit,
      [...paths].map(([path, values]) => ({ path, values })).reverse(),
    ]),
  );
}

function isAid(node: FlowNode, registry: DrawnKinds): boolean {
  return registry.get(node.kind)?.family === 'aid';
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
