/** What is done on the canvas becomes commands. Stable for the life of the editor, so that React Flow's own components rest. */
import type { Connection, FinalConnectionState } from '@xyflow/react';
import type { DragEvent, PointerEvent, MouseEvent as ReactMouseEvent } from 'react';
import type { EdgeId, NodeId } from '../../flow/document.ts';
import { later, partOf } from '../../ui/later.ts';
import { connect } from '../commands/connect.ts';
import { disconnect } from '../commands/disconnect.ts';
import { canConnect, type ExitPlace } from '../commands/drawing.ts';
import { isLoose } from '../commands/on-link.ts';
import type { CanvasInstance, Editor } from '../editor-context.ts';
import { ENTRY_Y } from './card-geometry.ts';
import { linkAt, pointerOf, stepAt } from './elements.ts';
import { writeOnCard } from './inline-field.tsx';
import { createLinkHover } from './link-hover.ts';
import { offerStepAt } from './offer-step.ts';
import { carriedItem, carriesItem } from './palette-drag.ts';
import type { CanvasEdge, CanvasNode } from './to-react-flow.ts';
import { keepClearOfInspector, keepInView, seenBoxes } from './viewport.ts';

/** Comes with the palette, from which things are dragged. */
const adding = later(async () => (await import('../palette/add-item.ts')).addItem);

/** Pixels on screen within which a dragged card comes level with others. */
const REACH = 6;
/** A second press within this time is a double click: until then the drawing stays where it is. */
const DOUBLE = 260;

export function handlersFor(editor: Editor, hasRuntime: boolean) {
  const { store, view, panels } = editor;
  const hover = createLinkHover(view.aid);
  let clearing: ReturnType<typeof setTimeout> | undefined;

  /** Where a line on screen begins: of a folded section, in the step behind its row. */
  function placeOf(source: string, handle: string): ExitPlace {
    const row = view.isFolded(source as NodeId)
      ? store.state.getState().document.edges[handle as EdgeId]
      : undefined;
    return row ? { node: row.from, exit: row.exit } : { node: source as NodeId, exit: handle };
  }

  function beginDrag(_event: unknown, _node: CanvasNode | undefined, dragged: readonly CanvasNode[]) {
    const ids = new Set(dragged.map(({ id }) => id));
    const [only] = dragged;
    const { document } = store.state.getState();
    const loose =
      only && dragged.length === 1 && isLoose(document, store.kinds, only.id as NodeId)
        ? (only.id as NodeId)
        : undefined;
    view.aid.begin(seenBoxes(editor, ids), REACH / (editor.canvas.current?.getZoom() ?? 1), loose);
  }

  return {
    onNodesChange: view.onNodesChange,
    onEdgesChange: view.onEdgesChange,
    onInit(instance: CanvasInstance) {
      editor.canvas.current = instance;
    },
    isValidConnection({ source, sourceHandle, target }: Connection | CanvasEdge) {
      if (!sourceHandle) return false;
      const { document } = store.state.getState();
      return canConnect(document, store.kinds, placeOf(source, sourceHandle), target as NodeId);
    },
    onConnect({ source, sourceHandle, target }: Connection) {
      if (sourceHandle) store.run(connect, { ...placeOf(source, sourceHandle), to: target as NodeId });
    },
    onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState) {
      if (state.isValid || !state.fromNode || state.fromHandle?.type !== 'source' || !state.fromHandle.id)
        return;
      const from = placeOf(state.fromNode.id, state.fromHandle.id);
      const pointer = pointerOf(event);
      const target = stepAt(pointer);
      // Anywhere on a card counts as its entry: nobody should have to aim at a dot.
      if (target) store.run(connect, { ...from, to: target });
      else offerStepAt(editor, from, pointer);
    },
    onReconnect(old: CanvasEdge, { source, sourceHandle, target }: Connection) {
      const edge = store.state.getState().document.edges[old.id as EdgeId];
      if (!sourceHandle || !edge) return;
      const place = placeOf(source, sourceHandle);
      const to = target === old.target ? edge.to : (target as NodeId);
      const movedAway = edge.from !== place.node || edge.exit !== place.exit;
      if (store.run(connect, { ...place, to }) && movedAway) store.run(disconnect, { edge: edge.id });
    },
    onEdgeMouseEnter: (_event: unknown, edge: CanvasEdge) => hover.enter(edge.id as EdgeId),
    onEdgeMouseLeave: () => hover.leave(),
    onPointerMove({ pointerType, clientX, clientY }: PointerEvent) {
      if (pointerType !== 'touch') hover.pointAt({ x: clientX, y: clientY });
    },
    onPointerLeave: () => hover.pointAt(undefined),
    onMoveEnd: () => hover.viewMoved(),
    onNodeDragStart: beginDrag,
    onSelectionDragStart: (event: unknown, nodes: CanvasNode[]) => beginDrag(event, undefined, nodes),
    onNodeDrag(event: MouseEvent | TouchEvent | ReactMouseEvent) {
      if (view.aid.loose) view.aid.mark('target', linkAt(pointerOf(event)));
    },
    onNodeClick(_event: unknown, node: CanvasNode) {
      const { palette } = panels.getState();
      if (palette?.from) {
        panels.setState({ palette: null });
        if (store.run(connect, { ...palette.from, to: node.id as NodeId })) return;
      }
      clearTimeout(clearing);
      clearing = setTimeout(() => keepClearOfInspector(editor, node.id as NodeId), DOUBLE);
    },
    onNodeDoubleClick(event: ReactMouseEvent, { id }: CanvasNode) {
      clearTimeout(clearing);
      const node = store.state.getState().document.nodes[id as NodeId];
      const isWords = (event.target as Element).closest('.step-body') !== null;
      if (node) writeOnCard(editor, node, isWords ? 'words' : 'title');
    },
    onPaneClick() {
      panels.setState({ palette: null });
    },
    onDragOver(event: DragEvent) {
      if (!carriesItem(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      view.aid.mark('target', linkAt({ x: event.clientX, y: event.clientY }));
    },
    onDragLeave({ currentTarget, relatedTarget }: DragEvent) {
      // Not from one part of the canvas to another.
      if (!currentTarget.contains(relatedTarget as Node | null)) view.aid.mark('target', undefined);
    },
    onDrop(event: DragEvent) {
      const item = carriedItem(event.dataTransfer);
      const point = editor.canvas.current?.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const edge = view.aid.marked('target');
      view.aid.mark('target', undefined);
      if (!item || !point) return;
      event.preventDefault();
      const at = edge ? point : { x: point.x - 40, y: point.y - ENTRY_Y };
      panels.setState({ palette: null });
      void partOf(adding).then((addItem) => {
        addItem?.(store, item, { at, edge, hasRuntime });
        // A block is larger than what was dragged, and stands beside the place when that is taken.
        if (item.type === 'block' || edge) keepInView(editor, [...store.state.getState().selection.nodes]);
      });
    },
  };
}
