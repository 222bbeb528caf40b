/** Opens the menu of what lies at a place: a step, a link, the canvas. Knows no component. */
import type { EdgeId, NodeId, Point } from '../../flow/document.ts';
import type { Editor } from '../editor-context.ts';
import type { MenuRequest } from '../store/panels.ts';
import { onlyNode, selectNodes } from '../store/selection.ts';
import { cardAt } from './card-at.ts';
import { linkOf, stepOf } from './elements.ts';

/** False where the browser's own menu is wanted: in a field. What the menu is for is selected, unless it is already. */
export function openMenuAt(editor: Editor, at: Point, target: Element): boolean {
  if (target.closest('input, textarea, [contenteditable]')) return false;
  const { store, view, panels } = editor;
  const flow = editor.canvas.current?.screenToFlowPosition(at, { snapToGrid: false });
  const isDrawn = target.closest('.react-flow')?.querySelector('.react-flow__node') !== null;
  const far =
    flow && !isDrawn ? (cardAt(view.state.getState().nodes, flow)?.id as NodeId | undefined) : undefined;
  const node = stepOf(target) ?? far;
  const edge = linkOf(target);
  panels.setState({ palette: null, menu: { at, on: placeOf(editor, node, edge, target) } });
  const { selection } = store.state.getState();
  if (node && !selection.nodes.has(node)) store.select(selectNodes(node));
  if (edge && !selection.edges.has(edge)) store.select({ nodes: new Set(), edges: new Set([edge]) });
  return true;
}

function placeOf(
  { store }: Editor,
  node: NodeId | undefined,
  edge: EdgeId | undefined,
  target: Element,
): MenuRequest['on'] {
  if (node) return { type: 'step', node };
  if (edge) return { type: 'link', edge };
  // Inside the frame round several selected cards.
  const [first] = target.closest('.react-flow__nodesselection') ? store.state.getState().selection.nodes : [];
  return first ? { type: 'step', node: first } : { type: 'canvas' };
}

/** By a key: beside the selected step, or in the middle of the canvas. */
export function openMenuByKey(editor: Editor): void {
  const canvas = document.querySelector(`[data-canvas="${editor.flowId}"]`);
  if (!canvas) return;
  const { selection } = editor.store.state.getState();
  const focused = stepOf(document.activeElement) ?? onlyNode(selection) ?? [...selection.nodes][0];
  const [edge] = selection.edges;
  const card = focused && canvas.querySelector(`.react-flow__node[data-id="${CSS.escape(focused)}"]`);
  const box = (card || canvas).getBoundingClientRect();
  if (card) openMenuAt(editor, { x: box.x + 24, y: box.y + 24 }, card);
  else {
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 3 };
    const on = edge ? ({ type: 'link', edge } as const) : ({ type: 'canvas' } as const);
    editor.panels.setState({ palette: null, menu: { at, on } });
  }
}
