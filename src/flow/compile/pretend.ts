/**
 * What a rehearsal pretends: when it is, who calls, what fails, and with which step the call begins. A preview is compiled with
 * it; nothing that answers real calls is. Pure; knows no kind.
 */
import type { AssistantBody, AssistantOverrides } from '../../vapi/contract/assistant.ts';
import type { SquadBody } from '../../vapi/contract/squad.ts';
import type { FlowDocument, InformationId, NodeId } from '../document.ts';
import { buildGraph } from '../graph.ts';
import type { Exit, Registry, Runtime } from '../kind.ts';
import type { Payload } from './compile.ts';
import type { CompileTarget } from './target.ts';

export interface Pretence {
  /** Milliseconds since the epoch, for rules that look at the calendar. */
  readonly now?: number;
  /** E.164. */
  readonly caller?: string;
  /** How steps that reach outside end, by the way out that is taken; others do what they do. */
  readonly outcomes?: Readonly<Record<NodeId, string>>;
  /** The step that follows the answering one. */
  readonly from?: NodeId;
  /** What is known by then: goes with the payload as `variableValues`, and is told to the first member. */
  readonly known?: Readonly<Record<InformationId, string>>;
}

const NOTHING: Pretence = {};

/** Nothing is pretended where real calls are answered. */
export function pretenceOf({ mode, pretence }: CompileTarget): Pretence {
  return mode === 'preview' && pretence ? pretence : NOTHING;
}

/** What the first member is told, sorted. */
export function knownAtFirst({ known = {} }: Pretence, { information }: FlowDocument): InformationId[] {
  return (Object.keys(known) as InformationId[]).filter((id) => Object.hasOwn(information, id)).sort();
}

/** The drawing in which whoever calls is led to this step; the drawing itself when no call can get there or begin. */
export function beginningAt(document: FlowDocument, registry: Registry, node: NodeId): FlowDocument {
  const graph = buildGraph(document, registry);
  const isThere = Object.hasOwn(document.nodes, node) && node !== graph.entry;
  if (graph.entry === null || !isThere) return document;
  const edges = { ...document.edges };
  for (const edge of graph.out(graph.entry)) edges[edge.id] = { ...edge, to: node };
  return { ...document, edges };
}

export type ChatTarget =
  | { readonly assistant: AssistantBody; readonly assistantOverrides?: AssistantOverrides }
  | { readonly squad: SquadBody };

/** The key under which our endpoints are told by which way out a step is to be left. */
export const PRETENDED = 'pretend';

/**
 * The way out that a step is to take; undefined when it does what it does. What fails at our own endpoints is asked of them
 * (`runtime`), so that everything else is played as it is on a call.
 */
export function pretendedExit(node: NodeId, exits: readonly Exit[], pretence: Pretence): Exit | undefined {
  const outcome = pretence.outcomes?.[node];
  return outcome === undefined ? undefined : exits.find((exit) => exit.id === outcome);
}

export function pretending(runtime: Runtime, exit: Exit): Runtime {
  return {
    ...runtime,
    parameters: (node) => [...runtime.parameters(node), { key: PRETENDED, value: exit.id }],
  };
}

/** Liquid between its delimiters; what somebody wrote never holds these (`text.ts`). */
const LIQUID = /\{\{.*?\}\}|\{%.*?%\}/gs;

/** The payload for another moment and another caller. */
export function pretended(payload: Payload, { now, caller }: Pretence): Payload {
  if (now === undefined && caller === undefined) return payload;
  const moment = now === undefined ? '"now"' : `"${new Date(now).toISOString()}"`;
  const number = caller === undefined ? 'customer.number' : `"${caller}"`;
  return eachText(payload, (text) =>
    text.replaceAll(LIQUID, (liquid) =>
      liquid.replaceAll('"now"', moment).replaceAll(/\bcustomer\.number\b/g, number),
    ),
  );
}

/** What a chat is begun and continued with: the payload, and the values of what is known. */
export function chatTarget(payload: Payload, { known = {} }: Pretence): ChatTarget {
  const isNothingKnown = Object.keys(known).length === 0;
  if (payload.type === 'assistant')
    return {
      assistant: payload.assistant,
      ...(isNothingKnown ? {} : { assistantOverrides: { variableValues: known } }),
    };
  const { membersOverrides, ...squad } = payload.squad;
  const overrides = isNothingKnown ? membersOverrides : { ...membersOverrides, variableValues: known };
  return { squad: { ...squad, ...(overrides ? { membersOverrides: overrides } : {}) } };
}

function eachText<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value;
  if (Array.isArray(value)) return value.map((one) => eachText(one, change)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, eachText(one, change)])) as Value;
}
