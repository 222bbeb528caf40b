/** Which card lies at a point of the drawing, where none is drawn as an element. Pure. */
import type { Point } from '../../flow/document.ts';
import type { Box } from './link-route.ts';
import { FRAME_HEAD } from './sections.ts';
import type { CanvasNode } from './to-react-flow.ts';

/** The uppermost card there; of an open section only its line at the top. */
export function cardAt(nodes: readonly CanvasNode[], { x, y }: Point): CanvasNode | undefined {
  const isAt = ({ type, position, measured }: CanvasNode) =>
    x >= position.x &&
    x <= position.x + (measured?.width ?? 0) &&
    y >= position.y &&
    y <= position.y + (type === 'frame' ? 2 * FRAME_HEAD : (measured?.height ?? 0));
  return nodes.findLast((node) => node.type !== 'frame' && isAt(node)) ?? nodes.findLast(isAt);
}

/** The cards that lie wholly inside. */
export function cardsInside(nodes: readonly CanvasNode[], box: Box): CanvasNode[] {
  return nodes.filter(
    ({ position, measured }) =>
      position.x >= box.x &&
      position.y >= box.y &&
      position.x + (measured?.width ?? 0) <= box.x + box.width &&
      position.y + (measured?.height ?? 0) <= box.y + box.height,
  );
}

/** The box between two corners. */
export function boxBetween(one: Point, other: Point): Box {
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  };
}
