/** Paints the drawing small: cards with the tile of their family, sections open and folded, notes, links, what is selected. Knows no store. */
import type { FlowDocument, NodeId } from '../../flow/document.ts';
import type { Registry } from '../../flow/kind.ts';
import { ENTRY_Y } from './card-geometry.ts';
import type { CanvasEdge, CanvasNode, Drawn } from './to-react-flow.ts';

export interface Picture {
  /** For the kinds of the steps. */
  readonly document: FlowDocument;
  readonly kinds: Registry;
  readonly drawn: Drawn;
  readonly live: NodeId | undefined;
  /** Left, top and zoom. */
  readonly transform: readonly [number, number, number];
  readonly width: number;
  readonly height: number;
  /** The value of a colour token. */
  colour(name: string): string;
}

interface Seen {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const TILE = 56;
/** Of a selected card, on screen. */
const SELECTED = 2.5;

export function paintOverview(context: CanvasRenderingContext2D, picture: Picture): void {
  const { drawn, width, height, colour } = picture;
  const [x, y, zoom] = picture.transform;
  const ratio = devicePixelRatio;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
  const seen = { left: -x / zoom, top: -y / zoom, right: (width - x) / zoom, bottom: (height - y) / zoom };
  const cards = new Map(drawn.nodes.map((node) => [node.id, node]));
  const visible = drawn.nodes.filter((node) => isSeen(node, seen));
  for (const node of visible) if (node.type === 'frame') paintCard(context, node, picture);
  context.lineWidth = 1 / zoom;
  context.strokeStyle = colour('edge');
  paintLinks(
    context,
    drawn.edges.filter(({ selected }) => !selected),
    cards,
    seen,
  );
  context.lineWidth = SELECTED / zoom;
  context.strokeStyle = colour('accent');
  paintLinks(
    context,
    drawn.edges.filter(({ selected }) => selected),
    cards,
    seen,
  );
  for (const node of visible) if (node.type !== 'frame') paintCard(context, node, picture);
}

function isSeen({ position, measured }: CanvasNode, seen: Seen): boolean {
  return (
    position.x < seen.right &&
    position.x + (measured?.width ?? 0) > seen.left &&
    position.y < seen.bottom &&
    position.y + (measured?.height ?? 0) > seen.top
  );
}

function paintLinks(
  context: CanvasRenderingContext2D,
  edges: readonly CanvasEdge[],
  cards: ReadonlyMap<string, CanvasNode>,
  seen: Seen,
): void {
  context.beginPath();
  for (const edge of edges) {
    const source = cards.get(edge.source);
    const target = cards.get(edge.target);
    if (!source || !target) continue;
    const handle = source.handles?.find(({ id, type }) => type === 'source' && id === edge.sourceHandle);
    const from = {
      x: source.position.x + (source.measured?.width ?? 0),
      y: source.position.y + (handle ? handle.y + (handle.height ?? 0) / 2 : ENTRY_Y),
    };
    const to = { x: target.position.x, y: target.position.y + ENTRY_Y };
    if (Math.max(from.x, to.x) < seen.left || Math.min(from.x, to.x) > seen.right) continue;
    if (Math.max(from.y, to.y) < seen.top || Math.min(from.y, to.y) > seen.bottom) continue;
    context.moveTo(from.x, from.y);
    context.bezierCurveTo(from.x + 60, from.y, to.x - 60, to.y, to.x, to.y);
  }
  context.stroke();
}

function paintCard(context: CanvasRenderingContext2D, node: CanvasNode, picture: Picture): void {
  const { document, kinds, live, transform, colour } = picture;
  const { x, y } = node.position;
  const { width = 0, height = 0 } = node.measured ?? {};
  const family = kinds.get(document.nodes[node.id as NodeId]?.kind ?? '')?.family ?? 'aid';
  const isLive = live !== undefined && (node.id === live || node.data.folded?.steps.includes(live) === true);
  const isMarked = node.selected === true || isLive;
  context.lineWidth = (isMarked ? SELECTED : 1) / transform[2];
  context.strokeStyle = colour(isMarked ? 'accent' : node.type === 'step' ? 'line' : 'edge');
  context.beginPath();
  context.roundRect(x, y, width, height, 12);
  if (node.type !== 'frame') {
    context.fillStyle = colour(node.type === 'step' && family === 'aid' ? 'paper' : 'card');
    context.fill();
  }
  context.stroke();
  if (node.type === 'frame' || (node.type === 'step' && family === 'aid')) return;
  context.fillStyle = colour(`family-${family}`);
  context.beginPath();
  context.roundRect(x + 16, y + 20, TILE, TILE, 14);
  context.fill();
}
