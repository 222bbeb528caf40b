/** Where pasted steps stand: as they stood to each other, around a point, never exactly upon steps that are there. Pure. */
import type { FlowDocument, FlowNode, Point } from '../../flow/document.ts';
import { cardGeometry } from '../canvas/card-geometry.ts';

const GRID = 10;
const SHIFT = 40;
/** Cards nearer than this hide each other. */
const NEAR = 20;

/** Without a point they stay where they are. Pasted again in the same place, they stand a little lower to the right. */
export function placeClip(
  document: FlowDocument,
  nodes: readonly FlowNode[],
  around: Point | null,
): FlowNode[] {
  const [first] = nodes;
  if (!first) return [];
  const middle = middleOf(nodes);
  const wanted = around ? { x: around.x - middle.x, y: around.y - middle.y } : { x: 0, y: 0 };
  const shift = { x: snapped(wanted.x), y: snapped(wanted.y) };
  const taken = Object.values<FlowNode>(document.nodes).map(({ position }) => position);
  const isTaken = ({ x, y }: Point) =>
    taken.some((one) => Math.abs(one.x - x) < NEAR && Math.abs(one.y - y) < NEAR);
  while (isTaken(moved(first.position, shift))) {
    shift.x += SHIFT;
    shift.y += SHIFT;
  }
  return nodes.map((node) => ({ ...node, position: moved(node.position, shift) }));
}

function middleOf(nodes: readonly FlowNode[]): Point {
  const cards = nodes.map((node) => ({ ...node.position, ...cardGeometry(node, true) }));
  const least = { x: Math.min(...cards.map(({ x }) => x)), y: Math.min(...cards.map(({ y }) => y)) };
  const most = {
    x: Math.max(...cards.map(({ x, width }) => x + width)),
    y: Math.max(...cards.map(({ y, height }) => y + height)),
  };
  return { x: (least.x + most.x) / 2, y: (least.y + most.y) / 2 };
}

function moved({ x, y }: Point, by: Point): Point {
  return { x: x + by.x, y: y + by.y };
}

function snapped(length: number): number {
  return Math.round(length / GRID) * GRID;
}
