/** How the drawing is shown, and the change from one to another: the focus goes along. Knows no component. */
import { matches, useMedia } from '../ui/media.ts';
import { type Editor, usePanel } from './editor-context.ts';
import { focusStep } from './focus-step.ts';
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
  // What is shown now is there in the next frame.
  requestAnimationFrame(() => {
    const selected = onlyNode(editor.store.state.getState().selection);
    if (view !== 'canvas') editor.outline.current?.focusLast();
    else if (selected !== undefined) focusStep(editor, selected);
  });
}

export function showNextView(editor: Editor): void {
  const views = possibleViews();
  const next = views[(views.indexOf(shownView(editor)) + 1) % views.length];
  if (next) showView(editor, next);
}
