/** The canvas of the editor: what is drawn comes from the view store, what is done becomes a command. */
import { ReactFlow, type ReactFlowState, useStore as useFlowStore, type Viewport } from '@xyflow/react';
import {
  type KeyboardEvent,
  type MouseEvent as ReactMouseEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import { useLanguageState } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { kindNamesIn } from '../../kinds/kind-words.ts';
import { later, laterComponent } from '../../ui/later.ts';
import { type Editor, useEditor, usePanel } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import { PanelBoundary } from '../panel-boundary.tsx';
import { onlyNode } from '../store/selection.ts';
import { useHasRuntime } from '../use-has-runtime.ts';
import { CanvasGround } from './canvas-ground.tsx';
import { handlersFor } from './canvas-handlers.ts';
import { useCanvasWords } from './canvas-words.ts';
import './canvas.css';
import { ConnectionLine } from './connection-line.tsx';
import { EdgeLine } from './edge-line.tsx';
import { FoldedSection } from './folded-section.tsx';
import { GuideLines } from './guide-lines.tsx';
import { writeOnCard } from './inline-field.tsx';
import { isOverview, levelOfDetail } from './level-of-detail.ts';
import { NodeCard } from './node-card.tsx';
import { openMenuAt } from './open-menu.ts';
import { SectionFrame } from './section-frame.tsx';
import type { CanvasEdge, CanvasNode } from './to-react-flow.ts';
import { useDrawn } from './use-drawn.ts';
import { useFingers } from './use-fingers.ts';
import { usePressedPointer } from './use-pressed-pointer.ts';
import { startOf } from './viewport.ts';

/** Only large drawings are ever seen from so far. */
const Overview = laterComponent(later(async () => (await import('./overview.tsx')).Overview));

const NODE_TYPES = { step: NodeCard, frame: SectionFrame, folded: FoldedSection };
const EDGE_TYPES = { link: EdgeLine };
/** Middle button; the right one opens a menu. */
const PAN_WHILE_SELECTING = [1];

const lodOf = (state: ReactFlowState) => levelOfDetail(state.transform[2]);

export function FlowCanvas() {
  const editor = useEditor();
  const cards = useStore(editor.view.state, ({ nodes }) => nodes.length);
  const tool = usePanel((panels) => panels.tool);
  const isLinking = usePanel(({ palette }) => palette?.from !== undefined);
  const lod = useFlowStore(lodOf);
  const words = useCanvasWords();
  const { canvas } = useMessages(editorMessages);
  const hasRuntime = useHasRuntime();
  const handlers = useMemo(() => handlersFor(editor, hasRuntime), [editor, hasRuntime]);
  const element = useRef<HTMLDivElement>(null);
  const start = useStart(editor);
  useDrawn(editor.view);
  useNamesInLanguage(editor);
  useFingers(editor, element);
  usePressedPointer(editor.view.aid);
  const canEdit = !editor.isReadOnly;
  const isFar = useFlowStore((state) => isOverview(state.transform[2], cards));
  const onContextMenu = (event: ReactMouseEvent) => {
    if (openMenuAt(editor, { x: event.clientX, y: event.clientY }, event.target as Element))
      event.preventDefault();
  };
  // Enter on a card selects it; on the selected one it writes its name.
  const onKeyDown = (event: KeyboardEvent) => {
    const only = onlyNode(editor.store.state.getState().selection);
    const node = only && editor.store.state.getState().document.nodes[only];
    if (event.key !== 'Enter' || !node || (event.target as HTMLElement).dataset.id !== only) return;
    event.preventDefault();
    writeOnCard(editor, node, 'title');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the menu has a key of its own
    <div
      ref={element}
      className={`flow-canvas absolute inset-0 ${canEdit ? '' : 'is-still'}`}
      data-lod={lod}
      data-linking={isLinking || undefined}
      data-canvas={editor.flowId}
      onContextMenu={onContextMenu}
      onKeyDownCapture={onKeyDown}
    >
      {start && (
        <ReactFlow<CanvasNode, CanvasEdge>
          aria-label={canvas.label}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          {...handlers}
          defaultViewport={start}
          onlyRenderVisibleElements
          nodesDraggable={canEdit}
          nodesConnectable={canEdit}
          edgesReconnectable={canEdit}
          connectionLineComponent={ConnectionLine}
          connectionRadius={36}
          connectOnClick={false}
          deleteKeyCode={null}
          panOnDrag={tool === 'pan' ? true : PAN_WHILE_SELECTING}
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
          <CanvasGround />
          <GuideLines />
          {isFar && (
            <PanelBoundary name="canvas">
              <Overview />
            </PanelBoundary>
          )}
        </ReactFlow>
      )}
    </div>
  );
}

/** Where the drawing is seen first. It needs the size of the canvas; known before the first card is drawn, so that none moves then. */
function useStart(editor: Editor): Viewport | undefined {
  const [start, setStart] = useState<Viewport>();
  useLayoutEffect(() => setStart(startOf(editor)), [editor]);
  return start;
}

/** Screen readers hear the names that React Flow was given: they follow the language. */
function useNamesInLanguage({ view }: Editor) {
  const language = useLanguageState();
  useEffect(() => {
    const names = kindNamesIn(language);
    view.rename((node) => names.step(node));
  }, [view, language]);
}
