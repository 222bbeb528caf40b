/** Opens the palette for the step that comes next, wherever the wish came from. Knows no component. */
import type { EdgeId, FlowEdge, Point } from '../../flow/document.ts';
import { CARD_WIDTH } from '../../kinds/card-size.ts';
import { type ExitPlace, freeExit } from '../commands/drawing.ts';
import type { Editor } from '../editor-context.ts';
import { onlyNode } from '../store/selection.ts';
import { ENTRY_Y } from './card-geometry.ts';
import { placeOnLink } from './make-room.ts';
import { freePlace, NEW_CARD, placeAfter } from './placing.ts';

/** From an exit: the new step stands beside it, linked; put between, when the exit leads somewhere already. */
export function offerStep(editor: Editor, from: ExitPlace): void {
  if (editor.isReadOnly) return;
  const { document } = editor.store.state.getState();
  const edge = Object.values<FlowEdge>(document.edges).find(
    (one) => one.from === from.node && one.exit === from.exit && document.nodes[one.to],
  );
  if (edge) {
    offerStepOn(editor, edge.id);
    return;
  }
  const at = placeAfter(document, from);
  const anchor = screenOf(editor, at);
  editor.panels.setState({ palette: { at, from, ...(anchor ? { anchor } : {}) } });
}

/** On a link; `middle` is where its line is seen to have its middle. */
export function offerStepOn(editor: Editor, edge: EdgeId, middle?: Point): void {
  const { document } = editor.store.state.getState();
  const link = document.edges[edge];
  if (editor.isReadOnly || !link) return;
  const { height } = NEW_CARD;
  const place = placeOnLink(document, link, height, middle);
  const at = middle ?? { x: place.x + CARD_WIDTH / 2, y: place.y + ENTRY_Y };
  const anchor = screenOf(editor, at);
  const from = { node: link.from, exit: link.exit };
  editor.panels.setState({ palette: { at, from, edge, ...(anchor ? { anchor } : {}) } });
}

/** Where a dragged link was let go: its arriving end is where the pointer is. */
export function offerStepAt(editor: Editor, from: ExitPlace, pointer: Point): void {
  const flow = editor.canvas.current?.screenToFlowPosition(pointer);
  const anchor = flow && screenOf(editor, flow);
  if (editor.isReadOnly || !flow || !anchor) return;
  editor.panels.setState({ palette: { at: { x: flow.x, y: flow.y - ENTRY_Y }, from, anchor } });
}

/** At a point of the window. */
export function offerStepHere(editor: Editor, pointer: Point): void {
  const flow = editor.canvas.current?.screenToFlowPosition(pointer);
  const anchor = flow && screenOf(editor, flow);
  if (editor.isReadOnly || !flow || !anchor) return;
  const { document } = editor.store.state.getState();
  editor.panels.setState({
    palette: { at: freePlace(document, { x: flow.x, y: flow.y - ENTRY_Y }), anchor },
  });
}

/** From the bar or a key: on the selected link, or where `placeForStep` says. */
export function offerAnyStep(editor: Editor): void {
  if (editor.isReadOnly) return;
  const { selection } = editor.store.state.getState();
  const [link] = selection.edges;
  if (link && selection.edges.size === 1 && selection.nodes.size === 0) {
    offerStepOn(editor, link);
    return;
  }
  const { at, from } = placeForStep(editor);
  if (from) offerStep(editor, from);
  else editor.panels.setState({ palette: { at } });
}

/** After the selected step when it has a free exit, linked to it; otherwise in the middle of what is seen. */
export function placeForStep(editor: Editor): { readonly at: Point; readonly from?: ExitPlace } {
  const { document, selection } = editor.store.state.getState();
  const selected = onlyNode(selection);
  const exit = selected && freeExit(document, editor.store.kinds, selected);
  if (selected && exit !== undefined) {
    const from = { node: selected, exit };
    return { at: placeAfter(document, from), from };
  }
  const frame = frameOf(editor);
  const middle =
    frame &&
    editor.canvas.current?.screenToFlowPosition({
      x: frame.x + frame.width / 2,
      y: frame.y + frame.height / 3,
    });
  return {
    at: freePlace(document, middle ? { x: middle.x - CARD_WIDTH / 2, y: middle.y } : { x: 0, y: 0 }),
  };
}

function frameOf(editor: Editor): DOMRect | undefined {
  return document.querySelector(`[data-canvas="${editor.flowId}"]`)?.getBoundingClientRect();
}

/** Pixels inside the canvas. */
function screenOf(editor: Editor, point: Point): Point | undefined {
  const frame = frameOf(editor);
  const screen = editor.canvas.current?.flowToScreenPosition(point);
  return frame && screen && { x: screen.x - frame.x, y: screen.y - frame.y };
}
