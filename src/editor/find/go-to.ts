/** Leads to what was found: the step is selected, seen and has the focus; the rule's switch has it. Knows no component. */
import type { NodeId } from '../../flow/document.ts';
import { centreOn } from '../canvas/viewport.ts';
import type { Editor } from '../editor-context.ts';
import { focusStep } from '../focus-step.ts';
import { selectNodes } from '../store/selection.ts';
import type { FlowPlace } from './find-in-flow.ts';

export function goTo(editor: Editor, place: FlowPlace): void {
  if (place.type === 'step') void goToStep(editor, place.node);
  else editor.panels.setState({ lane: true, laneRule: place.rule });
}

export async function goToStep(editor: Editor, node: NodeId): Promise<void> {
  editor.store.select(selectNodes(node));
  const before = document.activeElement;
  await centreOn(editor, node);
  // Cards out of view are not drawn: it is there only after the movement, and only wanted if nobody went on meanwhile.
  if (document.activeElement === before || document.activeElement === document.body) focusStep(editor, node);
}
