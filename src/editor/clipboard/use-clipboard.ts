/** Listens to the browser's own copy, cut and paste: they work without a permission, across tabs and browsers. */
import { useEffect } from 'react';
import type { Point } from '../../flow/document.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Editor } from '../editor-context.ts';
import { isTyping } from '../shortcuts.ts';
import { copySteps } from './copy-steps.ts';
import { clipboardMessages } from './messages.ts';
import { pasteClip } from './paste-clip.ts';

export function useClipboard(editor: Editor): void {
  const t = useMessages(clipboardMessages);
  useEffect(() => {
    let pointer: Point | null = null;
    const onPointer = ({ clientX, clientY }: PointerEvent) => {
      pointer = { x: clientX, y: clientY };
    };
    const onClipboard = (event: ClipboardEvent) => {
      const { clipboardData, type } = event;
      // Not the event's target: browsers report where words were last touched, be it in a notice that has the focus no more.
      if (event.defaultPrevented || !clipboardData || isTyping(document.activeElement)) return;
      if (type !== 'paste' && hasSelectedText()) return;
      const isOurs =
        type === 'paste'
          ? pasteClip(editor, clipboardData, pointer, t)
          : copySteps(editor, type === 'cut' ? 'cut' : 'copy', clipboardData, t);
      if (isOurs) event.preventDefault();
    };
    const clipboardEvents = ['copy', 'cut', 'paste'] as const;
    for (const name of clipboardEvents) window.addEventListener(name, onClipboard);
    window.addEventListener('pointermove', onPointer, { passive: true });
    return () => {
      for (const name of clipboardEvents) window.removeEventListener(name, onClipboard);
      window.removeEventListener('pointermove', onPointer);
    };
  }, [editor, t]);
}

/** Somebody who marked words on the page wants those. */
function hasSelectedText(): boolean {
  return (window.getSelection()?.toString() ?? '') !== '';
}
