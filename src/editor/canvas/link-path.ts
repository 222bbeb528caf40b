/** The line of a link: a calm curve forwards, a lane round cards in the way, rounded corners backwards. Pure. */
import { getBezierPath, getSmoothStepPath, Position } from '@xyflow/react';

import { type Box, CURVE, laneFor } from './link-route.ts';

export interface LinkEnds {
  readonly sourceX: number;
  readonly sourceY: number;
  readonly targetX: number;
  readonly targetY: number;
}

const CORNER = 14;
const OFFSET = 28;
/** Nearer than this a curve would bend into a hook. */
const ROOM = 24;

/** The path and its middle. `boxes` are the cards that a long link should not pass behind. */
export function linkPath(
  link: LinkEnds,
  boxes: Iterable<Box> = [],
): {
  path: string;
  x: number;
  y: number;
} {
  const { sourceX, sourceY, targetX, targetY } = link;
  const lane = laneFor(link, boxes);
  if (lane !== null) return alongLane(link, lane);
  const ends = {
    sourceX,
    sourceY,
    targetX,
    targetY,
    sourcePosition: Position.Right,
    targetPosition: Position.Left,
  };
  const [path, x, y] =
    targetX - sourceX >= ROOM
      ? getBezierPath({ ...ends, curvature: 0.3 })
      : getSmoothStepPath({ ...ends, borderRadius: CORNER, offset: OFFSET });
  return { path, x, y };
}

function alongLane({ sourceX, sourceY, targetX, targetY }: LinkEnds, lane: number) {
  const half = CURVE / 2;
  const [begin, end] = [sourceX + CURVE, targetX - CURVE];
  const path = `M${sourceX},${sourceY} C${sourceX + half},${sourceY} ${begin - half},${lane} ${begin},${lane} L${end},${lane} C${end + half},${lane} ${targetX - half},${targetY} ${targetX},${targetY}`;
  return { path, x: (begin + end) / 2, y: lane };
}
