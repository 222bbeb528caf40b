/**
 * Pointers on the overview, where no card is an element: a press selects, a second one comes near, a drag moves what is selected, a
 * frame selects what lies inside. What begins beside the cards is left to React Flow: it pans. Knows no component.
 */
import type { NodeId, Point } from '../../flow/document.ts';
import type { Editor } from '../editor-context.ts';
import { onlyNode, selectNodes } from '../store/selection.ts';
import { boxBetween, cardAt, cardsInside } from './card-at.ts';
import { NEAR_ENOUGH } from './level-of-detail.ts';
import { motion } from './viewport.ts';

/** Less is a press. */
const STILL = 4;
const GRID = 10;

interface Grip {
  readonly pointer: number;
  readonly from: Point;
  /** The card that was pressed; none: a frame is drawn. */
  readonly card: NodeId | undefined;
  readonly isMore: boolean;
  starts: ReadonlyMap<string, Point> | undefined;
  hasMoved: boolean;
}

/** Listens until the answer is called. `showFrame` draws the frame, in pixels of the window. */
export function listenOnOverview(
  canvas: HTMLElement,
  editor: Editor,
  showFrame: (corners: readonly [Point, Point] | null) => void,
): () => void {
  const { store, view, panels, isReadOnly } = editor;
  let grip: Grip | null = null;
  let isClickOurs = false;
  /** To come near to when the click is over: the overview is gone then, and with it who keeps the click from React Flow. */
  let near: NodeId | undefined;
  const nodes = () => view.state.getState().nodes;
  const toFlow = (point: Point) => editor.canvas.current?.screenToFlowPosition(point, { snapToGrid: false });
  const chosen = () => store.state.getState().selection.nodes;

  function onDown(event: PointerEvent) {
    isClickOurs = false;
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    if (!event.isPrimary) return letGo();
    if (!event.target.closest('.react-flow__pane')) return;
    const from = { x: event.clientX, y: event.clientY };
    const at = toFlow(from);
    if (!at) return;
    const card = cardAt(nodes(), at)?.id as NodeId | undefined;
    const drawsFrame =
      event.shiftKey || (panels.getState().tool === 'select' && event.pointerType !== 'touch');
    if (!card && !drawsFrame) return;
    event.stopPropagation();
    panels.setState({ palette: null });
    const isMore = event.shiftKey || event.ctrlKey || event.metaKey;
    grip = { pointer: event.pointerId, from, card, isMore, starts: undefined, hasMoved: false };
  }

  function onMove(event: PointerEvent) {
    if (!grip || event.pointerId !== grip.pointer) return;
    const to = { x: event.clientX, y: event.clientY };
    if (!grip.hasMoved && Math.hypot(to.x - grip.from.x, to.y - grip.from.y) < STILL) return;
    if (!grip.hasMoved) begin(grip);
    if (grip.card) move(grip, to, true);
    else showFrame([grip.from, to]);
  }

  function begin(now: Grip) {
    now.hasMoved = true;
    if (!now.card) return;
    if (!chosen().has(now.card)) store.select(selectNodes(...(now.isMore ? chosen() : []), now.card));
    const ids = chosen() as ReadonlySet<string>;
    now.starts = new Map(nodes().flatMap(({ id, position }) => (ids.has(id) ? [[id, position]] : [])));
  }

  function move({ starts, from }: Grip, to: Point, dragging: boolean) {
    const zoom = editor.canvas.current?.getZoom() ?? 1;
    if (!starts || isReadOnly) return;
    const by = { x: snapped((to.x - from.x) / zoom), y: snapped((to.y - from.y) / zoom) };
    view.onNodesChange(
      [...starts].map(([id, { x, y }]) => ({
        type: 'position',
        id,
        position: { x: x + by.x, y: y + by.y },
        dragging,
      })),
    );
  }

  function onUp(event: PointerEvent) {
    if (!grip || event.pointerId !== grip.pointer) return;
    const now = grip;
    const to = { x: event.clientX, y: event.clientY };
    letGo();
    isClickOurs = true;
    if (now.hasMoved) {
      if (now.card) move(now, to, false);
      else selectInside(now, to);
    } else if (now.card) press(now.card, now.isMore);
    else store.select(selectNodes());
  }

  function selectInside({ from, isMore }: Grip, to: Point) {
    const [a, b] = [toFlow(from), toFlow(to)];
    if (!a || !b) return;
    const inside = cardsInside(nodes(), boxBetween(a, b)).map(({ id }) => id as NodeId);
    store.select(selectNodes(...(isMore ? chosen() : []), ...inside));
  }

  function press(card: NodeId, isMore: boolean) {
    if (isMore) {
      const next = new Set(chosen());
      if (!next.delete(card)) next.add(card);
      store.select({ nodes: next, edges: new Set() });
    } else if (onlyNode(store.state.getState().selection) !== card) store.select(selectNodes(card));
    else near = card;
  }

  function comeNear(card: NodeId) {
    const box = view.boxOf(card);
    if (!box) return;
    void editor.canvas.current?.setCenter(box.x + box.width / 2, box.y + box.height / 2, {
      zoom: NEAR_ENOUGH,
      duration: motion(240),
    });
  }

  function letGo() {
    grip = null;
    showFrame(null);
  }

  /** What React Flow would make of the same press: panning, or selecting nothing. */
  function keepFrom(event: Event) {
    if (grip) event.stopPropagation();
  }
  function onClick(event: MouseEvent) {
    if (isClickOurs) event.stopPropagation();
    isClickOurs = false;
    if (near) comeNear(near);
    near = undefined;
  }

  canvas.addEventListener('pointerdown', onDown, true);
  canvas.addEventListener('mousedown', keepFrom, true);
  canvas.addEventListener('touchstart', keepFrom, true);
  canvas.addEventListener('click', onClick, true);
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', letGo);
  return () => {
    letGo();
    canvas.removeEventListener('pointerdown', onDown, true);
    canvas.removeEventListener('mousedown', keepFrom, true);
    canvas.removeEventListener('touchstart', keepFrom, true);
    canvas.removeEventListener('click', onClick, true);
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', letGo);
  };
}

function snapped(length: number): number {
  return Math.round(length / GRID) * GRID;
}
