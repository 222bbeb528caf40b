/** Columns of a layered layout: how far each step is from the start. Pure. */
import type { NodeId } from '../document.ts';
import type { Link } from './layout.ts';

/**
 * Longest way from a start over the links that do not lead back; then steps move right, as near as can be to what
 * follows them, where that shortens more links than it stretches. Links that close a circle are found depth first.
 */
export function assignColumns(nodes: readonly NodeId[], links: readonly Link[]): Map<NodeId, number> {
  const out = new Map<NodeId, NodeId[]>(nodes.map((id) => [id, []]));
  const followed = new Set<NodeId>();
  for (const link of links) {
    out.get(link.from)!.push(link.to);
    followed.add(link.to);
  }
  const { finished, backward } = depthFirst([...nodes.filter((id) => !followed.has(id)), ...nodes], out);
  const forward = (from: NodeId, to: NodeId) => !backward.has(`${from} ${to}`);
  const column = new Map<NodeId, number>(nodes.map((id) => [id, 0]));
  for (const id of [...finished].reverse())
    for (const to of out.get(id)!)
      if (forward(id, to)) column.set(to, Math.max(column.get(to)!, column.get(id)! + 1));
  const incoming = new Map<NodeId, number>();
  for (const link of links)
    if (forward(link.from, link.to)) incoming.set(link.to, (incoming.get(link.to) ?? 0) + 1);
  for (const id of finished) {
    const onward = out.get(id)!.filter((to) => forward(id, to));
    if (onward.length <= (incoming.get(id) ?? 0) || onward.length === 0) continue;
    column.set(id, Math.max(column.get(id)!, Math.min(...onward.map((to) => column.get(to)!)) - 1));
  }
  return column;
}

/** Nodes as they are finished, and the links that close a circle. Without recursion: chains may be long. */
function depthFirst(roots: readonly NodeId[], out: ReadonlyMap<NodeId, readonly NodeId[]>) {
  const state = new Map<NodeId, 'open' | 'done'>();
  const finished: NodeId[] = [];
  const backward = new Set<string>();
  for (const root of roots) {
    if (state.has(root)) continue;
    const work = [{ node: root, at: 0 }];
    state.set(root, 'open');
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const to = out.get(frame.node)![frame.at++];
      if (to === undefined) {
        state.set(frame.node, 'done');
        finished.push(frame.node);
        work.pop();
      } else if (state.get(to) === 'open') backward.add(`${frame.node} ${to}`);
      else if (!state.has(to)) {
        state.set(to, 'open');
        work.push({ node: to, at: 0 });
      }
    }
  }
  return { finished, backward };
}
