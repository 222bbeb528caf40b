/**
 * Layered layout, left to right: steps in columns by their distance from the start, ordered so that links cross
 * little, each step near those that lead to it. Pure and deterministic; knows sizes only through its argument.
 */
import type { ExitId, FlowDocument, FlowEdge, FlowNode, NodeId, Point } from './document.ts';

/** What the layout must know of a card: pixels, and its exits from top to bottom. */
export interface CardShape {
  readonly width: number;
  readonly height: number;
  readonly exits: readonly ExitId[];
}

const COLUMN_GAP = 110;
const ROW_GAP = 44;
const SWEEPS = 12;

/** A position (top left corner) for every step. */
export function layout(
  document: FlowDocument,
  shapeOf: (node: FlowNode) => CardShape,
): Record<NodeId, Point> {
  const nodes = (Object.keys(document.nodes) as NodeId[]).sort();
  const shapes = new Map(nodes.map((id) => [id, shapeOf(document.nodes[id]!)]));
  const out = links(document, nodes, shapes);
  const column = assignColumns(nodes, out);
  const into = new Map<NodeId, NodeId[]>(nodes.map((id) => [id, []]));
  for (const id of nodes)
    for (const to of out.get(id)!) if (column.get(to)! > column.get(id)!) into.get(to)!.push(id);
  const columns = order(nodes, column, out, into);
  return place(columns, shapes, into);
}

/** Followers of each step in the order of its exits. */
function links(
  document: FlowDocument,
  nodes: readonly NodeId[],
  shapes: ReadonlyMap<NodeId, CardShape>,
): Map<NodeId, NodeId[]> {
  const byNode = new Map<NodeId, FlowEdge[]>(nodes.map((id) => [id, []]));
  for (const edge of Object.values(document.edges) as FlowEdge[])
    if (byNode.has(edge.to)) byNode.get(edge.from)?.push(edge);
  const out = new Map<NodeId, NodeId[]>();
  for (const [id, edges] of byNode) {
    const rank = new Map(shapes.get(id)!.exits.map((exit, index) => [exit, index]));
    edges.sort((a, b) => (rank.get(a.exit) ?? 99) - (rank.get(b.exit) ?? 99) || (a.id < b.id ? -1 : 1));
    out.set(
      id,
      [...new Set(edges.map((edge) => edge.to))].filter((to) => to !== id),
    );
  }
  return out;
}

/** Longest way from a start, over the links that do not lead back (found depth first, exits in order). */
function assignColumns(
  nodes: readonly NodeId[],
  out: ReadonlyMap<NodeId, readonly NodeId[]>,
): Map<NodeId, number> {
  const followed = new Set([...out.values()].flat());
  const state = new Map<NodeId, 'open' | 'done'>();
  const finished: NodeId[] = [];
  const backward = new Set<string>();
  const visit = (root: NodeId) => {
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
  };
  for (const id of [...nodes.filter((node) => !followed.has(node)), ...nodes]) if (!state.has(id)) visit(id);
  const column = new Map<NodeId, number>(nodes.map((id) => [id, 0]));
  for (const id of finished.reverse())
    for (const to of out.get(id)!)
      if (!backward.has(`${id} ${to}`)) column.set(to, Math.max(column.get(to)!, column.get(id)! + 1));
  return column;
}

/** Barycentre sweeps: each step goes near the middle of its neighbours in the next column, back and forth. */
function order(
  nodes: readonly NodeId[],
  column: ReadonlyMap<NodeId, number>,
  out: ReadonlyMap<NodeId, readonly NodeId[]>,
  into: ReadonlyMap<NodeId, readonly NodeId[]>,
): NodeId[][] {
  const columns: NodeId[][] = [];
  for (const id of nodes) {
    const index = column.get(id)!;
    while (columns.length <= index) columns.push([]);
    columns[index]!.push(id);
  }
  const rank = new Map<NodeId, number>();
  const remember = (ids: readonly NodeId[]) => {
    ids.forEach((id, index) => {
      rank.set(id, index / Math.max(1, ids.length));
    });
  };
  for (const ids of columns) remember(ids);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const forward = sweep % 2 === 0;
    for (const ids of forward ? columns : [...columns].reverse()) {
      const weight = (id: NodeId) => {
        const near = forward ? into.get(id)! : out.get(id)!.filter((to) => column.get(to)! > column.get(id)!);
        const sum = near.reduce(
          (total, other) => total + rank.get(other)! + (forward ? exitOffset(out, other, id) : 0),
          0,
        );
        return near.length === 0 ? rank.get(id)! : sum / near.length;
      };
      const weights = new Map(ids.map((id) => [id, weight(id)]));
      ids.sort((a, b) => weights.get(a)! - weights.get(b)! || rank.get(a)! - rank.get(b)!);
      remember(ids);
    }
  }
  return columns;
}

/** Followers of one step keep the order of its exits. */
function exitOffset(out: ReadonlyMap<NodeId, readonly NodeId[]>, from: NodeId, to: NodeId): number {
  const followers = out.get(from)!;
  return (followers.indexOf(to) / Math.max(1, followers.length)) * 0.01;
}

/** Top to bottom without overlap, each as near as can be to the middle of those that lead to it. */
function place(
  columns: readonly (readonly NodeId[])[],
  shapes: ReadonlyMap<NodeId, CardShape>,
  into: ReadonlyMap<NodeId, readonly NodeId[]>,
): Record<NodeId, Point> {
  const position: Record<NodeId, Point> = {};
  let x = 0;
  for (const ids of columns) {
    const wanted = ids.map((id) => {
      const near = into.get(id)!.filter((other) => position[other]);
      return near.length === 0
        ? null
        : near.reduce((total, other) => total + position[other]!.y, 0) / near.length;
    });
    let y = Number.NEGATIVE_INFINITY;
    const tops = ids.map((id, index) => {
      const top = Math.max(wanted[index] ?? (y === Number.NEGATIVE_INFINITY ? 0 : y), y);
      y = top + shapes.get(id)!.height + ROW_GAP;
      return top;
    });
    const shift = centring(tops, wanted);
    ids.forEach((id, index) => {
      position[id] = { x, y: Math.round(tops[index]! + shift) };
    });
    x += Math.max(...ids.map((id) => shapes.get(id)!.width), 0) + COLUMN_GAP;
  }
  return position;
}

/** Pushing down for lack of room is shared out: the whole column moves up by the mean push. */
function centring(tops: readonly number[], wanted: readonly (number | null)[]): number {
  const pushes = tops.flatMap((top, index) => (wanted[index] == null ? [] : [wanted[index] - top]));
  return pushes.length === 0 ? 0 : pushes.reduce((total, push) => total + push, 0) / pushes.length;
}
