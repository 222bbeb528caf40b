/** A link that cannot be changed. */
import { BaseEdge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { linkPath } from './link-path.ts';
import type { CanvasEdge } from './to-react-flow.ts';

export const PlainEdge = memo(function PlainEdge(props: EdgeProps<CanvasEdge>) {
  return <BaseEdge id={props.id} path={linkPath(props).path} interactionWidth={0} />;
});
