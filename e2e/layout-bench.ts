/** Our layout beside ELK's on the same cards and links: crossings of straight links from exit to card, and time. */
import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { FlowDocument, FlowEdge, FlowNode, Point } from '../src/flow/document.ts';
import { layout } from '../src/flow/layout/layout.ts';
import { generatedDrawing, generatedShape } from '../src/flow/layout/testing/generated-drawing.ts';

export interface LayoutFigures {
  readonly steps: number;
  readonly crossings: { readonly own: number; readonly elk: number };
  readonly milliseconds: { readonly own: number; readonly elk: number };
}

export async function compareLayouts(steps: number, seed: number): Promise<LayoutFigures> {
  const document = generatedDrawing(steps, seed);
  const own = await timed(3, async () => layout(document, generatedShape));
  const elk = await timed(1, () => layoutByElk(document));
  return {
    steps,
    crossings: { own: crossingsOf(document, own.value), elk: crossingsOf(document, elk.value) },
    milliseconds: { own: own.milliseconds, elk: elk.milliseconds },
  };
}

/** The best of some runs. */
async function timed<Value>(runs: number, task: () => Promise<Value>) {
  let best = Number.POSITIVE_INFINITY;
  for (;;) {
    const start = performance.now();
    const value = await task();
    best = Math.min(best, performance.now() - start);
    runs -= 1;
    if (runs === 0) return { value, milliseconds: best };
  }
}

type Points = Readonly<Record<string, Point>>;

async function layoutByElk(document: FlowDocument): Promise<Points> {
  const children = Object.values<FlowNode>(document.nodes).map((node): ElkNode => {
    const { width, height, exits, entry, firstExit, exitStep } = generatedShape(node);
    const port = (id: string, side: string, x: number, y: number) => ({
      id: `${node.id} ${id}`,
      x,
      y,
      layoutOptions: { 'elk.port.side': side },
    });
    return {
      id: node.id,
      width,
      height,
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      ports: [
        port('in', 'WEST', 0, entry),
        ...exits.map((exit, index) => port(exit, 'EAST', width, firstExit + index * exitStep)),
      ],
    };
  });
  const result = await new ELK().layout({
    id: 'root',
    layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'RIGHT' },
    children,
    edges: Object.values<FlowEdge>(document.edges).map(({ id, from, exit, to }) => ({
      id,
      sources: [`${from} ${exit}`],
      targets: [`${to} in`],
    })),
  });
  return Object.fromEntries((result.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}

interface Line {
  readonly from: Point;
  readonly to: Point;
  readonly edge: FlowEdge;
}

/** Pairs of links that cross when drawn straight; links that share an end do not. */
function crossingsOf(document: FlowDocument, points: Points): number {
  const lines = Object.values<FlowEdge>(document.edges).map((edge): Line => {
    const from = generatedShape(document.nodes[edge.from]!);
    const to = generatedShape(document.nodes[edge.to]!);
    const [start, end] = [points[edge.from]!, points[edge.to]!];
    return {
      edge,
      from: { x: start.x + from.width, y: start.y + from.firstExit + Number(edge.exit) * from.exitStep },
      to: { x: end.x, y: end.y + to.entry },
    };
  });
  let count = 0;
  lines.forEach((one, index) => {
    for (let at = index + 1; at < lines.length; at += 1) if (cross(one, lines[at]!)) count += 1;
  });
  return count;
}

function cross(one: Line, two: Line): boolean {
  if (one.edge.to === two.edge.to || one.edge.from === two.edge.from) return false;
  return side(one, two.from) !== side(one, two.to) && side(two, one.from) !== side(two, one.to);
}

function side({ from, to }: Line, point: Point): number {
  return Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x));
}
