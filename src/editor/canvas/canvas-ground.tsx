/**
 * The ground of the canvas with its dots. A step of panning only moves it, past React: React Flow's own background is rendered and
 * painted anew at each. Knows no editor.
 */
import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';

/** Between dots, in the drawing. */
const GAP = 20;
/** Milliseconds without a move after which it is at rest. */
const REST = 400;

export function CanvasGround() {
  const flow = useStoreApi();
  const dots = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    let placed: readonly number[] | undefined;
    let rest: ReturnType<typeof setTimeout> | undefined;
    // A picture of its own while it moves, and only then: what lies over it would be one too, and dearer to draw at each letter.
    const moves = (style: CSSStyleDeclaration) => {
      style.willChange = 'transform';
      clearTimeout(rest);
      rest = setTimeout(() => {
        style.willChange = '';
      }, REST);
    };
    const place = () => {
      const { transform } = flow.getState();
      const style = dots.current?.style;
      if (!style || transform === placed) return;
      const [x, y, zoom] = transform;
      const gap = GAP * zoom;
      if (placed?.[2] !== zoom) style.setProperty('--zoom', `${zoom}`);
      style.transform = `translate(${x - Math.ceil(x / gap) * gap}px, ${y - Math.ceil(y / gap) * gap}px)`;
      if (placed) moves(style);
      placed = transform;
    };
    place();
    const leave = flow.subscribe(place);
    return () => {
      leave();
      clearTimeout(rest);
    };
  }, [flow]);
  return (
    <div aria-hidden className="canvas-ground">
      <div ref={dots} />
    </div>
  );
}
