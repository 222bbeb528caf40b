/**
 * Steps that lead back to each other without ever waiting for somebody: the assistant would talk for ever. A circle inside a
 * larger one that listens elsewhere is one as well.
 */
import { type Digraph, strongComponents } from '../digraph.ts';
import { isListening } from '../kind.ts';
import type { DrawingCheck, Step } from './drawing.ts';

export const circleWithoutListening: DrawingCheck = ({ components }) =>
  components
    .filter((steps) => steps.length > 1 || steps[0]!.next.includes(steps[0]!.index))
    .flatMap((steps) => (steps.some((step) => isListening(step.kind)) ? silentCircles(steps) : [steps]))
    .map((steps) => ({
      code: 'circle-without-listening',
      severity: 'error',
      at: { node: steps.map((step) => step.id).sort()[0]! },
      params: { count: steps.length },
    }));

/** The circles of steps that can reach each other in which nobody need be listened to. */
function silentCircles(steps: readonly Step[]): Step[][] {
  const place = new Map(steps.map((step, index) => [step.index, index]));
  const ways = steps.map((step) =>
    silentWays(step).flatMap((to) => {
      const next = place.get(to);
      return next === undefined ? [] : [next];
    }),
  );
  return strongComponents(rooted(ways), ways.length)
    .filter(([first = 0, ...more]) => more.length > 0 || ways[first]?.includes(first) === true)
    .map((circle) => circle.map((index) => steps[index]!));
}

/** Where a step leads without a word from the caller. */
function silentWays({ kind, node, out, next }: Step): readonly number[] {
  if (!isListening(kind)) return next;
  const silent = kind?.silentExits?.(node.data) ?? [];
  return silent.length === 0 ? [] : next.filter((_, way) => silent.includes(out[way]!.exit));
}

/** The graph of these followers, and one node more, the last, from which all are reached. */
function rooted(ways: readonly (readonly number[])[]): Digraph {
  const rows = [...ways, ways.map((_, index) => index)];
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    starts[index + 1] = starts[index]! + row.length;
  });
  return { starts, targets: Int32Array.from(rows.flat()) };
}
