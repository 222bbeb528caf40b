/** The canvas of the editor: what is drawn comes from the view store, what is done becomes a command. */
import {
  Background,
  BackgroundVariant,
  type Connection,
  type FinalConnectionState,
  ReactFlow,
  type ReactFlowState,
  useStore as useFlowStore,
} from '@xyflow/react';
import { type DragEvent, type MouseEvent as ReactMouseEvent, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { EdgeId, NodeId, Point } from '../../flow/document.ts';
import { useLanguageState } from '../../i18n/language.ts';
import { kindNamesIn } from '../../kinds/kind-words.ts';
import { connect } from '../commands/connect.ts';
import { disconnect } from '../commands/disconnect.ts';
import { canConnect } from '../commands/drawing.ts';
import { type CanvasInstance, type Editor, useEditor, usePanel } from '../editor-context.ts';
import { addItem } from '../palette/add-item.ts';
import { useHasRuntime } from '../use-has-runtime.ts';
import { useCanvasWords } from './canvas-words.ts';
import './canvas.css';
import { ENTRY_Y } from './card-geometry.ts';
import { ConnectionLine } from './connection-line.tsx';
import { EdgeLine } from './edge-line.tsx';
import { isOverview, levelOfDetail, NEAR_ENOUGH } from './level-of-detail.ts';
import { NodeCard } from './node-card.tsx';
import { offerStepAt } from './offer-step.ts';
import { Overview } from './overview.tsx';
import { carriedItem, carriesItem } from './palette-drag.ts';
import type { CanvasEdge, CanvasNode } from './to-react-flow.ts';
import { keepClearOfInspector, keepInView, showStart } from './viewport.ts';

const NODE_TYPES = { step: NodeCard };
const EDGE_TYPES = { link: EdgeLine };

const NO_NODES: CanvasNode[] = [];
const NO_EDGES: CanvasEdge[] = [];
const lodOf = (state: ReactFlowState) => levelOfDetail(state.transform[2]);

export function FlowCanvas() {
  const editor = useEditor();
  const { nodes, edges } = useStore(editor.view.state);
  const tool = usePanel((panels) => panels.tool);
  const lod = useFlowStore(lodOf);
  const words = useCanvasWords();
  const hasRuntime = useHasRuntime();
  const handlers = useMemo(() => handlersFor(editor, hasRuntime), [editor, hasRuntime]);
  useNamesInLanguage(editor);
  const canEdit = !editor.isReadOnly;
  const isFar = useFlowStore((state) => isOverview(state.transform[2], nodes.length));
  return (
    <div
      className={`flow-canvas absolute inset-0 ${canEdit ? '' : 'is-still'}`}
      data-lod={lod}
      data-canvas={editor.flowId}
    >
      <ReactFlow<CanvasNode, CanvasEdge>
        nodes={isFar ? NO_NODES : nodes}
        edges={isFar ? NO_EDGES : edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        {...handlers}
        onlyRenderVisibleElements
        nodesDraggable={canEdit}
        nodesConnectable={canEdit}
        edgesReconnectable={canEdit}
        connectionLineComponent={ConnectionLine}
        connectionRadius={36}
        connectOnClick={false}
        deleteKeyCode={null}
        panOnDrag={tool === 'pan' ? true : [1, 2]}
        selectionOnDrag={tool === 'select'}
        panOnScroll
        zoomOnDoubleClick={false}
        nodeDragThreshold={3}
        minZoom={0.1}
        maxZoom={1.6}
        snapToGrid
        snapGrid={[10, 10]}
        elevateNodesOnSelect
        ariaLabelConfig={words}
        attributionPosition="bottom-left"
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} />
        {isFar && <Overview />}
      </ReactFlow>
    </div>
  );
}

/** Stable for the life of the editor, so that React Flow's own components rest. */
function handlersFor(editor: Editor, hasRuntime: boolean) {
  const { store, view, panels } = editor;
  return {
    onNodesChange: view.onNodesChange,
    onEdgesChange: view.onEdgesChange,
    onInit(instance: CanvasInstance) {
      editor.canvas.current = instance;
      showStart(editor);
    },
    isValidConnection({ source, sourceHandle, target }: Connection | CanvasEdge) {
      if (!sourceHandle) return false;
      const { document } = store.state.getState();
      return canConnect(
        document,
        store.kinds,
        { node: source as NodeId, exit: sourceHandle },
        target as NodeId,
      );
    },
    onConnect({ source, sourceHandle, target }: Connection) {
      if (sourceHandle)
        store.run(connect, { node: source as NodeId, exit: sourceHandle, to: target as NodeId });
    },
    onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState) {
      if (state.isValid || !state.fromNode || state.fromHandle?.type !== 'source' || !state.fromHandle.id)
        return;
      const from = { node: state.fromNode.id as NodeId, exit: state.fromHandle.id };
      const pointer = pointerOf(event);
      const target = stepAt(pointer);
      // Anywhere on a card counts as its entry: nobody should have to aim at a dot.
      if (target) store.run(connect, { ...from, to: target });
      else offerStepAt(editor, from, pointer);
    },
    onReconnect(old: CanvasEdge, { source, sourceHandle, target }: Connection) {
      if (!sourceHandle) return;
      const place = { node: source as NodeId, exit: sourceHandle };
      const movedAway = old.source !== source || old.sourceHandle !== sourceHandle;
      if (store.run(connect, { ...place, to: target as NodeId }) && movedAway) {
        store.run(disconnect, { edge: old.id as EdgeId });
      }
    },
    onNodeClick(_event: unknown, node: CanvasNode) {
      keepClearOfInspector(editor, node.id as NodeId);
    },
    onPaneClick(event: MouseEvent | ReactMouseEvent) {
      panels.setState({ palette: null });
      const canvas = editor.canvas.current;
      if (!canvas || !isOverview(canvas.getZoom(), view.state.getState().nodes.length)) return;
      const { x, y } = canvas.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      void canvas.setCenter(x, y, { zoom: NEAR_ENOUGH, duration: 240 });
    },
    onDragOver(event: DragEvent) {
      if (!carriesItem(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop(event: DragEvent) {
      const item = carriedItem(event.dataTransfer);
      const point = editor.canvas.current?.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      if (!item || !point) return;
      event.preventDefault();
      addItem(store, item, { at: { x: point.x - 40, y: point.y - ENTRY_Y }, hasRuntime });
      // A block is larger than what was dragged, and stands beside the place when that is taken.
      if (item.type === 'block') keepInView(editor, [...store.state.getState().selection.nodes]);
      panels.setState({ palette: null });
    },
  };
}

function pointerOf(event: MouseEvent | TouchEvent): Point {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}

function stepAt({ x, y }: Point): NodeId | undefined {
  const card = document.elementFromPoint(x, y)?.closest<HTMLElement>('.react-flow__node');
  return card?.dataset.id as NodeId | undefined;
}

/** Screen readers hear the names that React Flow was given: they follow the language. */
function useNamesInLanguage({ view }: Editor) {
  const language = useLanguageState();
  useEffect(() => {
    const names = kindNamesIn(language);
    view.rename((node) => names.step(node));
  }, [view, language]);
}
