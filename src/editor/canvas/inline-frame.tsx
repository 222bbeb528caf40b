/** What surrounds a field on a card: how it begins, is kept and taken back, and that the canvas does not hear its keys. */
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useEditor } from '../editor-context.ts';
import { isAbove } from '../shortcuts.ts';

/** One writing: its name in the history, and how it ends. */
export function useInline() {
  const { store, panels } = useEditor();
  const [go] = useState(() => crypto.randomUUID().slice(0, 8));
  const close = () => panels.setState({ inline: null });
  return {
    go,
    onKeep: close,
    onCancel() {
      // Written letter by letter so that nothing is lost; taken back as one.
      if (store.state.getState().history.past.at(-1)?.mergeKey?.endsWith(`:${go}`)) store.undo();
      close();
    },
  };
}

interface InlineFrameProps {
  readonly onKeep: () => void;
  readonly onCancel: () => void;
  readonly className: string;
  readonly children: ReactNode;
}

export function InlineFrame({ onKeep, onCancel, className, children }: InlineFrameProps) {
  const box = useRef<HTMLDivElement>(null);
  const keep = useRef(onKeep);
  keep.current = onKeep;
  useEffect(() => {
    const field = box.current?.querySelector<HTMLElement>('input, textarea, [contenteditable]');
    field?.focus({ preventScroll: true });
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
    // The canvas takes no focus: a press on it is heard here.
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!box.current?.contains(target as Node) && !isAbove(target)) keep.current();
    };
    window.addEventListener('pointerdown', onPointerDown, true);
    return () => window.removeEventListener('pointerdown', onPointerDown, true);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof Element && isAbove(event.target)) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) onKeep();
    else return;
    event.preventDefault();
    event.stopPropagation();
    const card = box.current?.closest<HTMLElement>('.react-flow__node');
    card?.focus({ preventScroll: true });
  };
  const onBlur = (event: FocusEvent) => {
    const to = event.relatedTarget;
    // The list of information floats above, and gives the focus back.
    if (to instanceof Element && !box.current?.contains(to) && !isAbove(to)) onKeep();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside are heard on their way to the canvas
    <div
      ref={box}
      className={`nodrag nopan nowheel nokey ${className}`}
      onKeyDownCapture={onKeyDown}
      onKeyDown={(event) => event.stopPropagation()}
      onBlur={onBlur}
    >
      {children}
    </div>
  );
}
