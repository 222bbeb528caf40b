/**
 * Tests for ways that nobody has tried: a caller who goes the way, on a day on which the drawn rules lead there, past steps that end as
 * the way says. Pure; how it is played is not known here (`play.ts`).
 */
import { callerAlong } from '../callers/caller.ts';
import { circumstancesFor } from '../callers/circumstances.ts';
import type { Pretence } from '../flow/compile/pretend.ts';
import { type Taken, untriedWays } from '../flow/coverage.ts';
import type { FlowDocument, NodeId } from '../flow/document.ts';
import { buildGraph } from '../flow/graph.ts';
import type { Way } from '../flow/paths.ts';
import { registry } from '../kinds/registry.ts';
import type { NextLine, Recorded } from './play.ts';

export interface Attempt {
  readonly way: Way;
  readonly pretence: Pretence;
  /** Asked for the next line until the call is over. */
  caller(): NextLine;
}

export interface Attempts {
  readonly attempts: readonly Attempt[];
  /** Untried ways on which no caller and no day can lead: rules that contradict each other. */
  readonly impossible: readonly Way[];
}

/** At most `limit` of both; `now`, milliseconds since the epoch: about when calls are made. */
export function attemptsFor(
  document: FlowDocument,
  tried: readonly (readonly Taken[])[],
  now: number,
  limit: number,
): Attempts {
  const attempts: Attempt[] = [];
  const impossible: Way[] = [];
  for (const [variety, way] of untriedWays(document, registry, tried, limit).entries()) {
    const circumstances = circumstancesFor(document, way, { variety, waves: false, from: now });
    if (!circumstances) {
      impossible.push(way);
      continue;
    }
    attempts.push({
      way,
      pretence: { now: circumstances.now, outcomes: outcomesOn(document, way) },
      caller: () => {
        const next = callerAlong(document, way, circumstances);
        return (visited) => next({ visits: visited.map((node) => ({ node: node as NodeId })) });
      },
    });
  }
  return { attempts, impossible };
}

/**
 * The ways out by which a call left its steps, from the steps that it came to. Where several lead to the same next step it was the
 * one that `expected` names, else the first: nobody can tell.
 */
export function takenAlong(
  document: FlowDocument,
  visited: readonly string[],
  expected: readonly Taken[] = [],
): Taken[] {
  const graph = buildGraph(document, registry);
  return (visited as readonly NodeId[]).map((node, place) => {
    const to = visited[place + 1];
    const leading = graph.out(node).filter((edge) => edge.to === to);
    const named = expected[place]?.node === node ? expected[place].exit : undefined;
    const exit = (leading.find((edge) => edge.exit === named) ?? leading[0])?.exit;
    return { node, ...(exit === undefined ? {} : { exit }) };
  });
}

/** The same for what was played: as the call told it, else as it was expected; what is only concluded counts last. */
export function takenBy(
  document: FlowDocument,
  { visited, path = [] }: Pick<Recorded, 'visited' | 'path'>,
  expected: readonly Taken[] = [],
): Taken[] {
  const known = visited.map((node, place): Taken => {
    const left = path[place]?.node === node ? path[place].left : undefined;
    if (left?.exit && left.confidence !== 'inferred') return { node: node as NodeId, exit: left.exit };
    if (expected[place]?.node === node) return expected[place];
    return { node: node as NodeId, ...(left?.exit ? { exit: left.exit } : {}) };
  });
  return takenAlong(document, visited, known);
}

/** How the steps that reach outside end on a way. */
export function outcomesOn(document: FlowDocument, way: Way): Record<NodeId, string> {
  const outcomes: Record<NodeId, string> = {};
  for (const { node, exit } of way.steps) {
    const drawn = document.nodes[node];
    const family = drawn && registry.get(drawn.kind)?.family;
    if (exit !== undefined && (family === 'act' || family === 'leave')) outcomes[node] = exit;
  }
  return outcomes;
}
