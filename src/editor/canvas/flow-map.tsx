/** The drawing to look at: the way a call took through it, other steps dimmed. Nothing can be changed. */
import {
  Handle,
  type NodeProps,
  Position,
  ReactFlow,
  type ReactFlowInstance,
  ReactFlowProvider,
  type ReactFlowState,
  useStore as useFlowStore,
  useReactFlow,
  type Viewport,
} from '@xyflow/react';
import { createContext, memo, type ReactNode, use, useEffect, useMemo } from 'react';
import type { FlowDocument, NodeId } from '../../flow/document.ts';
import { canBeLedTo } from '../../flow/kind.ts';
import { useLanguageState } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { drawnKinds } from '../../kinds/drawn.ts';
import { kindNamesIn } from '../../kinds/kind-words.ts';
import { editorMessages } from '../messages.ts';
import { NOTHING_SELECTED } from '../store/selection.ts';
import { CanvasGround } from './canvas-ground.tsx';
import { useCanvasWords } from './canvas-words.ts';
import './canvas.css';
import { CardFrame, type CardFrameProps } from './card-frame.tsx';
import { cardGeometry, ENTRY_HANDLE, ENTRY_Y } from './card-geometry.ts';
import { type PathMarks, type PathStep, pathMarks } from './flow-path.ts';
import { levelOfDetail } from './level-of-detail.ts';
import './map-notes.css';
import { type MapNotes, MapNotesContext } from './map-notes.ts';
import { NotedEdge } from './noted-edge.tsx';
import { PlainFrame } from './section-frame.tsx';
import { type CanvasEdge, type CanvasNode, drawAll } from './to-react-flow.ts';

export type { MapNotes } from './map-notes.ts';

export interface FlowMapProps {
  readonly document: FlowDocument;
  /** The steps a call went through, in order. Without it every step is drawn plainly. */
  readonly path?: readonly PathStep[];
  /** The step the call is, or was, at. */
  readonly current?: string;
  readonly onSelect?: (node: string) => void;
  /** What stands beside steps and links. */
  readonly notes?: MapNotes;
  /** What is seen above a card or at the edge of a frame. */
  readonly over?: (node: string) => ReactNode;
  /** Classes of links that look different. */
  readonly edgeClasses?: ReadonlyMap<string, string>;
  /** Given to whoever places the view; otherwise everything is fitted into it. */
  readonly onReady?: (instance: MapInstance) => void;
  /** The view was moved by hand. */
  readonly onMove?: (viewport: Viewport) => void;
}

export type MapInstance = ReactFlowInstance<CanvasNode, CanvasEdge>;

interface MapValue {
  readonly document: FlowDocument;
  readonly marks: PathMarks | undefined;
  readonly current: string | undefined;
  readonly over: FlowMapProps['over'];
}

const MapContext = createContext<MapValue | null>(null);
const NODE_TYPES = { step: memo(MapCard), frame: memo(MapFrame) };
const EDGE_TYPES = { link: NotedEdge };
/** Of more cards than this never so many are seen that drawing them takes long. */
const MANY = 250;
const NEAREST_OF_MANY = 0.3;
const lodOf = (state: ReactFlowState) => levelOfDetail(state.transform[2]);

export function FlowMap(props: FlowMapProps) {
  return (
    <ReactFlowProvider>
      <DrawnMap {...props} />
    </ReactFlowProvider>
  );
}

function DrawnMap(props: FlowMapProps) {
  const { document, path, current, onSelect, notes, over, edgeClasses, onReady, onMove } = props;
  const language = useLanguageState();
  const words = useCanvasWords();
  const { canvas } = useMessages(editorMessages);
  const lod = useFlowStore(lodOf);
  const marks = useMemo(() => path && pathMarks(document, path), [document, path]);
  const value = useMemo(() => ({ document, marks, current, over }), [document, marks, current, over]);
  const drawn = useMemo(() => {
    const names = kindNamesIn(language);
    const { nodes, edges } = drawAll(document, drawnKinds, NOTHING_SELECTED, (node) => names.step(node));
    if (edgeClasses)
      return {
        nodes,
        edges: edges.map((edge) => {
          const className = edgeClasses.get(edge.id);
          return className === undefined ? edge : { ...edge, className };
        }),
      };
    if (!marks) return { nodes, edges };
    const marked = edges.map((edge) => ({
      ...edge,
      className: `path-${marks.edges.get(edge.id) ?? 'none'}`,
    }));
    // Links of the way are drawn last, above the others.
    return {
      nodes,
      edges: marked.sort((a, b) => Number(a.className !== 'path-none') - Number(b.className !== 'path-none')),
    };
  }, [document, language, marks, edgeClasses]);
  return (
    <MapContext value={value}>
      <MapNotesContext value={notes}>
        <div className="flow-canvas is-still absolute inset-0" data-lod={lod}>
          <ReactFlow<CanvasNode, CanvasEdge>
            aria-label={canvas.label}
            nodes={drawn.nodes}
            edges={drawn.edges}
            nodeTypes={NODE_TYPES}
            edgeTypes={EDGE_TYPES}
            onlyRenderVisibleElements
            nodesDraggable={false}
            nodesConnectable={false}
            edgesFocusable={false}
            elementsSelectable={onSelect !== undefined}
            onNodeClick={(_, node) => onSelect?.(node.id)}
            {...(onReady && { onInit: onReady })}
            // Without an event it was moved by ourselves.
            {...(onMove && { onMove: (event, viewport) => event && onMove(viewport) })}
            deleteKeyCode={null}
            fitView={onReady === undefined}
            fitViewOptions={{ padding: 0.1, maxZoom: 1 }}
            minZoom={drawn.nodes.length > MANY ? NEAREST_OF_MANY : 0.1}
            maxZoom={1.4}
            ariaLabelConfig={words}
            attributionPosition="bottom-left"
          >
            <CanvasGround />
          </ReactFlow>
        </div>
        <ShowCurrent document={document} current={current} />
      </MapNotesContext>
    </MapContext>
  );
}

function stateOf({ marks, current }: MapValue, id: string): CardFrameProps['state'] {
  if (id === current) return 'live';
  if (!marks) return undefined;
  return marks.nodes.has(id) ? 'passed' : 'dimmed';
}

function MapCard({ id }: NodeProps<CanvasNode>) {
  const value = use(MapContext);
  const node = value?.document.nodes[id as NodeId];
  if (!value || !node) return null;
  return (
    <CardFrame
      node={node}
      document={value.document}
      selected={false}
      state={stateOf(value, id)}
      isInferred={value.marks?.inferred.has(id)}
      overlay={
        <>
          <StepNote id={id} />
          {value.over?.(id)}
        </>
      }
      entryHandle={
        canBeLedTo(drawnKinds.get(node.kind)) ? (
          <Handle
            id={ENTRY_HANDLE}
            type="target"
            position={Position.Left}
            style={{ top: ENTRY_Y }}
            data-wired
          />
        ) : null
      }
      exitHandle={(exit) => (
        <Handle id={exit.id} type="source" position={Position.Right} role="img" aria-hidden data-wired />
      )}
    />
  );
}

function StepNote({ id }: { readonly id: string }) {
  const note = use(MapNotesContext)?.steps.get(id);
  return note === undefined ? null : <div className="map-note step-note">{note}</div>;
}

function MapFrame({ id }: NodeProps<CanvasNode>) {
  const value = use(MapContext);
  const node = value?.document.nodes[id as NodeId];
  if (!node) return null;
  return (
    <PlainFrame kind={node.kind} data={node.data} selected={false}>
      {value.over?.(id)}
    </PlainFrame>
  );
}

/** The current step is kept in view while a call is replayed. */
function ShowCurrent({
  document,
  current,
}: {
  readonly document: FlowDocument;
  readonly current: string | undefined;
}) {
  const instance = useReactFlow();
  useEffect(() => {
    const node = current === undefined ? undefined : document.nodes[current as NodeId];
    if (!node || !instance.viewportInitialized) return;
    const { width, height } = cardGeometry(node, true);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    void instance.setCenter(node.position.x + width / 2, node.position.y + height / 2, {
      zoom: Math.max(instance.getZoom(), 0.62),
      duration: calm ? 0 : 240,
    });
  }, [instance, document, current]);
  return null;
}
