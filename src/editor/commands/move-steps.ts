/** Puts steps where they were dropped. Arrow keys arrive as many small moves and merge. */
import type { NodeId, Point } from '../../flow/document.ts';
import { defineCommand } from './command.ts';
import { rounded } from './drawing.ts';

export interface MoveStepsArgs {
  readonly positions: Readonly<Record<NodeId, Point>>;
  /** By arrow keys: undone together when they follow each other closely. */
  readonly nudge?: boolean;
}

export const moveSteps = defineCommand<MoveStepsArgs>({
  id: 'move-steps',
  label: 'move-steps',
  history: 'merge',
  mergeKey: ({ positions, nudge }) => (nudge ? `move:${Object.keys(positions).sort().join(',')}` : undefined),
  enabled: (_, { positions }) => Object.keys(positions).length > 0,
  run(draft, { positions }) {
    let count = 0;
    for (const [id, position] of Object.entries(positions)) {
      const node = draft.nodes[id as NodeId];
      const next = rounded(position);
      if (!node || (node.position.x === next.x && node.position.y === next.y)) continue;
      node.position = next;
      count += 1;
    }
    return { label: { key: 'move-steps', count } };
  },
});
