/** A folded section as one card: its name, how many steps it holds, and what leaves it as rows. */
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { ChevronsUpDown } from 'lucide-react';
import { memo, useCallback, useSyncExternalStore } from 'react';
import type { NodeId } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { CARD_WIDTH } from '../../kinds/card-size.ts';
import { exitsOf, useKindNames } from '../../kinds/kind-words.ts';
import { viewOf } from '../../kinds/views.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useCardDocument, useEditor, useNode, usePanel } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import { KindTile, SeverityIcon } from './card-frame.tsx';
import { ENTRY_HANDLE, ENTRY_Y } from './card-geometry.ts';
import { InlineWords } from './inline-field.tsx';
import { offerStep } from './offer-step.ts';
import type { FoldedRow } from './sections.ts';
import type { CanvasNode } from './to-react-flow.ts';

const NO_STEPS: readonly NodeId[] = [];

export const FoldedSection = memo(function FoldedSection({ id, data, selected }: NodeProps<CanvasNode>) {
  const { view } = useEditor();
  const t = useMessages(editorMessages);
  const node = useNode(id as NodeId);
  const document = useCardDocument();
  const steps = data.folded?.steps ?? NO_STEPS;
  const isLive = usePanel(({ live }) => live !== undefined && steps.includes(live));
  const isWriting = usePanel(({ inline }) => inline?.node === id);
  if (!node) return null;
  const Body = viewOf(node.kind)?.Body;
  const rows = data.folded?.rows ?? [];
  return (
    <div
      className="step-card section-folded h-full"
      style={{ width: CARD_WIDTH }}
      data-selected={selected || undefined}
      data-state={isLive ? 'live' : undefined}
    >
      <Handle
        id={ENTRY_HANDLE}
        type="target"
        position={Position.Left}
        style={{ top: ENTRY_Y }}
        role="img"
        aria-label={t.entryHandle}
        data-wired
      />
      <div className="step-head">
        <div className="flex items-center gap-2.5">
          <KindTile kind={node.kind} />
          <span className="step-title">{Body && <Body data={node.data} document={document} />}</span>
          <ProblemCount steps={steps} />
          <IconButton
            label={t.section.unfold}
            icon={<ChevronsUpDown />}
            size="small"
            className="nodrag -mr-1"
            onPress={() => view.fold([node.id], false)}
          />
        </div>
        <p className="step-body">{t.section.steps(steps.length)}</p>
      </div>
      {rows.length > 0 && (
        <ul className="step-exits">
          {rows.map((row) => (
            <Row key={row.edge} row={row} />
          ))}
        </ul>
      )}
      {isWriting && <InlineWords node={node} />}
    </div>
  );
});

function Row({ row }: { readonly row: FoldedRow }) {
  const editor = useEditor();
  const t = useMessages(editorMessages);
  const names = useKindNames();
  const step = useNode(row.node);
  const exit = step && exitsOf(step).find(({ id }) => id === row.exit);
  const name = step && exit ? names.exit(step, exit) : row.exit;
  return (
    <li className="step-exit gap-1.5" data-role={exit?.role}>
      <span className="min-w-0 truncate text-muted">{step && names.step(step)}</span>
      <span className="max-w-1/2 shrink-0 truncate">{name}</span>
      <Handle
        id={row.edge}
        type="source"
        position={Position.Right}
        data-wired
        role="img"
        aria-label={t.exitHandle(name)}
        onClick={(event) => {
          event.stopPropagation();
          offerStep(editor, { node: row.node, exit: row.exit });
        }}
      />
    </li>
  );
}

/** How many problems the steps inside have; a press opens the section. */
function ProblemCount({ steps }: { readonly steps: readonly NodeId[] }) {
  const { problems, view } = useEditor();
  const t = useMessages(editorMessages);
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = steps.map((step) => problems.onNode(step, listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [problems, steps],
  );
  const count = useSyncExternalStore(subscribe, () =>
    steps.reduce((sum, step) => sum + problems.of(step).length, 0),
  );
  const [gravest] = steps
    .flatMap((step) => problems.of(step))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  if (!gravest) return null;
  return (
    <button
      type="button"
      className="step-badge nodrag flex h-6 min-w-6 shrink-0 cursor-pointer items-center justify-center gap-1 rounded-full px-1 text-xs font-medium text-muted hover:bg-hover"
      aria-label={t.problemCount(count)}
      title={t.problemCount(count)}
      onClick={() => {
        if (gravest.at.node) view.reveal(gravest.at.node as NodeId);
      }}
    >
      <SeverityIcon severity={gravest.severity} />
      {count > 1 && <span className="tabular-nums">{count}</span>}
    </button>
  );
}

const SEVERITIES = ['error', 'warning', 'hint'] as const;
