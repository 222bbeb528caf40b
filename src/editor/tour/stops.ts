/** The stops of the tour: what each speaks of on the page, and what is opened for it. Knows no words and no component. */
import type { FlowNode, NodeId } from '../../flow/document.ts';
import { keepInView } from '../canvas/viewport.ts';
import type { Editor } from '../editor-context.ts';
import { NOTHING_SELECTED, onlyNode, selectNodes } from '../store/selection.ts';
import { shownView } from '../views.ts';
import type { Side } from './place-beside.ts';

export type StopId = 'drawing' | 'step' | 'hear' | 'publish';

/** Whoever only looks publishes nothing. */
export function stopsFor({ isReadOnly }: Pick<Editor, 'isReadOnly'>): readonly StopId[] {
  return isReadOnly ? ['drawing', 'step', 'hear'] : ['drawing', 'step', 'hear', 'publish'];
}

export const SIDES: Readonly<Record<StopId, readonly Side[]>> = {
  drawing: ['bottom', 'right', 'top', 'left'],
  step: ['left', 'bottom', 'top', 'right'],
  hear: ['bottom', 'left', 'top', 'right'],
  publish: ['bottom', 'left', 'top', 'right'],
};

/** Null while it is not on the page. */
export function targetOf(editor: Editor, stop: StopId, isNarrow: boolean): Element | null {
  const find = (where: string) => document.querySelector(where);
  if (stop === 'hear' || stop === 'publish') return find(`[data-tour="${stop}"]`);
  const bar = find('main [role="toolbar"]');
  const row = find('main [role="treegrid"] [role="row"]');
  if (stop === 'step') return isNarrow ? (row ?? cardOf(editor)) : find('[data-step-form] > *');
  if (isNarrow) return bar;
  return (shownView(editor) === 'outline' ? row : cardOf(editor)) ?? bar;
}

function cardOf(editor: Editor): Element | null {
  const entry = entryOf(editor);
  const canvas = document.querySelector(`[data-canvas="${editor.flowId}"]`);
  return entry ? (canvas?.querySelector(`.react-flow__node[data-id="${CSS.escape(entry)}"]`) ?? null) : null;
}

/** The step with which calls begin. */
function entryOf({ store }: Editor): NodeId | undefined {
  const { nodes } = store.state.getState().document;
  return Object.values<FlowNode>(nodes).find(({ kind }) => store.kinds.get(kind)?.entry)?.id;
}

/** Gets the page ready for a stop, and gives back how to leave it as it was. On a phone a form would cover everything else. */
export function prepareStop(editor: Editor, stop: StopId, isNarrow: boolean): () => void {
  const entry = entryOf(editor);
  if (stop === 'drawing' && entry && !isNarrow) keepInView(editor, [entry]);
  const { selection } = editor.store.state.getState();
  if (stop !== 'step' || isNarrow || !entry || onlyNode(selection) !== undefined) return () => {};
  editor.panels.setState({ settings: false });
  editor.store.select(selectNodes(entry));
  return () => {
    if (onlyNode(editor.store.state.getState().selection) === entry) editor.store.select(NOTHING_SELECTED);
  };
}
