/** Lines that help to place a dragged card: where its edges or middle come level with those of cards in view. Pure. */
import type { Box } from './link-route.ts';

export interface Guide {
  /** `x`: a line from top to bottom at that x. */
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snapped {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

/** Start, middle and end of a box along an axis. */
const PLACES = [0, 0.5, 1] as const;

/** How far the box is to be moved to stand level with others, no further than `reach`; and the lines that show it. */
export function snapToOthers(box: Box, others: readonly Box[], reach: number): Snapped {
  const x = nearest(box, others, 'x', reach);
  const y = nearest(box, others, 'y', reach);
  const moved = { ...box, x: box.x + (x ?? 0), y: box.y + (y ?? 0) };
  return {
    dx: x ?? 0,
    dy: y ?? 0,
    guides: [
      ...(x === undefined ? [] : lineAt(moved, others, 'x')),
      ...(y === undefined ? [] : lineAt(moved, others, 'y')),
    ],
  };
}

function sizeOf(box: Box, axis: Guide['axis']): number {
  return axis === 'x' ? box.width : box.height;
}

function nearest(box: Box, others: readonly Box[], axis: Guide['axis'], reach: number): number | undefined {
  let best: number | undefined;
  for (const other of others)
    for (const place of PLACES) {
      const off = other[axis] + sizeOf(other, axis) * place - (box[axis] + sizeOf(box, axis) * place);
      if (Math.abs(off) <= reach && (best === undefined || Math.abs(off) < Math.abs(best))) best = off;
    }
  return best;
}

/** One line an axis: cards of one width come level at three places at once. */
function lineAt(box: Box, others: readonly Box[], axis: Guide['axis']): Guide[] {
  const across = axis === 'x' ? 'y' : 'x';
  for (const place of PLACES) {
    const at = box[axis] + sizeOf(box, axis) * place;
    const level = others.filter((other) => Math.abs(other[axis] + sizeOf(other, axis) * place - at) < 0.5);
    if (level.length === 0) continue;
    const all = [box, ...level];
    const from = Math.min(...all.map((one) => one[across]));
    const to = Math.max(...all.map((one) => one[across] + sizeOf(one, across)));
    return [{ axis, at, from, to }];
  }
  return [];
}
