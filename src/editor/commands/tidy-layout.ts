/** Lays the whole drawing out from left to right. */
import { Wand2 } from 'lucide-react';
import type { NodeId } from '../../flow/document.ts';
import { defineCommand } from './command.ts';
import { rounded } from './drawing.ts';

export const tidyLayout = defineCommand<null>({
  id: 'tidy-layout',
  label: 'tidy-layout',
  keys: ['shift+t'],
  icon: Wand2,
  history: 'now',
  announced: true,
  enabled: ({ document }) => Object.keys(document.nodes).length > 0,
  run(draft, _, context) {
    for (const [id, point] of Object.entries(context.layout(draft))) {
      const node = draft.nodes[id as NodeId];
      const next = rounded(point);
      if (node && (node.position.x !== next.x || node.position.y !== next.y)) node.position = next;
    }
  },
});
