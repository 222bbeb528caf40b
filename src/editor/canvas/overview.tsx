/**
 * A large drawing from far away, on one canvas element: a thousand cards in the page would make panning crawl
 * (2,000 steps: 70 ms of script a step as cards, 8.5 as one picture). To look at only; a press on the canvas brings that place near.
 */
import { type ReactFlowState, useStore as useFlowStore } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
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
  const picture = useMemo(() => pictureOf(document, store.kinds), [document, store]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that are read from the page
  useEffect(() => {
    const canvas = element.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    // Setting a size throws the whole surface away, even the same size.
    const ratio = devicePixelRatio;
    if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
    if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
    paint(context, picture, transform, coloursOf(canvas));
  }, [picture, transform, width, height, theme]);
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

/** The drawing as few shapes, made once for each document: a step of panning only moves them. */
interface Picture {
  readonly links: Path2D;
  /** By the name of their colour, in the order in which they are filled. */
  readonly cards: ReadonlyMap<string, Path2D>;
  readonly tiles: ReadonlyMap<string, Path2D>;
}

const TILE = 56;

function pictureOf(document: FlowDocument, kinds: Registry): Picture {
  const shapes = new Map<string, { node: FlowNode; shape: CardGeometry }>();
  const [cards, tiles] = [new Map<string, Path2D>(), new Map<string, Path2D>()];
  const pathFor = (paths: Map<string, Path2D>, colour: string) => {
    const path = paths.get(colour) ?? new Path2D();
    paths.set(colour, path);
    return path;
  };
  for (const node of Object.values<FlowNode>(document.nodes)) {
    const shape = cardGeometry(node, true);
    shapes.set(node.id, { node, shape });
    const { x, y } = node.position;
    const family: Family = kinds.get(node.kind)?.family ?? 'aid';
    const isAid = family === 'aid';
    pathFor(cards, isAid ? 'paper' : 'card').roundRect(x, y, shape.width, shape.height, 12);
    if (!isAid) pathFor(tiles, `family-${family}`).roundRect(x + 16, y + 20, TILE, TILE, 14);
  }
  const links = new Path2D();
  for (const edge of Object.values<FlowEdge>(document.edges)) {
    const [source, target] = [shapes.get(edge.from), shapes.get(edge.to)];
    if (!source || !target) continue;
    const exits = source.shape.handles.filter(({ type }) => type === 'source');
    const index = exits.findIndex(({ id }) => id === edge.exit);
    const from = {
      x: source.node.position.x + source.shape.width,
      y: source.node.position.y + exitY(Math.max(0, index)),
    };
    const to = { x: target.node.position.x, y: target.node.position.y + ENTRY_Y };
    links.moveTo(from.x, from.y);
    links.bezierCurveTo(from.x + 60, from.y, to.x - 60, to.y, to.x, to.y);
  }
  return { links, cards, tiles };
}

function paint(
  context: CanvasRenderingContext2D,
  { links, cards, tiles }: Picture,
  [x, y, zoom]: Transform,
  colour: Colour,
): void {
  const ratio = devicePixelRatio;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
  context.lineWidth = 1 / zoom;
  context.strokeStyle = colour('edge');
  context.stroke(links);
  context.strokeStyle = colour('line');
  for (const [name, path] of cards) {
    context.fillStyle = colour(name);
    context.fill(path);
    context.stroke(path);
  }
  for (const [name, path] of tiles) {
    context.fillStyle = colour(name);
    context.fill(path);
  }
}
