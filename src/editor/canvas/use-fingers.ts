/** A finger that rests on the canvas opens the menu there; browsers that do it themselves are not asked twice. */
import { type RefObject, useEffect } from 'react';
import type { Point } from '../../flow/document.ts';
import type { Editor } from '../editor-context.ts';
import { openMenuAt } from './open-menu.ts';

const RESTS = 500;
/** A finger is never quite still. */
const STILL = 8;

export function useFingers(editor: Editor, canvas: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let from: Point | null = null;
    let hasOpened = false;
    const cancel = () => {
      clearTimeout(timer);
      from = null;
    };
    const onDown = (event: PointerEvent) => {
      cancel();
      hasOpened = false;
      if (event.pointerType !== 'touch' || !event.isPrimary) return;
      const target = event.target as Element;
      const at = { x: event.clientX, y: event.clientY };
      from = at;
      timer = setTimeout(() => {
        hasOpened = editor.panels.getState().menu === null && openMenuAt(editor, at, target);
      }, RESTS);
    };
    const onMove = ({ clientX, clientY }: PointerEvent) => {
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > STILL) cancel();
    };
    // The finger that opened the menu must not press what lies below when it is lifted.
    const onClick = (event: MouseEvent) => {
      if (hasOpened) event.stopPropagation();
      hasOpened = false;
    };
    element.addEventListener('pointerdown', onDown, true);
    element.addEventListener('click', onClick, true);
    window.addEventListener('pointermove', onMove, { passive: true });
    window.addEventListener('pointerup', cancel);
    window.addEventListener('pointercancel', cancel);
    return () => {
      cancel();
      element.removeEventListener('pointerdown', onDown, true);
      element.removeEventListener('click', onClick, true);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', cancel);
      window.removeEventListener('pointercancel', cancel);
    };
  }, [editor, canvas]);
}
