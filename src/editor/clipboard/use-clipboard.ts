/**
 * Listens to the browser's own copy, cut and paste: they work without a permission, across tabs and browsers. What is done
 * with steps then comes later; whoever is faster than that waits for it.
 */
import { useEffect, useEffectEvent } from 'react';
import type { Point } from '../../flow/document.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { messagesNow } from '../../i18n/use-messages.ts';
import { later, partOf } from '../../ui/later.ts';
import { notify } from '../../ui/toast.tsx';
import type { Editor } from '../editor-context.ts';
import { isTyping } from '../shortcuts.ts';
import { carriedClip } from './carrier.ts';

/** Exported for tests, which do not wait. */
export const steps = later(async () => {
  const [copying, pasting, { clipboardMessages }] = await Promise.all([
    import('./copy-steps.ts'),
    import('./paste-clip.ts'),
    import('./messages.ts'),
  ]);
  return { ...copying, ...pasting, words: () => messagesNow(clipboardMessages) };
});

type Steps = NonNullable<ReturnType<typeof steps.now>>;

export function useClipboard(editor: Editor): void {
  const say = useFailureText();
  const tellOffline = useEffectEvent(say);
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
      const part = steps.now();
      if (type === 'paste') {
        const text = editor.isReadOnly ? null : carriedClip(clipboardData);
        if (text === null) return;
        event.preventDefault();
        if (part) part.pasteCarried(editor, text, pointer, part.words());
        else void whenHere((found) => found.pasteCarried(editor, text, pointer, found.words()));
        return;
      }
      const word = type === 'cut' ? 'cut' : 'copy';
      if (part) {
        if (part.copySteps(editor, word, clipboardData, part.words())) event.preventDefault();
      } else if (editor.store.chosen().nodes.size > 0) {
        event.preventDefault();
        void whenHere((found) => found.requestCopy(editor, word, found.words()));
      }
    };
    const whenHere = async (act: (part: Steps) => void) => {
      const found = await partOf(steps);
      if (found) act(found);
      else notify({ tone: 'danger', text: tellOffline('offline') });
    };
    const clipboardEvents = ['copy', 'cut', 'paste'] as const;
    for (const name of clipboardEvents) window.addEventListener(name, onClipboard);
    window.addEventListener('pointermove', onPointer, { passive: true });
    return () => {
      for (const name of clipboardEvents) window.removeEventListener(name, onClipboard);
      window.removeEventListener('pointermove', onPointer);
    };
  }, [editor]);
}

/** Somebody who marked words on the page wants those. */
function hasSelectedText(): boolean {
  return (window.getSelection()?.toString() ?? '') !== '';
}
