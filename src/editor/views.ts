/** How the drawing is shown, and the change from one to another: the focus goes along. Knows no component. */
import { matches, useMedia } from '../ui/media.ts';
import { type Editor, usePanel } from './editor-context.ts';
import { focusStep } from './focus-step.ts';
import { LaterOutline } from './later-parts.tsx';
import { EDITOR_VIEWS, type EditorView } from './store/panels.ts';
import { onlyNode } from './store/selection.ts';

/** There is room for the drawing or its outline only, and forms take the whole screen. */
const NARROW = '(max-width: 759px)';
const NARROW_VIEWS = ['outline', 'canvas'] as const;

export function useIsNarrow(): boolean {
  return useMedia(NARROW);
}

export function useShownView(): EditorView {
  const isNarrow = useIsNarrow();
  return usePanel(({ view, narrowView }) => (isNarrow ? narrowView : view));
}

export function shownView({ panels }: Editor): EditorView {
  const { view, narrowView } = panels.getState();
  return matches(NARROW) ? narrowView : view;
}

/** Those that there is room for. */
export function possibleViews(isNarrow = matches(NARROW)): readonly EditorView[] {
  return isNarrow ? NARROW_VIEWS : EDITOR_VIEWS;
}

export function showView(editor: Editor, view: EditorView): void {
  if (matches(NARROW)) {
    if (view !== 'both') editor.panels.setState({ narrowView: view });
  } else editor.panels.setState({ view });
  if (view !== 'canvas') focusOutline(editor);
  // What is shown now is there in the next frame.
  else
    requestAnimationFrame(() => {
      const selected = onlyNode(editor.store.state.getState().selection);
      if (selected !== undefined) focusStep(editor, selected);
    });
}

/** Frames in which an outline that has just been fetched is surely drawn. */
const PATIENCE = 60;

/** The first time, the outline may still have to come. One that cannot be fetched says so where it would stand. */
function focusOutline(editor: Editor): void {
  const tryIn = (frames: number) =>
    requestAnimationFrame(() => {
      if (editor.outline.current) editor.outline.current.focusLast();
      else if (frames > 0 && shownView(editor) !== 'canvas') tryIn(frames - 1);
    });
  if (LaterOutline.isHere()) tryIn(PATIENCE);
  else
    LaterOutline.load().then(
      () => tryIn(PATIENCE),
      () => {},
    );
}

export function showNextView(editor: Editor): void {
  const views = possibleViews();
  const next = views[(views.indexOf(shownView(editor)) + 1) % views.length];
  if (next) showView(editor, next);
}
