/**
 * Layered layout, left to right: steps in columns by their distance from the start, long links in lanes of their own,
 * ordered so that links cross little, placed so that links run level. Pure and deterministic.
 */
import type { ExitId, FlowDocument, FlowEdge, FlowNode, NodeId, Point } from '../document.ts';
import { assignColumns } from './columns.ts';
import { type Column, type Grid, type Item, orderColumns } from './order.ts';
import { placeColumns } from './place.ts';

/** What the layout must know of a card: pixels, and its exits from top to bottom. */
export interface CardShape {
  readonly width: number;
  readonly height: number;
  readonly exits: readonly ExitId[];
  /** Where links arrive, from the top. */
  readonly entry: number;
  /** Where the first exit's link leaves, and how far the next ones are below each other. */
  readonly firstExit: number;
  readonly exitStep: number;
}

const COLUMN_GAP = 120;
/** Room that a long link keeps when it passes between cards. */
const LANE = 28;

/** A position (top left corner) for every step. */
export function layout(
  document: FlowDocument,
  shapeOf: (node: FlowNode) => CardShape,
): Record<NodeId, Point> {
  const nodes = (Object.keys(document.nodes) as NodeId[]).sort();
  const shapes = new Map(nodes.map((id) => [id, shapeOf(document.nodes[id]!)]));
  const links = readLinks(document, shapes);
  const columnOf = assignColumns(nodes, links);
  const grid = buildGrid(nodes, shapes, links, columnOf);
  orderColumns(grid);
  placeColumns(grid);
  return toPoints(grid);
}

/** A link of the drawing; `offset` is where it leaves its card, from the top. */
export interface Link {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly offset: number;
}

/** Links in the order of cards and exits; links to nowhere and to oneself say nothing about places. */
function readLinks(document: FlowDocument, shapes: ReadonlyMap<NodeId, CardShape>): Link[] {
  const byExit = new Map<string, FlowEdge>();
  for (const edge of Object.values(document.edges)) {
    if (!shapes.has(edge.to) || edge.to === edge.from) continue;
    const key = `${edge.from} ${edge.exit}`;
    const other = byExit.get(key);
    // Of two links from one exit the one with the smaller id is shown, whatever the order of keys.
    if (other === undefined || edge.id < other.id) byExit.set(key, edge);
  }
  const links: Link[] = [];
  for (const [from, shape] of shapes)
    shape.exits.forEach((exit, index) => {
      const to = byExit.get(`${from} ${exit}`)?.to;
      if (to) links.push({ from, to, offset: shape.firstExit + index * shape.exitStep });
    });
  return links;
}

/** Cards and lanes by column. Links that lead back are drawn, but do not pull. */
function buildGrid(
  nodes: readonly NodeId[],
  shapes: ReadonlyMap<NodeId, CardShape>,
  links: readonly Link[],
  columnOf: ReadonlyMap<NodeId, number>,
): Grid {
  const columns: Column[] = [];
  const put = (item: Item, column: number) => {
    while (columns.length <= column) columns.push([]);
    columns[column]!.push(item);
  };
  const cards = new Map<NodeId, Item>();
  for (const id of nodes) {
    const shape = shapes.get(id)!;
    const item: Item = {
      node: id,
      width: shape.width,
      height: shape.height,
      entry: shape.entry,
      into: [],
      out: [],
      rank: 0,
      weight: 0,
      top: 0,
    };
    cards.set(id, item);
    put(item, columnOf.get(id)!);
  }
  // Several links from one card to another share their lane.
  const lanes = new Map<string, Item[]>();
  for (const link of links) {
    const [first, last] = [columnOf.get(link.from)!, columnOf.get(link.to)!];
    if (last <= first) continue;
    const key = `${link.from} ${link.to}`;
    let lane = lanes.get(key);
    if (!lane) {
      lane = [];
      for (let column = first + 1; column < last; column += 1) {
        const item: Item = {
          node: null,
          width: 0,
          height: LANE,
          entry: LANE / 2,
          into: [],
          out: [],
          rank: 0,
          weight: 0,
          top: 0,
        };
        lane.push(item);
        put(item, column);
      }
      lanes.set(key, lane);
      const chain = [cards.get(link.from)!, ...lane, cards.get(link.to)!];
      for (let index = 1; index < chain.length; index += 1)
        connect(chain[index - 1]!, index === 1 ? link.offset : LANE / 2, chain[index]!);
    } else connect(cards.get(link.from)!, link.offset, lane[0] ?? cards.get(link.to)!);
  }
  return { columns };
}

function connect(from: Item, offset: number, to: Item): void {
  from.out.push({ to, offset });
  to.into.push({ from, offset });
}

function toPoints({ columns }: Grid): Record<NodeId, Point> {
  const points: Record<NodeId, Point> = {};
  let highest = Number.POSITIVE_INFINITY;
  for (const column of columns)
    for (const { node, top } of column) if (node) highest = Math.min(highest, top);
  let x = 0;
  for (const column of columns) {
    for (const item of column) if (item.node) points[item.node] = { x, y: Math.round(item.top - highest) };
    x += Math.max(0, ...column.map((item) => item.width)) + COLUMN_GAP;
  }
  return points;
}
