/** A link on the canvas. Selected, it offers its removal in its middle. */
import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { X } from 'lucide-react';
import { memo } from 'react';
import type { EdgeId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { disconnect } from '../commands/disconnect.ts';
import { useEditor } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import { linkPath } from './link-path.ts';
import type { CanvasEdge } from './to-react-flow.ts';
import { useCards } from './use-cards.ts';

export const EdgeLine = memo(function EdgeLine(props: EdgeProps<CanvasEdge>) {
  const cards = useCards();
  const { path, x, y } = linkPath(props, cards());
  return (
    <>
      <BaseEdge id={props.id} path={path} interactionWidth={20} />
      {props.selected && <RemoveLink edge={props.id as EdgeId} x={x} y={y} />}
    </>
  );
});

function RemoveLink({ edge, x, y }: { readonly edge: EdgeId; readonly x: number; readonly y: number }) {
  const { store, isReadOnly } = useEditor();
  const t = useMessages(editorMessages);
  if (isReadOnly) return null;
  return (
    <EdgeLabelRenderer>
      <div
        className="nodrag nopan pointer-events-auto absolute z-10"
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
      >
        <IconButton
          label={t.removeLink}
          icon={<X />}
          size="small"
          variant="secondary"
          className="!rounded-full"
          onPress={() => store.run(disconnect, { edge })}
        />
      </div>
    </EdgeLabelRenderer>
  );
}
