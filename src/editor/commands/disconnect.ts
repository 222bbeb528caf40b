/** Takes one link away. */
import { Unlink } from 'lucide-react';
import type { EdgeId } from '../../flow/document.ts';
import { defineCommand } from './command.ts';

export const disconnect = defineCommand<{ readonly edge: EdgeId }>({
  id: 'disconnect',
  label: 'disconnect',
  icon: Unlink,
  history: 'now',
  enabled: ({ document }, { edge }) => document.edges[edge] !== undefined,
  run(draft, { edge }) {
    delete draft.edges[edge];
  },
});
