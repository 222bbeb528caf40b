/** Deletes the selected steps with their links, and the selected links. The step that begins the call stays. */
import { Trash2 } from 'lucide-react';
import { NOTHING_SELECTED } from '../store/selection.ts';
import { type CommandState, defineCommand } from './command.ts';
import { isOnlyEntry, removeSteps } from './drawing.ts';

export function deletable({ document, kinds, selection }: CommandState) {
  return [...selection.nodes].filter((id) => document.nodes[id] && !isOnlyEntry(document, kinds, id));
}

export const deleteSelection = defineCommand<null>({
  id: 'delete-selection',
  label: 'delete-selection',
  keys: ['delete', 'backspace'],
  icon: Trash2,
  history: 'now',
  announced: true,
  enabled: (state) =>
    deletable(state).length > 0 || [...state.selection.edges].some((id) => state.document.edges[id]),
  run(draft, _, context) {
    const nodes = new Set(deletable({ document: draft, kinds: context.kinds, selection: context.selection }));
    for (const edge of context.selection.edges) delete draft.edges[edge];
    removeSteps(draft, nodes);
    return nodes.size > 0
      ? { select: NOTHING_SELECTED, label: { key: 'delete-selection', count: nodes.size } }
      : { select: NOTHING_SELECTED, label: { key: 'disconnect' }, isSmall: true };
  },
});
