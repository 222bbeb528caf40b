/** A link that cannot be changed, with its note where there is one. */
import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo, use } from 'react';
import { linkPath } from './link-path.ts';
import { MapNotesContext } from './map-notes.ts';
import type { CanvasEdge } from './to-react-flow.ts';
import { useCards } from './use-cards.ts';

export const NotedEdge = memo(function NotedEdge(props: EdgeProps<CanvasEdge>) {
  const cards = useCards();
  const note = use(MapNotesContext)?.links.get(props.id);
  const { path, x, y } = linkPath(props, cards());
  return (
    <>
      <BaseEdge
        id={props.id}
        path={path}
        interactionWidth={0}
        {...(note && {
          style: {
            strokeWidth: note.width,
            ...(note.isDashed ? { strokeDasharray: `${note.width * 2 + 4} ${note.width + 3}` } : {}),
          },
        })}
      />
      {note && note.text !== '' && (
        <EdgeLabelRenderer>
          <div
            className="map-note absolute"
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            <span>{note.text}</span>
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
