/** Gives the focus to a step where the person works: its row in the outline, or its card. Knows no component. */
import type { NodeId } from '../flow/document.ts';
import type { Editor } from './editor-context.ts';

export function focusStep(editor: Editor, node: NodeId): void {
  const outline = editor.outline.current;
  if (outline?.isHome()) outline.focus(node);
  else focusCard(editor, node);
}

/** Cards that have just been added, or were out of view, are drawn in the next frame. */
function focusCard({ flowId }: Editor, node: NodeId): void {
  requestAnimationFrame(() => {
    const canvas = document.querySelector(`[data-canvas="${flowId}"]`);
    const card = canvas?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node)}"]`);
    card?.focus({ preventScroll: true });
  });
}

/** Frames in which a form that has to be fetched first is mostly there. */
const PATIENCE = 120;

/** The form of the selected step, once it is there: its first field. */
export function focusForm(): void {
  const tryIn = (frames: number) =>
    requestAnimationFrame(() => {
      const field = document.querySelector<HTMLElement>(
        '[data-step-form] input:not([readonly]), [data-step-form] button',
      );
      if (field) field.focus();
      else if (frames > 0) tryIn(frames - 1);
    });
  tryIn(PATIENCE);
}
