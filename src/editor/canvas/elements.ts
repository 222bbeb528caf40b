/** What lies on the canvas at a point of the window, as the browser has drawn it. Knows no store. */
import type { EdgeId, NodeId, Point } from '../../flow/document.ts';

export function pointerOf(event: {
  readonly clientX?: number;
  readonly clientY?: number;
  readonly changedTouches?: ArrayLike<{ readonly clientX: number; readonly clientY: number }>;
}): Point {
  const point = event.changedTouches?.[0] ?? event;
  return { x: point.clientX ?? 0, y: point.clientY ?? 0 };
}

export function stepOf(element: Element | null): NodeId | undefined {
  return element?.closest<HTMLElement>('.react-flow__node')?.dataset.id as NodeId | undefined;
}

export function linkOf(element: Element | null): EdgeId | undefined {
  return element?.closest<HTMLElement>('.react-flow__edge')?.dataset.id as EdgeId | undefined;
}

export function stepAt({ x, y }: Point): NodeId | undefined {
  return stepOf(document.elementFromPoint(x, y));
}

/** The link there, also below what is dragged. */
export function linkAt({ x, y }: Point): EdgeId | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const edge = linkOf(element);
    if (edge) return edge;
  }
  return undefined;
}
