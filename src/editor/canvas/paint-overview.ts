/**
 * Paints the drawing small: cards with the tile of their family, sections open and folded, notes, links, what is selected. The shapes
 * are made once for a drawing, so that a step of panning only moves them. Knows no store.
 */
import type { FlowDocument, NodeId } from '../../flow/document.ts';
import type { DrawnKinds } from '../../flow/kind.ts';
import { ENTRY_Y } from './card-geometry.ts';
import type { CanvasEdge, CanvasNode, Drawn } from './to-react-flow.ts';

export interface Picture {
  /** For the kinds of the steps. */
  readonly document: FlowDocument;
  readonly kinds: DrawnKinds;
  readonly drawn: Drawn;
  readonly live: NodeId | undefined;
}

/** What is filled and drawn round in one go; colours by the names of their tokens. */
export interface Layer {
  readonly path: Path2D;
  readonly fill?: string;
  readonly stroke?: string;
  readonly isMarked?: boolean;
}

const TILE = 56;
/** Of a selected card, in pixels of the screen. */
const SELECTED = 2.5;

/** From back to front. */
export function layersOf({ document, kinds, drawn, live }: Picture): readonly Layer[] {
  const layers = new Map<string, Layer>();
  const layer = (depth: string, look: Omit<Layer, 'path'>) => {
    const key = [depth, look.fill, look.stroke, look.isMarked].join(' ');
    const known = layers.get(key) ?? { ...look, path: new Path2D() };
    layers.set(key, known);
    return known.path;
  };
  const cards = new Map(drawn.nodes.map((node) => [node.id, node]));
  for (const edge of drawn.edges)
    addLink(
      edge.selected ? layer('2', { stroke: 'accent', isMarked: true }) : layer('1', { stroke: 'edge' }),
      edge,
      cards,
    );
  for (const node of drawn.nodes) {
    const { x, y } = node.position;
    const { width = 0, height = 0 } = node.measured ?? {};
    const family = kinds.get(document.nodes[node.id as NodeId]?.kind ?? '')?.family ?? 'aid';
    const isLive =
      live !== undefined && (node.id === live || node.data.folded?.steps.includes(live) === true);
    const isMarked = node.selected === true || isLive;
    const isStep = node.type === 'step';
    const stroke = isMarked ? 'accent' : isStep ? 'line' : 'edge';
    const card =
      node.type === 'frame'
        ? layer('0', { stroke, isMarked })
        : layer(isMarked ? '4' : '3', {
            fill: isStep && family === 'aid' ? 'paper' : 'card',
            stroke,
            isMarked,
          });
    card.roundRect(x, y, width, height, 12);
    if (node.type !== 'frame' && !(isStep && family === 'aid'))
      layer('5', { fill: `family-${family}` }).roundRect(x + 16, y + 20, TILE, TILE, 14);
  }
  return [...layers].sort(([one], [other]) => one.localeCompare(other)).map(([, found]) => found);
}

function addLink(path: Path2D, edge: CanvasEdge, cards: ReadonlyMap<string, CanvasNode>): void {
  const source = cards.get(edge.source);
  const target = cards.get(edge.target);
  if (!source || !target) return;
  const handle = source.handles?.find(({ id, type }) => type === 'source' && id === edge.sourceHandle);
  const from = {
    x: source.position.x + (source.measured?.width ?? 0),
    y: source.position.y + (handle ? handle.y + (handle.height ?? 0) / 2 : ENTRY_Y),
  };
  const to = { x: target.position.x, y: target.position.y + ENTRY_Y };
  path.moveTo(from.x, from.y);
  path.bezierCurveTo(from.x + 60, from.y, to.x - 60, to.y, to.x, to.y);
}

/** `transform`: left, top and zoom. `colour` gives the value of a token. */
export function paintOverview(
  context: CanvasRenderingContext2D,
  layers: readonly Layer[],
  [x, y, zoom]: readonly [number, number, number],
  colour: (name: string) => string,
): void {
  const ratio = devicePixelRatio;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
  for (const { path, fill, stroke, isMarked } of layers) {
    if (fill !== undefined) {
      context.fillStyle = colour(fill);
      context.fill(path);
    }
    if (stroke === undefined) continue;
    context.lineWidth = (isMarked ? SELECTED : 1) / zoom;
    context.strokeStyle = colour(stroke);
    context.stroke(path);
  }
}
