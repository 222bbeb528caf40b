/** Lays the selected steps out from left to right, where they are; nothing else moves. */

import { Wand2 } from 'lucide-react';
import type { FlowDocument, FlowNode, NodeId } from '../../flow/document.ts';
import { original } from '../store/draft.ts';
import { type CommandState, defineCommand } from './command.ts';
import { rounded } from './drawing.ts';

export function canTidySelection({ document, kinds, selection }: CommandState): boolean {
  return stepsOf(document, kinds, selection).length > 1;
}

/** Aids are placed by hand: they have no place in the order of a call. */
function stepsOf(
  document: FlowDocument,
  kinds: CommandState['kinds'],
  selection: CommandState['selection'],
): FlowNode[] {
  return [...selection.nodes].flatMap((id) => {
    const node = document.nodes[id];
    return node && kinds.get(node.kind)?.family !== 'aid' ? [node] : [];
  });
}

export const tidySelection = defineCommand<null>({
  id: 'tidy-selection',
  label: 'tidy-selection',
  icon: Wand2,
  history: 'now',
  enabled: (state) => canTidySelection(state),
  run(draft, _, context) {
    const document = original(draft) ?? draft;
    const steps = stepsOf(document as FlowDocument, context.kinds, context.selection);
    const chosen = new Set(steps.map(({ id }) => id));
    const edges = Object.entries(document.edges).filter(
      ([, { from, to }]) => chosen.has(from as NodeId) && chosen.has(to as NodeId),
    );
    const part = {
      ...document,
      nodes: Object.fromEntries(steps.map((step) => [step.id, step])),
      edges: Object.fromEntries(edges),
    } as FlowDocument;
    const points = context.layout(part);
    const left = Math.min(...steps.map(({ position }) => position.x));
    const top = Math.min(...steps.map(({ position }) => position.y));
    const placed = steps.map(({ id }) => points[id] ?? { x: 0, y: 0 });
    const shift = {
      x: left - Math.min(...placed.map(({ x }) => x)),
      y: top - Math.min(...placed.map(({ y }) => y)),
    };
    for (const { id, position } of steps) {
      const point = points[id];
      const node = draft.nodes[id];
      if (!point || !node) continue;
      const next = rounded({ x: point.x + shift.x, y: point.y + shift.y });
      if (position.x !== next.x || position.y !== next.y) node.position = next;
    }
    return { label: { key: 'tidy-selection', count: steps.length } };
  },
});
