/** Where the form of the selected step stands: Escape leads back to the step, and so does a form that goes with the focus in it. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useEditor } from './editor-context.ts';
import { focusStep } from './focus-step.ts';
import { onlyNode } from './store/selection.ts';

interface StepFormPlaceProps {
  readonly className: string;
  readonly children: ReactNode;
}

export function StepFormPlace({ className, children }: StepFormPlaceProps) {
  const editor = useEditor();
  const hasFocus = useRef(false);
  useEffect(
    () =>
      editor.store.state.subscribe(({ selection }, before) => {
        const node = onlyNode(before.selection);
        if (selection === before.selection || node === undefined || !hasFocus.current) return;
        requestAnimationFrame(() => {
          if (document.activeElement !== document.body) return;
          hasFocus.current = false;
          if (editor.store.state.getState().document.nodes[node]) focusStep(editor, node);
          else editor.outline.current?.focusLast();
        });
      }),
    [editor],
  );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const node = onlyNode(editor.store.state.getState().selection);
    // What floats above the form, and has its place elsewhere in the page, hears its own Escape.
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key !== 'Escape' || event.defaultPrevented || !isInside || node === undefined) return;
    event.stopPropagation();
    focusStep(editor, node);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what bubbles out of the form
    <div
      data-step-form
      className={className}
      onKeyDown={onKeyDown}
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={(event) => {
        if (event.relatedTarget) hasFocus.current = event.currentTarget.contains(event.relatedTarget);
      }}
    >
      {children}
    </div>
  );
}
