/** A tiny map of a flow: shapes and ways only, no words. Cheap enough for a page full of them. */
import type { FlowDocument, FlowEdge, FlowNode } from '../flow/document.ts';
import type { CardShape } from '../flow/layout/layout.ts';
import { CARD_HEAD, CARD_ROW, cardShape } from '../kinds/card-size.ts';
import { registry } from '../kinds/registry.ts';

/** Flows are long and low, pictures are not: the plane is squeezed. */
const SQUEEZE = 0.66;
const PADDING = 80;
/** A flow with two steps is not blown up to fill the picture. */
const SMALLEST = { width: 1300, height: 560 };

interface Box extends Pick<CardShape, 'width' | 'height' | 'exits'> {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly family: string;
}

function boxOf(node: FlowNode): Box {
  const { width, height, exits } = cardShape(node);
  return {
    id: node.id,
    x: node.position.x * SQUEEZE,
    y: node.position.y,
    width: width * SQUEEZE,
    height,
    exits,
    family: registry.get(node.kind)?.family ?? 'aid',
  };
}

/** Middle of an exit's row, from the top of the card. */
function rowOf(index: number): number {
  return CARD_HEAD + (Math.max(0, index) + 0.5) * CARD_ROW;
}

/** The part of the plane that shows every box, in the proportion of the picture. Pure. */
function frameOf(boxes: readonly Box[]): string {
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const wide = Math.max(right - left + 2 * PADDING, SMALLEST.width);
  const high = Math.max(bottom - top + 2 * PADDING, SMALLEST.height);
  return [(left + right - wide) / 2, (top + bottom - high) / 2, wide, high].map(Math.round).join(' ');
}

function wayOf(edge: FlowEdge, boxes: ReadonlyMap<string, Box>): string | null {
  const from = boxes.get(edge.from);
  const to = boxes.get(edge.to);
  if (from === undefined || to === undefined) return null;
  const x1 = from.x + from.width;
  const y1 = from.y + rowOf(from.exits.indexOf(edge.exit));
  const x2 = to.x;
  const y2 = to.y + 34;
  const bend = Math.max(30, Math.abs(x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

export interface FlowThumbnailProps {
  readonly document: FlowDocument;
  /** What it shows, for screen readers; without it the picture is decoration. */
  readonly label?: string;
  readonly className?: string;
}

export function FlowThumbnail({ document, label, className }: FlowThumbnailProps) {
  const boxes = new Map(Object.values(document.nodes).map((node) => [node.id as string, boxOf(node)]));
  if (boxes.size === 0) return null;
  return (
    <svg
      viewBox={frameOf([...boxes.values()])}
      className={className}
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {Object.values(document.edges).map((edge) => {
        const way = wayOf(edge, boxes);
        return way === null ? null : (
          <path key={edge.id} d={way} fill="none" className="stroke-edge" strokeWidth={7} opacity={0.55} />
        );
      })}
      {[...boxes.values()].map((box) => (
        <g key={box.id} transform={`translate(${box.x} ${box.y})`}>
          <rect
            width={box.width}
            height={box.height}
            rx={26}
            className="fill-card stroke-line"
            strokeWidth={5}
          />
          <rect
            x={20}
            y={20}
            width={46}
            height={46}
            rx={14}
            fill={`var(--color-family-${box.family})`}
            opacity={0.85}
          />
          <rect x={80} y={33} width={82} height={20} rx={10} className="fill-ink" opacity={0.28} />
          {box.exits.map((exit, row) => (
            <rect
              key={exit}
              x={box.width - 104}
              y={rowOf(row) - 6}
              width={84}
              height={13}
              rx={6.5}
              className="fill-ink"
              opacity={0.11}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}
