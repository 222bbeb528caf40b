/** The line of a link: a calm curve forwards, rounded corners backwards. Pure. */
import { getBezierPath, getSmoothStepPath, Position } from '@xyflow/react';

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

/** The path and its middle. */
export function linkPath({ sourceX, sourceY, targetX, targetY }: LinkEnds): {
  path: string;
  x: number;
  y: number;
} {
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
