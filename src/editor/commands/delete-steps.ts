/** Deletes the named steps with their links. The only step that begins the call stays. */
import { Trash2 } from 'lucide-react';
import type { NodeId } from '../../flow/document.ts';
import { defineCommand } from './command.ts';
import { isOnlyEntry, removeSteps } from './drawing.ts';

export const deleteSteps = defineCommand<{ readonly nodes: readonly NodeId[] }>({
  id: 'delete-steps',
  label: 'delete-selection',
  icon: Trash2,
  history: 'now',
  announced: true,
  enabled: ({ document, kinds }, { nodes }) =>
    nodes.some((id) => document.nodes[id] && !isOnlyEntry(document, kinds, id)),
  run(draft, { nodes }, { kinds }) {
    const gone = nodes.filter((id) => draft.nodes[id] && !isOnlyEntry(draft, kinds, id));
    removeSteps(draft, new Set(gone));
    return { label: { key: 'delete-selection', count: gone.length } };
  },
});
