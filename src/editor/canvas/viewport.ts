/** Moves what is seen of the drawing. Knows no component; without a canvas it does nothing. */
import { getViewportForBounds, type Rect, type Viewport } from '@xyflow/react';
import type { FlowNode, NodeId } from '../../flow/document.ts';
import { isEntry } from '../commands/drawing.ts';
import type { Editor } from '../editor-context.ts';
import { cardGeometry } from './card-geometry.ts';

const READABLE = 0.62;

function motion(milliseconds: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds;
}

const LARGEST = 1;
const SMALLEST = 0.1;
const PADDING = 0.12;

function frameOf({ flowId }: Editor): DOMRect | undefined {
  return document.querySelector(`[data-canvas="${flowId}"]`)?.getBoundingClientRect();
}

/** The viewport that shows everything; from the document, because from far away React Flow is given no cards. */
function everything(editor: Editor): Viewport | undefined {
  const nodes = Object.values(editor.store.state.getState().document.nodes) as FlowNode[];
  const frame = frameOf(editor);
  if (nodes.length === 0 || !frame) return undefined;
  return getViewportForBounds(boundsOf(nodes), frame.width, frame.height, SMALLEST, LARGEST, PADDING);
}

function boundsOf(nodes: readonly FlowNode[]): Rect {
  const cards = nodes.map((node) => ({ ...node.position, ...cardGeometry(node, true) }));
  const x = Math.min(...cards.map((card) => card.x));
  const y = Math.min(...cards.map((card) => card.y));
  const width = Math.max(...cards.map((card) => card.x + card.width)) - x;
  const height = Math.max(...cards.map((card) => card.y + card.height)) - y;
  return { x, y, width, height };
}

export function fitAll(editor: Editor): void {
  const viewport = everything(editor);
  if (viewport) void editor.canvas.current?.setViewport(viewport, { duration: motion(240) });
}

/** At first: all of it, when it can be read that way; otherwise the beginning. */
export function showStart(editor: Editor): void {
  const { document } = editor.store.state.getState();
  const viewport = everything(editor);
  const frame = frameOf(editor);
  if (!viewport || !frame) return;
  const nodes = Object.values(document.nodes) as FlowNode[];
  const start = nodes.find((node) => isEntry(document, editor.store.kinds, node.id)) ?? nodes[0];
  const zoom = 0.8;
  void editor.canvas.current?.setViewport(
    viewport.zoom >= READABLE || !start
      ? viewport
      : { zoom, x: 56 - start.position.x * zoom, y: frame.height / 2 - (start.position.y + 70) * zoom },
  );
}

/** Brings a step into view, without zooming out of what is being read; done when the movement is. */
export async function centreOn(editor: Editor, node: NodeId): Promise<void> {
  const step = editor.store.state.getState().document.nodes[node];
  const instance = editor.canvas.current;
  if (!step || !instance) return;
  const { width, height } = cardGeometry(step, true);
  await instance.setCenter(step.position.x + width / 2, step.position.y + height / 2, {
    zoom: Math.max(instance.getZoom(), READABLE),
    duration: motion(240),
  });
}

/** What floats over the right of the canvas while one step is selected. */
const INSPECTOR = 360 + 2 * 12;
/** Below this width the form stands at the bottom instead. */
const NARROW = 640;

/** Moves the drawing aside, just as far as needed, when the form would cover the step. */
export function keepClearOfInspector(editor: Editor, node: NodeId): void {
  const step = editor.store.state.getState().document.nodes[node];
  const instance = editor.canvas.current;
  const frame = frameOf(editor);
  if (!step || !instance || !frame || window.innerWidth < NARROW) return;
  const right = instance.flowToScreenPosition({
    x: step.position.x + cardGeometry(step, true).width,
    y: step.position.y,
  }).x;
  const covered = right + 24 - (frame.right - INSPECTOR);
  if (covered <= 0) return;
  const { x, y, zoom } = instance.getViewport();
  void instance.setViewport({ x: x - covered, y, zoom }, { duration: motion(180) });
}

/** Brings steps into view, but only when they cannot be seen whole; the first of them, when there is no room for all. */
export function keepInView(editor: Editor, nodes: readonly NodeId[]): void {
  const { document } = editor.store.state.getState();
  const cards = nodes.flatMap((id) => document.nodes[id] ?? []);
  const instance = editor.canvas.current;
  const frame = frameOf(editor);
  if (!cards[0] || !instance || !frame) return;
  const bounds = boundsOf(cards);
  const a = instance.flowToScreenPosition(bounds);
  const b = instance.flowToScreenPosition({ x: bounds.x + bounds.width, y: bounds.y + bounds.height });
  if (a.x >= frame.left && a.y >= frame.top && b.x <= frame.right && b.y <= frame.bottom) return;
  const zoom = Math.max(instance.getZoom(), READABLE);
  if (bounds.width * zoom > frame.width || bounds.height * zoom > frame.height) {
    void centreOn(editor, cards[0].id);
    return;
  }
  void instance.setCenter(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2, {
    zoom,
    duration: motion(240),
  });
}
