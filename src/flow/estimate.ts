/**
 * What one way through the flow says, how long it takes and what it costs: an estimate for reading, not for billing.
 * Pure and total; knows no kind.
 */
import type { FlowDocument, FlowNode, InformationId, InformationType, NodeId } from './document.ts';
import { collectedBy, factsOf } from './facts.ts';
import type { AnyKind, Registry, SimulationContext, SimulationEvent } from './kind.ts';
import type { Way } from './paths.ts';
import { fillSentence } from './text.ts';

export interface Estimate {
  /** In order; information stands as its name in angle brackets, as nobody has given it yet. */
  readonly said: readonly { readonly node: NodeId; readonly text: string }[];
  /** Whole seconds. */
  readonly seconds: number;
  /** US dollars, in hundredths of a cent. */
  readonly cost: number;
}

export interface EstimateOptions {
  /** US dollars for a minute of call. */
  readonly pricePerMinute?: number;
  /** Milliseconds since the epoch, for rules that look at the clock. */
  readonly now?: number;
}

/**
 * Assumption, not a quotation: Vapi, transcriber, language model, voice and line together. Prices differ by account;
 * pass your own.
 */
export const ASSUMED_PRICE_PER_MINUTE = 0.15;
/** Speed of an unhurried voice: 150 words a minute. */
export const WORDS_PER_SECOND = 2.5;
/** Seconds in which a caller says a wish in their own words. */
export const WISH_SECONDS = 4;
/** Seconds until a telephone that rings is given up or answered. */
export const RINGING_SECONDS = 20;
/** Seconds that another system takes to answer. */
export const TOOL_SECONDS = 2;
/** Seconds in which the assistant asks for a further information in words of its own. */
export const QUESTION_SECONDS = 3;
/** Seconds in which a caller says one information of a type. */
export const ANSWER_SECONDS: Readonly<Record<InformationType, number>> = {
  name: 4,
  phone: 8,
  email: 10,
  date: 4,
  time: 3,
  number: 2,
  'yes-no': 1.5,
  choice: 3,
  address: 9,
  text: 8,
};

/** Steps that the document does not hold count for nothing. */
export function estimateWay(
  document: FlowDocument,
  registry: Registry,
  way: Way,
  { pricePerMinute = ASSUMED_PRICE_PER_MINUTE, now = 0 }: EstimateOptions = {},
): Estimate {
  const said: { node: NodeId; text: string }[] = [];
  const context = contextOf(document, now);
  let waiting = 0;
  for (const { node: id, exit } of way.steps) {
    const node = document.nodes[id];
    const kind = node && registry.get(node.kind);
    if (!node || !kind) continue;
    const entered = hear(kind, node, { type: 'enter' }, context);
    const left =
      entered.waits && exit !== undefined ? hear(kind, node, { type: 'leave-by', exit }, context) : null;
    for (const text of [...entered.said, ...(left?.said ?? [])])
      if (text !== '') said.push({ node: id, text });
    if (entered.waits) waiting += secondsAt(node, kind, exit, document, registry);
  }
  const words = said.reduce(
    (count, { text }) => count + (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0),
    0,
  );
  const seconds = Math.round(words / WORDS_PER_SECOND + waiting);
  return { said, seconds, cost: Math.round(((seconds * pricePerMinute) / 60) * 10_000) / 10_000 };
}

function contextOf(document: FlowDocument, now: number): SimulationContext {
  const names = Object.fromEntries(
    Object.values(document.information).map(({ id, name }) => [id, `<${name}>`]),
  ) as Record<InformationId, string>;
  return { document, information: names, now, fill: (sentence) => fillSentence(sentence, document, names) };
}

function hear(
  kind: AnyKind,
  node: FlowNode,
  event: SimulationEvent,
  context: SimulationContext,
): { said: readonly string[]; waits: boolean } {
  const { said, result } = kind.simulate(node, event, context);
  return { said, waits: result.type === 'waiting' };
}

/** How long the call waits at a step for whoever it waits for. */
function secondsAt(
  node: FlowNode,
  kind: AnyKind,
  exit: string | undefined,
  document: FlowDocument,
  registry: Registry,
): number {
  const collected = exit === undefined ? [] : collectedBy(factsOf(node, registry), exit);
  const types = collected.flatMap((id) => document.information[id]?.type ?? []);
  if (types.length > 0)
    return types.reduce((sum, type) => sum + ANSWER_SECONDS[type], (types.length - 1) * QUESTION_SECONDS);
  if (kind.family === 'listen' || kind.listens) return WISH_SECONDS;
  return kind.family === 'leave' ? RINGING_SECONDS : TOOL_SECONDS;
}
