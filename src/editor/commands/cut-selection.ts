/** Deletes what has just been copied: one edit, named after what the person did. */
import { Scissors } from 'lucide-react';
import { defineCommand } from './command.ts';
import { deletable, deleteSelection } from './delete-selection.ts';

export const cutSelection = defineCommand<null>({
  id: 'cut',
  label: 'cut',
  keys: ['mod+x'],
  icon: Scissors,
  history: 'now',
  announced: true,
  enabled: (state) => deletable(state).length > 0,
  run(draft, _, context) {
    const count = deletable({ ...context, document: draft }).length;
    return { ...deleteSelection.run(draft, null, context), label: { key: 'cut', count } };
  },
});
