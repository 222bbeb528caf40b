/** An open section: a frame behind its steps. Its line at the top is what is pressed, dragged and folded. */
import type { NodeProps } from '@xyflow/react';
import { ChevronsDownUp } from 'lucide-react';
import { memo } from 'react';
import type { NodeId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { viewOf } from '../../kinds/views.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useEditor, useNode, usePanel } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import { PanelBoundary } from '../panel-boundary.tsx';
import { InlineWords } from './inline-field.tsx';
import type { CanvasNode } from './to-react-flow.ts';

export const SectionFrame = memo(function SectionFrame({ id, selected }: NodeProps<CanvasNode>) {
  const { view } = useEditor();
  const t = useMessages(editorMessages);
  const node = useNode(id as NodeId);
  const isWriting = usePanel(({ inline }) => inline?.node === id);
  if (!node) return null;
  return (
    <PlainFrame kind={node.kind} data={node.data} selected={selected}>
      {isWriting && (
        <PanelBoundary>
          <InlineWords node={node} />
        </PanelBoundary>
      )}
      <IconButton
        label={t.section.fold}
        icon={<ChevronsDownUp />}
        size="small"
        className="nodrag section-fold"
        onPress={() => view.fold([node.id], true)}
      />
    </PlainFrame>
  );
});

interface PlainFrameProps {
  readonly kind: string;
  readonly data: unknown;
  readonly selected: boolean;
  readonly children?: React.ReactNode;
}

/** The same frame to look at. */
export function PlainFrame({ kind, data, selected, children }: PlainFrameProps) {
  const Own = viewOf(kind)?.Card;
  return (
    <div className="section-frame" data-selected={selected || undefined}>
      {Own && <Own data={data} />}
      <div className="section-head">{children}</div>
    </div>
  );
}
