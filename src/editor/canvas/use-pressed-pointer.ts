/** What is heard of a pointer before a drag hears of the same movement. */
import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import type { DragAid } from './drag-aid.ts';

/** What a press begins something else on than moving cards or the drawing. */
const OWN = '.nodrag, .react-flow__edgeupdater, a, button, input, textarea';

/** Pixels from the edge within which a drag takes the drawing along; React Flow's own are 40. */
const EDGE = 48;

/**
 * Alt held while dragging: nothing snaps. And React Flow looks at every frame of a drag whether the pointer is at the edge of the
 * canvas: that is switched on there only, as each look costs the page a frame. Fingers are not followed: for them it stays on.
 * What was pressed keeps the mouse until it is let go: otherwise the browser looks at each movement what lies below.
 */
export function usePressedPointer(aid: DragAid): void {
  const flow = useStoreApi();
  useEffect(() => {
    let bounds: DOMRect | undefined;
    let pressed: Element | undefined;
    const panAtEdge = (isOn: boolean) => {
      if (flow.getState().autoPanOnNodeDrag !== isOn) flow.setState({ autoPanOnNodeDrag: isOn });
    };
    const onDown = ({ pointerType, target }: PointerEvent) => {
      const canMove =
        pointerType === 'mouse' && target instanceof Element && target.closest('.react-flow__pane') !== null;
      pressed = canMove && target.closest(OWN) === null ? target : undefined;
      bounds = flow.getState().domNode?.getBoundingClientRect();
      panAtEdge(pointerType !== 'mouse');
    };
    const onMove = ({ altKey, buttons, pointerType, pointerId, clientX, clientY }: PointerEvent) => {
      aid.suspend(altKey);
      if (buttons === 0 || pointerType !== 'mouse' || !bounds) return;
      if (pressed?.isConnected) pressed.setPointerCapture(pointerId);
      pressed = undefined;
      panAtEdge(
        clientX < bounds.left + EDGE ||
          clientX > bounds.right - EDGE ||
          clientY < bounds.top + EDGE ||
          clientY > bounds.bottom - EDGE,
      );
    };
    window.addEventListener('pointerdown', onDown, { capture: true, passive: true });
    window.addEventListener('pointermove', onMove, { capture: true, passive: true });
    return () => {
      window.removeEventListener('pointerdown', onDown, { capture: true });
      window.removeEventListener('pointermove', onMove, { capture: true });
    };
  }, [aid, flow]);
}
