/** Pastes what a clipboard carries into the open drawing, and says what could not be pasted. Knows no component. */
import type { Point } from '../../flow/document.ts';
import { notify } from '../../ui/toast.tsx';
import { keepInView } from '../canvas/viewport.ts';
import { pasteSteps } from '../commands/paste-steps.ts';
import type { Editor } from '../editor-context.ts';
import { readClip } from './clip.ts';
import type { ClipboardWords } from './messages.ts';
import { welcomeSteps } from './settle-clip.ts';

/**
 * What a clipboard carried, where the pointer is over the canvas. `pointer`: pixels of the window.
 * @public fetched by `import()` as a whole
 */
export function pasteCarried(editor: Editor, text: string, pointer: Point | null, t: ClipboardWords): void {
  const isOver = pointer !== null && isOverCanvas(editor, pointer);
  pasteText(editor, text, isOver ? pointer : null, t);
}

/** `pointer`: where the person points at the canvas; without it, in the middle of what is seen. */
export function pasteText(editor: Editor, text: string, pointer: Point | null, t: ClipboardWords): void {
  const { store, flowId, workspaceHours } = editor;
  const read = readClip(text, store.kinds);
  if (!read.ok) {
    notify({ tone: 'danger', text: t[read.failure] });
    return;
  }
  const clip = read.value;
  const { document } = store.state.getState();
  const left = Object.keys(clip.drawing.nodes).length - welcomeSteps(clip, document, store.kinds).length;
  const { around, isSeen } = whereTo(editor, pointer);
  const sharedHours = workspaceHours.getState().all;
  const isPasted = store.run(pasteSteps, { clip, flow: flowId, around, sharedHours });
  if (left > 0) notify({ text: isPasted ? t.noSecondBeginning : t.onlyABeginning });
  if (isPasted && !isSeen) keepInView(editor, [...store.state.getState().selection.nodes]);
}

interface Destination {
  readonly around: Point | null;
  /** The person points at it. */
  readonly isSeen: boolean;
}

function isOverCanvas({ flowId }: Editor, pointer: Point): boolean {
  const frame = document.querySelector(`[data-canvas="${flowId}"]`);
  return frame?.contains(document.elementFromPoint(pointer.x, pointer.y)) ?? false;
}

function whereTo({ flowId, canvas }: Editor, pointer: Point | null): Destination {
  const frame = document.querySelector(`[data-canvas="${flowId}"]`);
  const instance = canvas.current;
  if (!frame || !instance) return { around: null, isSeen: false };
  if (pointer) return { around: instance.screenToFlowPosition(pointer, { snapToGrid: false }), isSeen: true };
  const { x, y, width, height } = frame.getBoundingClientRect();
  const middle = { x: x + width / 2, y: y + height / 2 };
  return { around: instance.screenToFlowPosition(middle, { snapToGrid: false }), isSeen: false };
}
