/** Leads to where a problem is mended: the step is selected and seen, its form is opened, the field has the focus. */
import type { Problem } from '../../flow/problem.ts';
import { centreOn } from '../canvas/viewport.ts';
import type { Editor } from '../editor-context.ts';
import { NOTHING_SELECTED, selectNodes } from '../store/selection.ts';
import { problemKey } from './problem-key.ts';
import { problemPlace } from './problem-place.ts';

const NARROW = 640;

/** Whether there is a place to go to. */
export function goToProblem(editor: Editor, problem: Problem): boolean {
  const { store, panels } = editor;
  const place = problemPlace(problem, store.state.getState().document);
  if (!place) return false;
  // On a narrow screen the list would lie over what it leads to.
  if (window.innerWidth < NARROW) panels.setState({ problems: false });
  if (place.type === 'rule') {
    panels.setState({ lane: true, laneRule: place.rule });
    return true;
  }
  const wanted = { problem: problemKey(problem), exit: problem.at.exit };
  if (place.type === 'settings') {
    store.select(NOTHING_SELECTED);
    panels.setState({ settings: true, wanted });
    return true;
  }
  store.select(selectNodes(place.node));
  panels.setState({ wanted });
  void centreOn(editor, place.node);
  return true;
}
