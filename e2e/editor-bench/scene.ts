/** What every form of the scene can do for the one who measures. */
import type { FlowDocument, FlowNode, NodeId } from '../../src/flow/document.ts';

export interface Scene {
  /** Everything that will be drawn at first is drawn. */
  ready(): boolean;
  /** The step that is dragged and typed in: in the middle, with links. */
  readonly target: NodeId;
  /** Puts a place of the drawing into the middle of the window. */
  look(x: number, y: number, zoom: number): void;
  /** Where the drawing lies in the window. */
  place(): { readonly x: number; readonly y: number };
  /** Whether a card is there that is no element. */
  readonly isPainted?: (x: number, y: number) => boolean;
  /** Opens what is typed into, and gives it the focus. */
  edit(): Promise<void>;
  /** Only of the product: figures that need its store. */
  readonly figures?: () => Promise<Readonly<Record<string, number>>>;
  /** Only of the product: so many edits of steps. */
  readonly work?: (edits: number) => void;
  /** Only of the product: opens the rehearsal of the target. */
  readonly rehearse?: () => void;
  /** Only of the product: what could be undone is given up. */
  readonly forget?: () => void;
}

declare global {
  interface Window {
    scene?: Scene;
  }
}

/** A step in the middle of the drawing that links arrive at and leave. */
export function middleOf(document: FlowDocument): FlowNode {
  const nodes = Object.values<FlowNode>(document.nodes);
  const asking = nodes.filter(({ kind }) => kind === 'say');
  return asking[Math.floor(asking.length / 2)] ?? nodes[0]!;
}

/** Left of it the window is free for panning. */
export const TARGET_AT = { x: 520, y: 420 };

export function lookAt(node: FlowNode, zoom: number) {
  return { x: TARGET_AT.x - node.position.x * zoom, y: TARGET_AT.y - node.position.y * zoom, zoom };
}
