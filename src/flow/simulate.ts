/**
 * The meaning of the drawing: a pure step function over nodes with a virtual clock. Nothing here listens or speaks;
 * what a caller does comes in as the exit that is taken, what would be heard comes out as sentences.
 */
import { anytimeSentence, anytimeTarget } from './anytime/anytime.ts';
import { SPEECH } from './compile/speech.ts';
import type { AnytimeRule, ExitId, FlowDocument, InformationId, NodeId } from './document.ts';
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
  /** A rule of the lane applies: the caller asks for somebody, says nothing, is not understood … */
  | { readonly type: 'anytime'; readonly rule: AnytimeRule }
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
  if (event.type === 'anytime') return whenever(document, registry, simulation, event.rule);
  if (!simulation.waitsAt || !simulation.exits.includes(event.exit)) return { simulation, said: [] };
  return run(document, registry, simulation, simulation.waitsAt, {
    type: 'leave-by',
    exit: event.exit,
    ...(event.values ? { values: event.values } : {}),
  });
}

/** Says the rule's sentence, then goes on at its step, or puts the question of the waiting step again. */
function whenever(
  document: FlowDocument,
  registry: Registry,
  simulation: Simulation,
  rule: AnytimeRule,
): Turn {
  const { waitsAt: node, information, now } = simulation;
  if (!node || !document.anytime[rule].enabled) return { simulation, said: [] };
  const fill = (sentence: string) => fillSentence(sentence, document, information);
  const say = (sentences: readonly string[]) =>
    sentences.filter((text) => text !== '').map((text) => ({ node, text }));
  const sentence = anytimeSentence(document, rule) || (SPEECH[document.language].reminders[0] ?? '');
  const target = anytimeTarget(document, registry, rule);
  if (target !== null) {
    const leftBecause = { code: 'anytime-rule', params: { rule } } as const;
    const visited = [...simulation.visited.slice(0, -1), { node, leftBecause }];
    const turn = run(document, registry, { ...simulation, visited }, target, { type: 'enter' });
    return { ...turn, said: [...say([fill(sentence)]), ...turn.said] };
  }
  // Nothing is asked again of a caller who is merely silent.
  const kind = rule === 'silence' ? undefined : registry.get(document.nodes[node]!.kind);
  const step = kind?.simulate(document.nodes[node]!, { type: 'enter' }, { document, information, now, fill });
  return { simulation, said: say([fill(sentence), ...(step?.said ?? [])]) };
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
    // What a step says when it is left may hold what it has just obtained.
    const known =
      event.type === 'leave-by' && event.values ? { ...information, ...event.values } : information;
    const step: SimulationStep = registry.get(node.kind)?.simulate(node, event, {
      document,
      information: known,
      now: from.now,
      fill: (sentence) => fillSentence(sentence, document, known),
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
    information = known;
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
