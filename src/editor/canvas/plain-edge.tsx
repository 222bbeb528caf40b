/** A link that cannot be changed. */
import { BaseEdge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { linkPath } from './link-path.ts';
import type { CanvasEdge } from './to-react-flow.ts';
import { useCards } from './use-cards.ts';

export const PlainEdge = memo(function PlainEdge(props: EdgeProps<CanvasEdge>) {
  const cards = useCards();
  return <BaseEdge id={props.id} path={linkPath(props, cards()).path} interactionWidth={0} />;
});
