/** The lines that show with what a dragged card is level. Nothing while nothing is dragged. */
import { ViewportPortal } from '@xyflow/react';
import { useStore } from 'zustand';
import { useEditor } from '../editor-context.ts';
import type { Guide } from './guides.ts';

export function GuideLines() {
  const guides = useStore(useEditor().view.aid.guides);
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      {guides.map((guide) => (
        <span
          key={guide.axis}
          aria-hidden
          className="guide-line"
          data-axis={guide.axis}
          style={placeOf(guide)}
        />
      ))}
    </ViewportPortal>
  );
}

/** Longer than the cards, to be seen. */
const BEYOND = 12;

function placeOf({ axis, at, from, to }: Guide) {
  const length = to - from + 2 * BEYOND;
  return axis === 'x'
    ? { left: at, top: from - BEYOND, height: length }
    : { top: at, left: from - BEYOND, width: length };
}
