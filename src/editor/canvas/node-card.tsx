/**
 * A step on the editor's canvas: the card, its handles and its problems. Draws again only when this step changes, at a letter of its
 * title only the title, and while somebody types in a form some times a second.
 */
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo, useLayoutEffect, useRef } from 'react';
import type { ExitId, NodeId } from '../../flow/document.ts';
import { canBeLedTo } from '../../flow/kind.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { drawnKinds } from '../../kinds/drawn.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import {
  useCardDocument,
  useEditor,
  useNode,
  useNodeProblems,
  usePanel,
  useWired,
} from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import { PanelBoundary } from '../panel-boundary.tsx';
import { selectNodes } from '../store/selection.ts';
import { CardFrame, InferredMark, SeverityIcon } from './card-frame.tsx';
import { ENTRY_HANDLE, ENTRY_Y } from './card-geometry.ts';
import { useFollowedStep, useFollowedTitle } from './follow-step.ts';
import { InlineTitle, InlineWords } from './inline-field.tsx';
import { offerStep } from './offer-step.ts';
import type { CanvasNode } from './to-react-flow.ts';

/** Where it stands, React Flow's own element knows: a step of a drag does not draw the card. */
export const NodeCard = memo(
  function NodeCard({ id, selected }: NodeProps<CanvasNode>) {
    const node = useFollowedStep(id as NodeId);
    const document = useCardDocument();
    const wired = useWired(id as NodeId);
    const inline = usePanel((panels) => (panels.inline?.node === id ? panels.inline.part : undefined));
    if (!node) return null;
    return (
      <CardFrame
        node={node}
        document={document}
        selected={selected}
        title={<Title id={node.id} isWritten={inline === 'title'} />}
        overlay={inline === 'words' ? <Words id={node.id} /> : undefined}
        badge={
          <>
            <LiveMark node={node.id} />
            <ProblemBadge node={node.id} />
          </>
        }
        entryHandle={canBeLedTo(drawnKinds.get(node.kind)) ? <EntryHandle /> : null}
        exitHandle={(exit, name) => (
          <ExitHandle node={node.id} exit={exit.id} name={name} isWired={wired.includes(`\n${exit.id}\n`)} />
        )}
      />
    );
  },
  (one, other) => one.id === other.id && one.selected === other.selected,
);

const Title = memo(function Title({ id, isWritten }: { readonly id: NodeId; readonly isWritten: boolean }) {
  return isWritten ? <WrittenTitle id={id} /> : <ShownTitle id={id} />;
});

function ShownTitle({ id }: { readonly id: NodeId }) {
  const node = useFollowedTitle(id);
  const names = useKindNames();
  const t = useMessages(editorMessages);
  if (!node) return null;
  const name = drawnKinds.has(node.kind) ? names.step(node) : (node.title ?? t.broken.newer);
  return <span className="step-title">{name}</span>;
}

function WrittenTitle({ id }: { readonly id: NodeId }) {
  const node = useNode(id);
  return node ? <InlineTitle node={node} /> : null;
}

/** Lights the card around it while the conversation is at its step: the card itself is not drawn again at each turn. */
const LiveMark = memo(function LiveMark({ node }: { readonly node: NodeId }) {
  const isLive = usePanel(({ live }) => live === node);
  const isInferred = usePanel(({ live, isLiveInferred }) => live === node && isLiveInferred);
  const mark = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const card = mark.current?.closest('.step-card');
    if (isLive) card?.setAttribute('data-state', 'live');
    else card?.removeAttribute('data-state');
    card?.toggleAttribute('data-inferred', isInferred);
  }, [isLive, isInferred]);
  return (
    <>
      <span ref={mark} hidden />
      {isInferred && <InferredMark />}
    </>
  );
});

function Words({ id }: { readonly id: NodeId }) {
  const node = useNode(id);
  return <PanelBoundary>{node && <InlineWords node={node} />}</PanelBoundary>;
}

const EntryHandle = memo(function EntryHandle() {
  const t = useMessages(editorMessages);
  return (
    <Handle
      id={ENTRY_HANDLE}
      type="target"
      position={Position.Left}
      style={{ top: ENTRY_Y }}
      role="img"
      aria-label={t.entryHandle}
      data-wired
    />
  );
});

interface ExitHandleProps {
  readonly node: NodeId;
  readonly exit: ExitId;
  readonly name: string;
  readonly isWired: boolean;
}

/** Dragged, it makes a link; pressed, it offers the step that comes next, or takes the step that is pressed then. */
const ExitHandle = memo(function ExitHandle({ node, exit, name, isWired }: ExitHandleProps) {
  const editor = useEditor();
  const t = useMessages(editorMessages);
  return (
    <Handle
      id={exit}
      type="source"
      position={Position.Right}
      data-wired={isWired || undefined}
      role="img"
      aria-label={t.exitHandle(name)}
      title={t.addNext}
      onClick={(event) => {
        // The card would take the same press for the step that comes next.
        event.stopPropagation();
        offerStep(editor, { node, exit });
      }}
    />
  );
});

const ProblemBadge = memo(function ProblemBadge({ node }: { readonly node: NodeId }) {
  const { store } = useEditor();
  const problems = useNodeProblems(node);
  const t = useMessages(editorMessages);
  const [gravest] = problems;
  if (!gravest) return null;
  return (
    <button
      type="button"
      className="step-badge nodrag flex h-6 min-w-6 shrink-0 cursor-pointer items-center justify-center gap-1 rounded-full px-1 text-xs font-medium text-muted hover:bg-hover"
      aria-label={t.problemCount(problems.length)}
      title={t.problemCount(problems.length)}
      onClick={() => store.select(selectNodes(node))}
    >
      <SeverityIcon severity={gravest.severity} />
      {problems.length > 1 && <span className="tabular-nums">{problems.length}</span>}
    </button>
  );
});
