/** How a step looks on the canvas: tile, title, two lines, one row an exit. Knows no store; the editor and the read-only map share it. */
import { CircleAlert, CircleHelp, Info, TriangleAlert } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { FlowNode } from '../../flow/document.ts';
import type { Exit } from '../../flow/kind.ts';
import type { Severity } from '../../flow/problem.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { CARD_WIDTH } from '../../kinds/card-size.ts';
import { drawnKinds } from '../../kinds/drawn.ts';
import type { CardDocument } from '../../kinds/kind-view.ts';
import { exitsOf, useKindNames } from '../../kinds/kind-words.ts';
import { viewOf } from '../../kinds/views.tsx';
import { editorMessages } from '../messages.ts';
import { PanelBoundary } from '../panel-boundary.tsx';
import { cardGeometry } from './card-geometry.ts';

export interface CardFrameProps {
  readonly node: FlowNode;
  readonly document: CardDocument;
  readonly selected: boolean;
  /** `live`: the conversation is here. `passed`: it was here. `dimmed`: it was not. */
  readonly state?: 'live' | 'passed' | 'dimmed' | undefined;
  /** Whether the call was here is concluded from what was said; nothing reported it. */
  readonly isInferred?: boolean | undefined;
  /** At the end of the title's line. */
  readonly badge?: ReactNode;
  /** The handle of an exit, at its middle. */
  readonly exitHandle?: (exit: Exit, name: string) => ReactNode;
  readonly entryHandle?: ReactNode;
  /** In place of the title that the step has now: one that follows it, or is written. */
  readonly title?: ReactNode;
  /** Above the card. */
  readonly overlay?: ReactNode;
}

/** A card that cannot be drawn is a plain one: it never takes the canvas with it. */
export function CardFrame(props: CardFrameProps) {
  const t = useMessages(editorMessages);
  if (!drawnKinds.has(props.node.kind)) return <PlainCard {...props} text={t.broken.newerText} />;
  return (
    <PanelBoundary retryWhen={props.node} fallback={<PlainCard {...props} text={t.broken.card} />}>
      <KindCard {...props} />
    </PanelBoundary>
  );
}

/** For what this version does not know, or cannot draw. */
function PlainCard({
  node,
  selected,
  state,
  isInferred,
  badge,
  entryHandle,
  title,
  overlay,
  text,
}: CardFrameProps & { readonly text: string }) {
  const t = useMessages(editorMessages);
  const names = useKindNames();
  const name = drawnKinds.has(node.kind) ? names.kind(node.kind) : t.broken.newer;
  return (
    <div
      className="step-card"
      style={{ width: CARD_WIDTH }}
      data-selected={selected || undefined}
      data-state={state}
      data-inferred={isInferred || undefined}
      data-plain
    >
      {overlay}
      {entryHandle}
      <div className="step-head">
        <div className="flex items-center gap-2.5">
          <KindTile kind="" />
          {title ?? <span className="step-title">{node.title ?? name}</span>}
          {badge}
        </div>
        <p className="step-body">{text}</p>
      </div>
    </div>
  );
}

function KindCard({
  node,
  document,
  selected,
  state,
  isInferred,
  badge,
  exitHandle,
  entryHandle,
  title,
  overlay,
}: CardFrameProps) {
  const names = useKindNames();
  const exits = exitsOf(node);
  const { height } = cardGeometry(node, true);
  const Own = viewOf(node.kind)?.Card;
  if (Own)
    return (
      <div
        className="step-card step-aid"
        style={{ width: CARD_WIDTH, height }}
        data-selected={selected || undefined}
        data-state={state}
        data-inferred={isInferred || undefined}
      >
        <Own data={node.data} />
        {overlay}
      </div>
    );
  return (
    <div
      className="step-card"
      style={{ width: CARD_WIDTH, height }}
      data-selected={selected || undefined}
      data-state={state}
      data-inferred={isInferred || undefined}
    >
      {entryHandle}
      <div className="step-head">
        <div className="flex items-center gap-2.5">
          <KindTile kind={node.kind} />
          {title ?? <span className="step-title">{names.step(node)}</span>}
          {isInferred && <InferredMark />}
          {badge}
        </div>
        <p className="step-body">
          <CardBody node={node} document={document} hint={names.hint(node.kind)} />
        </p>
      </div>
      {exits.length > 0 && (
        <ul className="step-exits">
          {exits.map((exit) => {
            const name = names.exit(node, exit);
            return (
              <li key={exit.id} className="step-exit" data-role={exit.role}>
                <span className="truncate">{name}</span>
                {exitHandle?.(exit, name)}
              </li>
            );
          })}
        </ul>
      )}
      {overlay}
    </div>
  );
}

/** The dashes of the card, in words. */
export function InferredMark() {
  const { inferred } = useMessages(editorMessages);
  return (
    <span className="step-inferred" title={inferred.hint}>
      {inferred.word}
    </span>
  );
}

interface CardBodyProps {
  readonly node: FlowNode;
  readonly document: CardDocument;
  readonly hint: string;
}

const CardBody = memo(function CardBody({ node, document, hint }: CardBodyProps) {
  const Body = viewOf(node.kind)?.Body;
  return Body ? <Body data={node.data} document={document} /> : hint;
});

/** The icon of a kind on the tint of its family. */
export function KindTile({
  kind,
  size = 'medium',
}: {
  readonly kind: string;
  readonly size?: 'small' | 'medium';
}) {
  const Icon = viewOf(kind)?.icon ?? CircleHelp;
  return (
    <span
      aria-hidden
      className="step-tile"
      data-family={drawnKinds.get(kind)?.family ?? 'aid'}
      data-size={size}
    >
      <Icon />
    </span>
  );
}

const SEVERITY = {
  error: { Icon: CircleAlert, tone: 'text-danger' },
  warning: { Icon: TriangleAlert, tone: 'text-warning' },
  hint: { Icon: Info, tone: 'text-accent' },
} as const;

export function SeverityIcon({
  severity,
  className = '',
}: {
  readonly severity: Severity;
  readonly className?: string;
}) {
  const { Icon, tone } = SEVERITY[severity];
  return <Icon aria-hidden className={`size-4 shrink-0 ${tone} ${className}`} />;
}
