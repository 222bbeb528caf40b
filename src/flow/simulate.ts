/**
 * The meaning of the drawing: a pure step function over nodes with a virtual clock. Nothing here listens or speaks;
 * what a caller does comes in as the exit that is taken, what would be heard comes out as sentences.
 */
import type { ExitId, FlowDocument, InformationId, NodeId } from './document.ts';
import { buildGraph } from './graph.ts';
import type { Reason, Registry, SimulationEvent, SimulationStep } from './kind.ts';
import { fillSentence } from './text.ts';

export interface Simulation {
  /** The step that waits for somebody; null before the start and after the end. */
  readonly waitsAt: NodeId | null;
  /** Exits by which it may be left. */
  readonly exits: readonly ExitId[];
  readonly visited: readonly { readonly node: NodeId; readonly leftBecause?: Reason }[];
  readonly information: Readonly<Record<InformationId, string>>;
  /** Milliseconds since the epoch, of the virtual clock. */
  readonly now: number;
  readonly end: 'hung-up' | 'transferred' | 'nowhere' | 'endless' | null;
}

export type CallerEvent =
  | { readonly type: 'call' }
  | {
      readonly type: 'answer';
      readonly exit: ExitId;
      readonly values?: Readonly<Record<InformationId, string>>;
    }
  | { readonly type: 'wait'; readonly milliseconds: number };

export interface Turn {
  readonly simulation: Simulation;
  readonly said: readonly { readonly node: NodeId; readonly text: string }[];
}

/** More steps than this without waiting for anybody is a circle that talks for ever. */
const LONGEST_RUN = 200;

export function newSimulation(now: number): Simulation {
  return { waitsAt: null, exits: [], visited: [], information: {}, now, end: null };
}

/** One event. Pure and total: events that make no sense (an answer to nobody, time running back) change nothing. */
export function simulate(
  document: FlowDocument,
  registry: Registry,
  simulation: Simulation,
  event: CallerEvent,
): Turn {
  if (event.type === 'wait')
    return { simulation: { ...simulation, now: simulation.now + Math.max(0, event.milliseconds) }, said: [] };
  const graph = buildGraph(document, registry);
  if (event.type === 'call') {
    const fresh = newSimulation(simulation.now);
    return graph.entry
      ? run(document, registry, fresh, graph.entry, { type: 'enter' })
      : { simulation: { ...fresh, end: 'nowhere' }, said: [] };
  }
  if (!simulation.waitsAt || !simulation.exits.includes(event.exit)) return { simulation, said: [] };
  return run(document, registry, simulation, simulation.waitsAt, {
    type: 'leave-by',
    exit: event.exit,
    ...(event.values ? { values: event.values } : {}),
  });
}

function run(
  document: FlowDocument,
  registry: Registry,
  from: Simulation,
  start: NodeId,
  first: SimulationEvent,
): Turn {
  const graph = buildGraph(document, registry);
  const said: { node: NodeId; text: string }[] = [];
  const visited = [...from.visited];
  let information = from.information;
  let id: NodeId = start;
  let event = first;
  for (let count = 0; count < LONGEST_RUN; count += 1) {
    const node = document.nodes[id]!;
    if (event.type === 'enter') visited.push({ node: id });
    const step: SimulationStep = registry.get(node.kind)?.simulate(node, event, {
      document,
      information,
      now: from.now,
      fill: (sentence) => fillSentence(sentence, document, information),
    }) ?? { said: [], result: { type: 'ended', end: 'hung-up' } };
    for (const text of step.said) if (text !== '') said.push({ node: id, text });
    const result = step.result;
    if (result.type === 'waiting')
      return {
        simulation: { ...from, waitsAt: id, exits: result.exits, visited, information, end: null },
        said,
      };
    if (result.type === 'ended')
      return {
        simulation: { ...from, waitsAt: null, exits: [], visited, information, end: result.end },
        said,
      };
    if (event.type === 'leave-by' && event.values) information = { ...information, ...event.values };
    visited[visited.length - 1] = { node: id, leftBecause: result.because };
    const edge = graph.next(id, result.exit);
    if (!edge)
      return {
        simulation: { ...from, waitsAt: null, exits: [], visited, information, end: 'nowhere' },
        said,
      };
    id = edge.to;
    event = { type: 'enter' };
  }
  return { simulation: { ...from, waitsAt: null, exits: [], visited, information, end: 'endless' }, said };
}
