/**
 * A large drawing from far away, on one canvas element: a thousand cards in the page would make panning crawl
 * (2,000 steps: 70 ms of script a step as cards, 8.5 as one picture). To look at only; a press on the canvas brings that place near.
 */
import { type ReactFlowState, useStore as useFlowStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { FlowDocument, FlowEdge, FlowNode } from '../../flow/document.ts';
import type { Family, Registry } from '../../flow/kind.ts';
import { useTheme } from '../../ui/theme.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { type CardGeometry, cardGeometry, ENTRY_Y, exitY } from './card-geometry.ts';

type Transform = ReactFlowState['transform'];

const transformOf = (state: ReactFlowState) => state.transform;
const widthOf = (state: ReactFlowState) => state.width;
const heightOf = (state: ReactFlowState) => state.height;

export function Overview() {
  const { store } = useEditor();
  const document = useDocumentState((state) => state.document);
  const transform = useFlowStore(transformOf);
  const width = useFlowStore(widthOf);
  const height = useFlowStore(heightOf);
  const theme = useTheme();
  const element = useRef<HTMLCanvasElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that are read from the page
  useEffect(() => {
    const canvas = element.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    canvas.width = width * devicePixelRatio;
    canvas.height = height * devicePixelRatio;
    paint(context, { document, kinds: store.kinds, transform, width, height, colour: coloursOf(canvas) });
  }, [document, store, transform, width, height, theme]);
  return (
    <canvas
      ref={element}
      aria-hidden
      className="pointer-events-none absolute inset-0 z-[4]"
      style={{ width, height }}
    />
  );
}

type Colour = (name: string) => string;

function coloursOf(element: Element): Colour {
  const style = getComputedStyle(element);
  const known = new Map<string, string>();
  return (name) => {
    const colour = known.get(name) ?? style.getPropertyValue(`--color-${name}`);
    known.set(name, colour);
    return colour;
  };
}

interface Picture {
  readonly document: FlowDocument;
  readonly kinds: Registry;
  readonly transform: Transform;
  readonly width: number;
  readonly height: number;
  readonly colour: Colour;
}

function paint(context: CanvasRenderingContext2D, picture: Picture): void {
  const { transform, width, height } = picture;
  const [x, y, zoom] = transform;
  const ratio = devicePixelRatio;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
  const seen = { left: -x / zoom, top: -y / zoom, right: (width - x) / zoom, bottom: (height - y) / zoom };
  const cards = new Map<string, { node: FlowNode; shape: CardGeometry }>();
  for (const node of Object.values(picture.document.nodes) as FlowNode[]) {
    cards.set(node.id, { node, shape: cardGeometry(node, true) });
  }
  context.strokeStyle = picture.colour('edge');
  context.lineWidth = 1 / zoom;
  context.beginPath();
  for (const edge of Object.values(picture.document.edges) as FlowEdge[])
    paintLink(context, edge, cards, seen);
  context.stroke();
  for (const { node, shape } of cards.values()) {
    const { position } = node;
    const isSeen =
      position.x < seen.right &&
      position.x + shape.width > seen.left &&
      position.y < seen.bottom &&
      position.y + shape.height > seen.top;
    if (isSeen) paintCard(context, node, shape, picture);
  }
}

interface Seen {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function paintLink(
  context: CanvasRenderingContext2D,
  edge: FlowEdge,
  cards: ReadonlyMap<string, { readonly node: FlowNode; readonly shape: CardGeometry }>,
  seen: Seen,
): void {
  const source = cards.get(edge.from);
  const target = cards.get(edge.to);
  if (!source || !target) return;
  const exits = source.shape.handles.filter(({ type }) => type === 'source');
  const index = Math.max(
    0,
    exits.findIndex(({ id }) => id === edge.exit),
  );
  const from = { x: source.node.position.x + source.shape.width, y: source.node.position.y + exitY(index) };
  const to = { x: target.node.position.x, y: target.node.position.y + ENTRY_Y };
  if (Math.max(from.x, to.x) < seen.left || Math.min(from.x, to.x) > seen.right) return;
  if (Math.max(from.y, to.y) < seen.top || Math.min(from.y, to.y) > seen.bottom) return;
  context.moveTo(from.x, from.y);
  context.bezierCurveTo(from.x + 60, from.y, to.x - 60, to.y, to.x, to.y);
}

const TILE = 56;

function paintCard(
  context: CanvasRenderingContext2D,
  node: FlowNode,
  shape: CardGeometry,
  { kinds, colour }: Picture,
): void {
  const { x, y } = node.position;
  const family: Family = kinds.get(node.kind)?.family ?? 'aid';
  context.fillStyle = colour(family === 'aid' ? 'paper' : 'card');
  context.strokeStyle = colour('line');
  context.beginPath();
  context.roundRect(x, y, shape.width, shape.height, 12);
  context.fill();
  context.stroke();
  if (family === 'aid') return;
  context.fillStyle = colour(`family-${family}`);
  context.beginPath();
  context.roundRect(x + 16, y + 20, TILE, TILE, 14);
  context.fill();
}
