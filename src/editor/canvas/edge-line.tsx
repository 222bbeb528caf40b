/** A link on the canvas. Pointed at or selected, it offers a step in its middle; selected, also its removal. */
import { BaseEdge, EdgeLabelRenderer, type EdgeProps, type ReactFlowState, useStore } from '@xyflow/react';
import { Plus, X } from 'lucide-react';
import { memo, useCallback, useSyncExternalStore } from 'react';
import type { EdgeId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { disconnect } from '../commands/disconnect.ts';
import { useEditor } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import type { LinkMark } from './drag-aid.ts';
import { linkPath } from './link-path.ts';
import { isLong } from './link-route.ts';
import { offerStepOn } from './offer-step.ts';
import type { CanvasEdge } from './to-react-flow.ts';

export const EdgeLine = memo(function EdgeLine(props: EdgeProps<CanvasEdge>) {
  const { isReadOnly, view } = useEditor();
  const edge = props.id as EdgeId;
  const mark = useLinkMark(edge);
  // Asked when the link is drawn; nobody is told of later moves.
  const cards = isLong(props) ? view.cardsBetween(props.sourceX, props.targetX) : [];
  const { path, x, y } = linkPath(props, cards);
  const isOffering = !isReadOnly && (mark !== undefined || props.selected === true);
  return (
    <>
      <BaseEdge
        id={props.id}
        path={path}
        interactionWidth={20}
        {...(mark === 'target' ? { className: 'is-target' } : {})}
      />
      {isOffering && (
        <LinkTools
          edge={edge}
          x={x}
          y={y}
          isSelected={props.selected === true}
          isTarget={mark === 'target'}
        />
      )}
    </>
  );
});

function useLinkMark(edge: EdgeId): LinkMark | undefined {
  const { aid } = useEditor().view;
  const subscribe = useCallback((listener: () => void) => aid.onMark(edge, listener), [aid, edge]);
  return useSyncExternalStore(subscribe, () => aid.markOf(edge));
}

interface LinkToolsProps {
  readonly edge: EdgeId;
  readonly x: number;
  readonly y: number;
  readonly isSelected: boolean;
  /** Something is dragged over it and would be put here. */
  readonly isTarget: boolean;
}

/** They keep their size on screen when the drawing is far away: nobody hits a button of eight pixels. */
const sizeOf = ({ transform }: ReactFlowState) => Math.max(1, 1 / transform[2]);

function LinkTools({ edge, x, y, isSelected, isTarget }: LinkToolsProps) {
  const editor = useEditor();
  const t = useMessages(editorMessages);
  const size = useStore(sizeOf);
  return (
    <EdgeLabelRenderer>
      <div
        className={`link-tools nodrag nopan absolute z-10 flex gap-1 ${isTarget ? '' : 'pointer-events-auto'}`}
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px) scale(${size})` }}
        data-edge={edge}
      >
        <IconButton
          label={t.insertHere}
          icon={<Plus />}
          size="small"
          variant={isTarget ? 'primary' : 'secondary'}
          className="!rounded-full"
          onPress={() => offerStepOn(editor, edge, { x, y })}
        />
        {isSelected && (
          <IconButton
            label={t.removeLink}
            icon={<X />}
            size="small"
            variant="secondary"
            className="!rounded-full"
            onPress={() => editor.store.run(disconnect, { edge })}
          />
        )}
      </div>
    </EdgeLabelRenderer>
  );
}
