/**
 * A large drawing from far away, on one canvas element: a thousand cards in the page would make panning crawl
 * (2,000 steps: 70 ms of script a step as cards, 8.5 as one picture). `overview-gestures.ts` makes it something to press and drag.
 */
import { type ReactFlowState, useStore as useFlowStore } from '@xyflow/react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Point } from '../../flow/document.ts';
import { useTheme } from '../../ui/theme.ts';
import { useEditor, usePanel } from '../editor-context.ts';
import { boxBetween } from './card-at.ts';
import { listenOnOverview } from './overview-gestures.ts';
import { type Layer, layersOf, paintOverview } from './paint-overview.ts';

const transformOf = (state: ReactFlowState) => state.transform;
const widthOf = (state: ReactFlowState) => state.width;
const heightOf = (state: ReactFlowState) => state.height;

export function Overview() {
  const editor = useEditor();
  const { store, view } = editor;
  const drawn = useStore(view.state);
  const live = usePanel((panels) => panels.live);
  const transform = useFlowStore(transformOf);
  const width = useFlowStore(widthOf);
  const height = useFlowStore(heightOf);
  const theme = useTheme();
  const element = useRef<HTMLCanvasElement>(null);
  const [frame, setFrame] = useState<readonly [Point, Point] | null>(null);
  const made = useRef<{ readonly of: readonly unknown[]; readonly layers: readonly Layer[] }>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that are read from the page
  useEffect(() => {
    const canvas = element.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    // Setting a size throws the whole surface away, even the same size.
    const ratio = devicePixelRatio;
    if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
    if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
    const { document } = store.state.getState();
    const of = [drawn.nodes, drawn.edges, live];
    if (!made.current?.of.every((one, index) => one === of[index]))
      made.current = { of, layers: layersOf({ document, kinds: store.kinds, drawn, live }) };
    paintOverview(context, made.current.layers, transform, coloursOf(canvas));
  }, [drawn, live, store, transform, width, height, theme]);
  useEffect(() => {
    const canvas = element.current?.closest<HTMLElement>('.flow-canvas');
    return canvas ? listenOnOverview(canvas, editor, setFrame) : undefined;
  }, [editor]);
  return (
    <>
      <canvas
        ref={element}
        aria-hidden
        className="pointer-events-none absolute inset-0 z-[4]"
        style={{ width, height }}
      />
      {frame && <Marquee corners={frame} />}
    </>
  );
}

function Marquee({ corners }: { readonly corners: readonly [Point, Point] }) {
  const { x, y, width, height } = boxBetween(...corners);
  return (
    <span
      aria-hidden
      className="react-flow__selection pointer-events-none fixed z-[5]"
      style={{ left: x, top: y, width, height }}
    />
  );
}

function coloursOf(element: Element): (name: string) => string {
  const style = getComputedStyle(element);
  const known = new Map<string, string>();
  return (name) => {
    const colour = known.get(name) ?? style.getPropertyValue(`--color-${name}`);
    known.set(name, colour);
    return colour;
  };
}
