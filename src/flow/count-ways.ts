/**
 * How many ways lead through the drawing, without walking them: a way that has left a circle never comes back to it, so
 * ways are walked only inside circles and multiplied between them. Pure; knows no kind.
 */
import { type Digraph, sizeOf, strongComponents } from './digraph.ts';
import type { FlowDocument } from './document.ts';
import { buildGraph, type FlowGraph } from './graph.ts';
import type { Registry } from './kind.ts';

/** Steps of one walk that may be taken inside of circles before we say that nobody can count them. */
const MOST_STEPS = 200_000;

/**
 * Ways that come to no step twice: each ends at a step without ways out, at a way out that leads nowhere, or where it would come
 * back to a step. As many as `enumerateStraightWays` lists. Null when circles are too tangled to be counted.
 */
export function countWays(document: FlowDocument, registry: Registry): bigint | null {
  const graph = buildGraph(document, registry);
  const entry = graph.entry === null ? undefined : graph.steps.indexOf(graph.entry);
  return entry === undefined ? 0n : new Counter(graph, entry).count(entry);
}

class Counter {
  private readonly links: Digraph;
  private readonly ends: Int32Array;
  private readonly circles: readonly (readonly number[])[];
  private readonly circleOf: Int32Array;
  private readonly ways = new Map<number, bigint>();
  private budget = MOST_STEPS;

  constructor(graph: FlowGraph, entry: number) {
    this.links = graph.steps.links;
    this.ends = endsOf(graph);
    this.circles = strongComponents(this.links, entry);
    this.circleOf = new Int32Array(sizeOf(this.links)).fill(-1);
    for (const [circle, steps] of this.circles.entries())
      for (const step of steps) this.circleOf[step] = circle;
  }

  count(entry: number): bigint | null {
    const doors = this.doors(entry);
    for (const step of this.circles.flat().reverse()) {
      if (!doors.has(step)) continue;
      const ways = this.from(step);
      if (ways === null) return null;
      this.ways.set(step, ways);
    }
    return this.ways.get(entry)!;
  }

  /** The steps at which circles are entered. */
  private doors(entry: number): ReadonlySet<number> {
    const doors = new Set([entry]);
    for (const step of this.circles.flat())
      for (const to of this.followers(step)) if (this.circleOf[to] !== this.circleOf[step]) doors.add(to);
    return doors;
  }

  private followers(step: number): Int32Array {
    return this.links.targets.subarray(this.links.starts[step], this.links.starts[step + 1]);
  }

  /** Ways on from a step at which its circle is entered; those from later circles are known. */
  private from(door: number): bigint | null {
    let ways = 0n;
    const isOnWay = new Set<number>();
    const path: { readonly step: number; readonly onward: readonly number[]; next: number }[] = [];
    const enter = (step: number) => {
      isOnWay.add(step);
      ways += BigInt(this.ends[step]!);
      const onward: number[] = [];
      for (const to of this.followers(step))
        if (this.circleOf[to] !== this.circleOf[door]) ways += this.ways.get(to)!;
        else if (isOnWay.has(to)) ways += 1n;
        else onward.push(to);
      path.push({ step, onward, next: 0 });
    };
    enter(door);
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const to = at.onward[at.next];
      if (to !== undefined) {
        at.next += 1;
        this.budget -= 1;
        if (this.budget < 0) return null;
        enter(to);
        continue;
      }
      isOnWay.delete(at.step);
      path.pop();
    }
    return ways;
  }
}

/** For each step how many ways end right there: by a way out that leads nowhere, or because it has none at all. */
function endsOf({ nodes, facts, steps }: FlowGraph): Int32Array {
  return Int32Array.from(nodes, (node, step) => {
    const exits = facts(node)?.exits.length ?? 0;
    return exits === 0 ? 1 : exits - steps.out[step]!.length;
  });
}
