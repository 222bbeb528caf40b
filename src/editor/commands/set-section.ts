/** Puts steps into a drawn section, or takes them out of theirs. */
import { Group } from 'lucide-react';
import type { NodeId } from '../../flow/document.ts';
import { defineCommand } from './command.ts';

export interface SetSectionArgs {
  readonly nodes: readonly NodeId[];
  /** Null: no section. */
  readonly section: NodeId | null;
}

export const setSection = defineCommand<SetSectionArgs>({
  id: 'set-section',
  label: 'set-section',
  icon: Group,
  history: 'now',
  enabled: ({ document }, { nodes, section }) =>
    (section === null || document.nodes[section] !== undefined) &&
    nodes.some(
      (id) => id !== section && document.nodes[id] && document.nodes[id].section !== (section ?? undefined),
    ),
  run(draft, { nodes, section }) {
    for (const id of nodes) {
      const step = draft.nodes[id];
      if (!step || id === section) continue;
      if (section === null) delete step.section;
      else step.section = section;
    }
  },
});
