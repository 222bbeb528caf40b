/** The way of a long link round the cards between its ends: a level lane where nothing is in the way. Pure. */
import type { LinkEnds } from './link-path.ts';

/** A card's place. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room for the curves at both ends; the columns of a tidy drawing are wider apart. */
export const CURVE = 96;
/** How near a lane may pass to a card. */
const MARGIN = 14;
const SAMPLES = 24;

/** Only such links look for a lane. */
export function isLong({ sourceX, targetX }: LinkEnds): boolean {
  return targetX - sourceX >= 3 * CURVE;
}

/** The height of the lane, or null when the plain curve is free, or no lane is. Links to the left have none. */
export function laneFor(ends: LinkEnds, boxes: Iterable<Box>): number | null {
  const { sourceX, sourceY, targetX, targetY } = ends;
  if (!isLong(ends)) return null;
  const between = [...boxes].filter((box) => box.x < targetX - 4 && box.x + box.width > sourceX + 4);
  if (between.length === 0 || !isCurveBlocked(ends, between)) return null;
  const candidates = [
    sourceY,
    targetY,
    ...between.flatMap((box) => [box.y - MARGIN, box.y + box.height + MARGIN]),
  ];
  const detour = (y: number) => Math.abs(y - sourceY) + Math.abs(y - targetY);
  const free = candidates.filter((y) => between.every((box) => !blocksLane(box, y)));
  return free.length === 0 ? null : free.reduce((best, y) => (detour(y) < detour(best) ? y : best));
}

function blocksLane(box: Box, y: number): boolean {
  return y > box.y - MARGIN && y < box.y + box.height + MARGIN;
}

/** Whether the plain curve passes behind a card, at points of it. */
function isCurveBlocked({ sourceX, sourceY, targetX, targetY }: LinkEnds, between: readonly Box[]): boolean {
  const bend = (targetX - sourceX) / 2;
  // The curve leaves the heights of its ends nowhere.
  const [top, bottom] = [Math.min(sourceY, targetY), Math.max(sourceY, targetY)];
  const boxes = between.filter((box) => box.y - 2 < bottom && box.y + box.height + 2 > top);
  if (boxes.length === 0) return false;
  for (let step = 1; step < SAMPLES; step += 1) {
    const t = step / SAMPLES;
    const u = 1 - t;
    const x =
      u ** 3 * sourceX +
      3 * u * u * t * (sourceX + bend) +
      3 * u * t * t * (targetX - bend) +
      t ** 3 * targetX;
    const y = sourceY * (u ** 3 + 3 * u * u * t) + targetY * (3 * u * t * t + t ** 3);
    if (
      boxes.some((box) => x > box.x && x < box.x + box.width && y > box.y - 2 && y < box.y + box.height + 2)
    )
      return true;
  }
  return false;
}
