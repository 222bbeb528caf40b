/**
 * A large drawing from far away, on one canvas element: a thousand cards in the page would make panning crawl
 * (2,000 steps: 70 ms of script a step as cards). `overview-gestures.ts` makes it something to press and drag.
 */
import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef, useState } from 'react';
import type { Point } from '../../flow/document.ts';
import { useTheme } from '../../ui/theme.ts';
import { useEditor, usePanel } from '../editor-context.ts';
import { boxBetween } from './card-at.ts';
import { listenOnOverview } from './overview-gestures.ts';
import { createSheet } from './overview-sheet.ts';
import { layersOf, paintOverview } from './paint-overview.ts';

export function Overview() {
  const editor = useEditor();
  const { store, view } = editor;
  const flow = useStoreApi();
  const live = usePanel((panels) => panels.live);
  const theme = useTheme();
  const element = useRef<HTMLCanvasElement>(null);
  const [frame, setFrame] = useState<readonly [Point, Point] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that are read from the page
  useEffect(() => {
    const canvas = element.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const drawLayers = () => {
      const { document } = store.state.getState();
      return layersOf({ document, kinds: store.kinds, drawn: view.state.getState(), live });
    };
    let layers = drawLayers();
    const sheet = createSheet(canvas, (place) => paintOverview(context, layers, place, coloursOf(canvas)));
    const stops = [
      flow.subscribe((seen, before) => {
        const { transform, width, height } = seen;
        if (transform !== before.transform || width !== before.width || height !== before.height)
          sheet.look(seen);
      }),
      view.state.subscribe(() => {
        layers = drawLayers();
        sheet.repaint(flow.getState());
      }),
    ];
    sheet.look(flow.getState());
    return () => {
      for (const stop of stops) stop();
    };
  }, [flow, live, store, view, theme]);
  useEffect(() => {
    const canvas = element.current?.closest<HTMLElement>('.flow-canvas');
    return canvas ? listenOnOverview(canvas, editor, setFrame) : undefined;
  }, [editor]);
  return (
    <>
      <canvas
        ref={element}
        aria-hidden
        className="pointer-events-none absolute top-0 left-0 z-[4] max-w-none will-change-transform"
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
