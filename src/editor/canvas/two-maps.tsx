/**
 * Two drawings of one flow beside each other, with what differs marked on each; to look at. Moved by hand, both move; a step
 * that is chosen is shown in both. Knows no version.
 */
import type { Viewport } from '@xyflow/react';
import { Minus, Pencil, Plus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { DrawingMark, DrawingMarks } from '../../flow/diff/drawing-marks.ts';
import type { FlowDocument, NodeId } from '../../flow/document.ts';
import { cardGeometry } from './card-geometry.ts';
import { FlowMap, type MapInstance } from './flow-map.tsx';
import './two-maps.css';

type Side = 'before' | 'after';
interface Point {
  readonly x: number;
  readonly y: number;
}

export interface OneDrawing {
  readonly name: string;
  readonly document: FlowDocument;
  readonly marks: DrawingMarks;
}

export interface TwoMapsProps {
  readonly before: OneDrawing;
  readonly after: OneDrawing;
  readonly words: Readonly<Record<DrawingMark, string>>;
  /** The step that both show; in a drawing that does not have it, the place where it is in the other. */
  readonly step: string | null;
  readonly onSelect: (node: string) => void;
}

/** As the maps show the step of a call. */
const ZOOM = 0.62;

export function TwoMaps({ before, after, words, step, onSelect }: TwoMapsProps) {
  const area = useMemo(() => boundsOf([before.document, after.document]), [before.document, after.document]);
  const views = useLinkedViews(area, before.document, after.document, step);
  return (
    <div className="flex min-h-0 flex-1 flex-col divide-line max-xl:divide-y xl:flex-row xl:divide-x">
      {(
        [
          ['before', before],
          ['after', after],
        ] as const
      ).map(([side, drawing]) => (
        <section key={side} aria-label={drawing.name} className="relative min-h-80 min-w-0 flex-1 bg-canvas">
          <Marked
            drawing={drawing}
            words={words}
            step={step}
            onSelect={onSelect}
            onReady={views[side].ready}
            onMove={views[side].moved}
          />
          <h2 className="pointer-events-none absolute top-3 left-3 rounded-full border border-line bg-card px-3 py-1 text-sm font-medium shadow-card">
            {drawing.name}
          </h2>
        </section>
      ))}
    </div>
  );
}

interface MarkedProps extends Pick<TwoMapsProps, 'words' | 'step' | 'onSelect'> {
  readonly drawing: OneDrawing;
  readonly onReady: (instance: MapInstance) => void;
  readonly onMove: (viewport: Viewport) => void;
}

function Marked({ drawing: { document, marks }, words, step, ...rest }: MarkedProps) {
  const over = useCallback(
    (node: string) => {
      const mark = marks.nodes.get(node);
      return mark && <MarkPill mark={mark} word={words[mark]} />;
    },
    [marks, words],
  );
  const edgeClasses = useMemo(
    () => new Map([...marks.edges].map(([id, mark]) => [id, `link-${mark}`])),
    [marks],
  );
  return (
    <FlowMap
      document={document}
      over={over}
      edgeClasses={edgeClasses}
      {...(step !== null && Object.hasOwn(document.nodes, step) && { current: step })}
      {...rest}
    />
  );
}

const SIGNS = { added: Plus, changed: Pencil, removed: Minus } as const;

/** A sign and a word: never told by colour alone. */
export function MarkPill({ mark, word }: { readonly mark: DrawingMark; readonly word: string }) {
  const Sign = SIGNS[mark];
  return (
    <span className="change-mark" data-mark={mark}>
      <Sign aria-hidden />
      {word}
    </span>
  );
}

/** Where one side looks, the other looks too, but for how far apart the chosen step lies in the two drawings. */
function useLinkedViews(
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  before: FlowDocument,
  after: FlowDocument,
  step: string | null,
) {
  const instances = useRef<{ [side in Side]?: MapInstance }>({});
  const apart = useRef<Point>({ x: 0, y: 0 });

  useEffect(() => {
    apart.current = { x: 0, y: 0 };
    for (const instance of Object.values(instances.current)) void instance.fitBounds(area, { padding: 0.1 });
  }, [area]);

  useEffect(() => {
    if (step === null) return;
    const [there, here] = [middleOf(before, step), middleOf(after, step)];
    apart.current = there && here ? { x: here.x - there.x, y: here.y - there.y } : { x: 0, y: 0 };
    const alone = there ?? here;
    if (!alone || (there && here)) return;
    const other = instances.current[there ? 'after' : 'before'];
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const zoom = Math.max(other?.getZoom() ?? ZOOM, ZOOM);
    void other?.setCenter(alone.x, alone.y, { zoom, duration: calm ? 0 : 240 });
  }, [before, after, step]);

  return useMemo(() => {
    const sideOf = (side: Side) => ({
      ready: (instance: MapInstance) => {
        instances.current[side] = instance;
        void instance.fitBounds(area, { padding: 0.1 });
      },
      moved: ({ x, y, zoom }: Viewport) => {
        const sign = side === 'before' ? -1 : 1;
        void instances.current[side === 'before' ? 'after' : 'before']?.setViewport({
          x: x + sign * apart.current.x * zoom,
          y: y + sign * apart.current.y * zoom,
          zoom,
        });
      },
    });
    return { before: sideOf('before'), after: sideOf('after') };
  }, [area]);
}

function middleOf(document: FlowDocument, id: string): Point | undefined {
  const node = Object.hasOwn(document.nodes, id) ? document.nodes[id as NodeId] : undefined;
  if (!node) return undefined;
  const { width, height } = cardGeometry(node, true);
  return { x: node.position.x + width / 2, y: node.position.y + height / 2 };
}

/** Round both, so that both are seen whole. */
function boundsOf(documents: readonly FlowDocument[]) {
  const boxes = documents.flatMap((document) =>
    Object.values(document.nodes).map((node) => ({ ...node.position, ...cardGeometry(node, true) })),
  );
  if (boxes.length === 0) return { x: 0, y: 0, width: 800, height: 400 };
  const least = (of: (box: (typeof boxes)[number]) => number) =>
    boxes.reduce((min, box) => Math.min(min, of(box)), Infinity);
  const x = least((box) => box.x);
  const y = least((box) => box.y);
  const right = -least((box) => -box.x - box.width);
  const bottom = -least((box) => -box.y - box.height);
  return { x, y, width: right - x, height: bottom - y };
}
