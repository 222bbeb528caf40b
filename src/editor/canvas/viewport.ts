/** Moves what is seen of the drawing. Knows no component; without a canvas it does nothing. */
import { getViewportForBounds, type Rect, type Viewport } from '@xyflow/react';
import type { FlowNode, NodeId } from '../../flow/document.ts';
import { isEntry } from '../commands/drawing.ts';
import type { Editor } from '../editor-context.ts';
import { onlyNode } from '../store/selection.ts';
import type { CanvasNode } from './to-react-flow.ts';

const READABLE = 0.62;
const ORIGIN: Viewport = { x: 0, y: 0, zoom: 1 };

/** None for people who do not want things to move. */
export function motion(milliseconds: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds;
}

const LARGEST = 1;
const SMALLEST = 0.1;
const PADDING = 0.12;

function frameOf({ flowId }: Editor): DOMRect | undefined {
  return document.querySelector(`[data-canvas="${flowId}"]`)?.getBoundingClientRect();
}

/** The viewport that shows everything; from the view, because from far away React Flow is given no cards. */
function everything(editor: Editor): Viewport | undefined {
  const frame = frameOf(editor);
  const cards = editor.view.state.getState().nodes.map(boxOf);
  if (cards.length === 0 || !frame) return undefined;
  return getViewportForBounds(boundsOf(cards), frame.width, frame.height, SMALLEST, LARGEST, PADDING);
}

function boxOf({ position, measured }: CanvasNode): Rect {
  return { ...position, width: measured?.width ?? 0, height: measured?.height ?? 0 };
}

/** The cards in view, without those named and without frames: what others are placed beside. */
export function seenBoxes(editor: Editor, except: ReadonlySet<string>): Rect[] {
  const frame = frameOf(editor);
  const viewport = editor.canvas.current?.getViewport();
  if (!frame || !viewport) return [];
  const { zoom } = viewport;
  const [left, top] = [-viewport.x / zoom, -viewport.y / zoom];
  const [right, bottom] = [left + frame.width / zoom, top + frame.height / zoom];
  return editor.view.state.getState().nodes.flatMap((node) => {
    if (node.type === 'frame' || except.has(node.id)) return [];
    const box = boxOf(node);
    const isSeen = box.x < right && box.x + box.width > left && box.y < bottom && box.y + box.height > top;
    return isSeen ? [box] : [];
  });
}

function boundsOf(cards: readonly Rect[]): Rect {
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

/** What is selected, as large as it can be read; everything when nothing is. */
export function fitSelection(editor: Editor): void {
  const { selection, document } = editor.store.state.getState();
  const ends = [...selection.edges].flatMap((id) => {
    const edge = document.edges[id];
    return edge ? [edge.from, edge.to] : [];
  });
  const cards = [...selection.nodes, ...ends].flatMap((id) => editor.view.boxOf(id) ?? []);
  const room = freeRoom(editor);
  if (cards.length === 0 || !room) {
    fitAll(editor);
    return;
  }
  const { x, y, zoom } = getViewportForBounds(
    boundsOf(cards),
    room.width,
    room.height,
    SMALLEST,
    LARGEST,
    PADDING,
  );
  void editor.canvas.current?.setViewport({ x, y, zoom }, { duration: motion(240) });
}

/** At first: all of it, when it can be read that way; otherwise the beginning. */
export function startOf(editor: Editor): Viewport {
  const { document, selection } = editor.store.state.getState();
  const viewport = everything(editor);
  const frame = frameOf(editor);
  if (!viewport || !frame) return ORIGIN;
  const wanted = onlyNode(selection);
  const box = wanted && editor.view.boxOf(wanted);
  const room = freeRoom(editor) ?? frame;
  if (box)
    return {
      zoom: 1,
      x: room.width / 2 - (box.x + box.width / 2),
      y: room.height / 2 - (box.y + box.height / 2),
    };
  const nodes = Object.values(document.nodes) as FlowNode[];
  const start = nodes.find((node) => isEntry(document, editor.store.kinds, node.id)) ?? nodes[0];
  if (viewport.zoom >= READABLE || !start) return viewport;
  const zoom = 0.8;
  return { zoom, x: 56 - start.position.x * zoom, y: frame.height / 2 - (start.position.y + 70) * zoom };
}

/** Brings a step into view, without zooming out of what is being read; done when the movement is. */
export async function centreOn(editor: Editor, node: NodeId, least = READABLE): Promise<void> {
  const box = editor.view.boxOf(node);
  const instance = editor.canvas.current;
  const room = freeRoom(editor);
  if (!box || !instance || !room) return;
  const zoom = Math.max(instance.getZoom(), least);
  // A tall card is shown from its top: its title matters more than its last way out.
  const height = Math.min(box.height * zoom, room.height - 2 * 12);
  await instance.setViewport(
    {
      zoom,
      x: room.width / 2 - (box.x + box.width / 2) * zoom,
      y: (room.height - height) / 2 - box.y * zoom,
    },
    { duration: motion(240) },
  );
}

/** What the form leaves free of the canvas while a step is selected; from the top left corner. */
function freeRoom(editor: Editor): { readonly width: number; readonly height: number } | undefined {
  const frame = frameOf(editor);
  if (!frame) return undefined;
  if (onlyNode(editor.store.state.getState().selection) === undefined) return frame;
  return window.innerWidth < NARROW
    ? { width: frame.width, height: frame.height * (1 - SHEET) }
    : { width: Math.max(frame.width / 2, frame.width - INSPECTOR), height: frame.height };
}

/** What floats over the right of the canvas while one step is selected. */
const INSPECTOR = 360 + 2 * 12;
/** Below this width the form stands at the bottom instead, over this part of the canvas. */
const NARROW = 640;
const SHEET = 0.6;

/** Moves the drawing aside, just as far as needed, when the form would cover the step. */
export function keepClearOfInspector(editor: Editor, node: NodeId): void {
  const box = editor.view.boxOf(node);
  const instance = editor.canvas.current;
  const frame = frameOf(editor);
  if (!box || !instance || !frame || window.innerWidth < NARROW) return;
  const right = instance.flowToScreenPosition({ x: box.x + box.width, y: box.y }).x;
  const covered = right + 24 - (frame.right - INSPECTOR);
  if (covered <= 0) return;
  const { x, y, zoom } = instance.getViewport();
  void instance.setViewport({ x: x - covered, y, zoom }, { duration: motion(180) });
}

/** Brings steps into view, but only when they cannot be seen whole; the first of them, when there is no room for all. */
export function keepInView(editor: Editor, nodes: readonly NodeId[]): void {
  const cards = nodes.flatMap((id) => editor.view.boxOf(id) ?? []);
  const [first] = nodes;
  const instance = editor.canvas.current;
  const frame = frameOf(editor);
  if (!first || cards.length === 0 || !instance || !frame) return;
  const bounds = boundsOf(cards);
  const a = instance.flowToScreenPosition(bounds);
  const b = instance.flowToScreenPosition({ x: bounds.x + bounds.width, y: bounds.y + bounds.height });
  if (a.x >= frame.left && a.y >= frame.top && b.x <= frame.right && b.y <= frame.bottom) return;
  const zoom = Math.max(instance.getZoom(), READABLE);
  if (bounds.width * zoom > frame.width || bounds.height * zoom > frame.height) {
    void centreOn(editor, first);
    return;
  }
  void instance.setCenter(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2, {
    zoom,
    duration: motion(240),
  });
}
