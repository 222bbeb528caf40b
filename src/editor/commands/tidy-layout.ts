/** Lays the whole drawing out from left to right, or puts steps where a layout made before says. */
import { Wand2 } from 'lucide-react';
import type { NodeId, Point } from '../../flow/document.ts';
import { defineCommand } from './command.ts';
import { rounded } from './drawing.ts';

export interface MadeLayout {
  readonly points: Readonly<Record<NodeId, Point>>;
  /** Where the steps were when it was made: those that have been moved since stay where they were put. */
  readonly from: Readonly<Record<NodeId, Point>>;
}

/** Null: a layout is made now. */
export const tidyLayout = defineCommand<MadeLayout | null>({
  id: 'tidy-layout',
  label: 'tidy-layout',
  keys: ['shift+t'],
  icon: Wand2,
  history: 'now',
  announced: true,
  enabled: ({ document }) => Object.keys(document.nodes).length > 0,
  run(draft, made, context) {
    for (const [id, point] of Object.entries(made?.points ?? context.layout(draft))) {
      const node = draft.nodes[id as NodeId];
      const next = rounded(point);
      if (!node || (node.position.x === next.x && node.position.y === next.y)) continue;
      const from = made?.from[id as NodeId];
      if (from && (from.x !== node.position.x || from.y !== node.position.y)) continue;
      node.position = next;
    }
  },
});
