/** The line that follows the pointer while a link is being drawn. */
import type { ConnectionLineComponentProps } from '@xyflow/react';
import { linkPath } from './link-path.ts';

export function ConnectionLine({ fromX, fromY, toX, toY }: ConnectionLineComponentProps) {
  const { path } = linkPath({ sourceX: fromX, sourceY: fromY, targetX: toX, targetY: toY });
  return (
    <g>
      <path className="react-flow__connection-path" d={path} fill="none" />
      <circle cx={toX} cy={toY} r={4} fill="var(--color-accent)" />
    </g>
  );
}
