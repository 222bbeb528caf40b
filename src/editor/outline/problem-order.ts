/** From problem to problem in the order in which steps are read. Pure. */
import type { NodeId } from '../../flow/document.ts';

/** Around the end; the same step when it is the only one; undefined when there is none. */
export function nextWithProblem(
  numbers: ReadonlyMap<NodeId, number>,
  hasProblem: (node: NodeId) => boolean,
  from: NodeId | undefined,
  isForward: boolean,
): NodeId | undefined {
  const order = [...numbers.keys()].filter((node) => node === from || hasProblem(node));
  const at = from === undefined ? (isForward ? -1 : order.length) : order.indexOf(from);
  const around = isForward
    ? [...order.slice(at + 1), ...order.slice(0, at + 1)]
    : [...order.slice(at + 1), ...order.slice(0, at + 1)].reverse();
  // Backwards, the step itself comes first in that list: it is the last to be taken.
  const others = around.filter((node) => node !== from);
  return others[0] ?? (from !== undefined && hasProblem(from) ? from : undefined);
}
