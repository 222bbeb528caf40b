/** Brings the selected cards into one line: their left or right edges, their middles, their tops or bottoms. */

import { AlignHorizontalJustifyStart } from 'lucide-react';
import type { FlowNode, NodeId } from '../../flow/document.ts';
import { cardGeometry } from '../canvas/card-geometry.ts';
import { original } from '../store/draft.ts';
import { defineCommand } from './command.ts';

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

export const alignSteps = defineCommand<{ readonly to: Alignment }>({
  id: 'align-steps',
  label: 'align-steps',
  icon: AlignHorizontalJustifyStart,
  history: 'now',
  enabled: ({ document, selection }) => chosenCards(document.nodes, selection.nodes).length > 1,
  run(draft, { to }, { selection }) {
    const cards = chosenCards((original(draft) ?? draft).nodes as Nodes, selection.nodes);
    const isAcross = to === 'left' || to === 'centre' || to === 'right';
    const starts = cards.map(({ x, y }) => (isAcross ? x : y));
    const ends = cards.map(({ x, y, width, height }) => (isAcross ? x + width : y + height));
    const least = Math.min(...starts);
    const most = Math.max(...ends);
    for (const { id, x, y, width, height } of cards) {
      const size = isAcross ? width : height;
      const middle = Math.round((least + most - size) / 2);
      const start =
        to === 'left' || to === 'top' ? least : to === 'right' || to === 'bottom' ? most - size : middle;
      const next = isAcross ? { x: start, y } : { x, y: start };
      const node = draft.nodes[id];
      if (node && (next.x !== x || next.y !== y)) node.position = next;
    }
    return { label: { key: 'align-steps', count: cards.length } };
  },
});

type Nodes = Readonly<Record<NodeId, FlowNode>>;

/** The selected cards with their sizes. Pure. */
export function chosenCards(nodes: Nodes, chosen: ReadonlySet<NodeId>) {
  return [...chosen].flatMap((id) => {
    const node = nodes[id];
    if (!node) return [];
    const { width, height } = cardGeometry(node, true);
    return [{ id, ...node.position, width, height }];
  });
}
