/** Keeps the window of the tour beside what it speaks of, and a ring around that, whatever moves: panels open, the canvas glides. */
import { useEffect } from 'react';
import type { Editor } from '../editor-context.ts';
import { type Box, placeBeside } from './place-beside.ts';
import { SIDES, type StopId, targetOf } from './stops.ts';

interface Beside {
  readonly stop: StopId;
  readonly isNarrow: boolean;
  readonly box: { readonly current: HTMLElement | null };
  readonly ring: { readonly current: HTMLElement | null };
}

/** Between the ring and what it is around. */
const AROUND = 3;
/** What stands nowhere is spoken of from here. */
const NOWHERE: Box = { left: 0, top: 0, width: 0, height: 0 };

export function useBeside(editor: Editor, { stop, isNarrow, box, ring }: Beside): void {
  useEffect(() => {
    let frame = 0;
    let last = '';
    const follow = () => {
      frame = requestAnimationFrame(follow);
      const own = box.current;
      if (!own) return;
      const target = targetOf(editor, stop, isNarrow)?.getBoundingClientRect();
      const size = { width: own.offsetWidth, height: own.offsetHeight };
      const room = { width: window.innerWidth, height: window.innerHeight };
      const now = [
        target?.left,
        target?.top,
        target?.width,
        target?.height,
        size.height,
        room.width,
        room.height,
      ];
      if (now.join() === last) return;
      last = now.join();
      const { left, top } = target
        ? placeBeside(target, size, room, SIDES[stop])
        : placeBeside({ ...NOWHERE, left: room.width / 2, top: room.height }, size, room, ['top']);
      own.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
      own.style.opacity = '1';
      if (ring.current) surround(ring.current, target);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [editor, stop, isNarrow, box, ring]);
}

function surround(ring: HTMLElement, target: DOMRect | undefined): void {
  ring.style.visibility = target ? 'visible' : 'hidden';
  if (!target) return;
  ring.style.translate = `${target.left - AROUND}px ${target.top - AROUND}px`;
  ring.style.width = `${target.width + 2 * AROUND}px`;
  ring.style.height = `${target.height + 2 * AROUND}px`;
}
