/**
 * The ground of the canvas with its dots. A step of panning only moves it, past React: React Flow's own background is rendered and
 * painted anew at each. Knows no editor.
 */
import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';

/** Between dots, in the drawing. */
const GAP = 20;

export function CanvasGround() {
  const flow = useStoreApi();
  const dots = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    let placed: readonly number[] | undefined;
    const place = () => {
      const { transform } = flow.getState();
      const style = dots.current?.style;
      if (!style || transform === placed) return;
      const [x, y, zoom] = transform;
      const gap = GAP * zoom;
      if (placed?.[2] !== zoom) style.setProperty('--zoom', `${zoom}`);
      style.transform = `translate(${x - Math.ceil(x / gap) * gap}px, ${y - Math.ceil(y / gap) * gap}px)`;
      placed = transform;
    };
    place();
    return flow.subscribe(place);
  }, [flow]);
  return (
    <div aria-hidden className="canvas-ground">
      <div ref={dots} />
    </div>
  );
}
