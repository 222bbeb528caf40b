/** Spaces the selected cards evenly: the outer two stay, the gaps between all of them become equal. */

import { AlignHorizontalSpaceAround } from 'lucide-react';
import type { FlowNode, NodeId } from '../../flow/document.ts';
import { original } from '../store/draft.ts';
import { chosenCards } from './align-steps.ts';
import { defineCommand } from './command.ts';

export const distributeSteps = defineCommand<{ readonly along: 'x' | 'y' }>({
  id: 'distribute-steps',
  label: 'distribute-steps',
  icon: AlignHorizontalSpaceAround,
  history: 'now',
  enabled: ({ document, selection }) => chosenCards(document.nodes, selection.nodes).length > 2,
  run(draft, { along }, { selection }) {
    const nodes = (original(draft) ?? draft).nodes as Readonly<Record<NodeId, FlowNode>>;
    const size = along === 'x' ? ('width' as const) : ('height' as const);
    const cards = chosenCards(nodes, selection.nodes).sort(
      (a, b) => a[along] + a[size] / 2 - (b[along] + b[size] / 2),
    );
    const first = cards[0];
    const last = cards.at(-1);
    if (!first || !last) return;
    const room = last[along] + last[size] - first[along];
    const gap = (room - cards.reduce((sum, card) => sum + card[size], 0)) / (cards.length - 1);
    let at: number = first[along];
    for (const card of cards) {
      const node = draft.nodes[card.id];
      const next = Math.round(at);
      if (node && next !== card[along]) node.position = { x: card.x, y: card.y, [along]: next };
      at += card[size] + gap;
    }
    return { label: { key: 'distribute-steps', count: cards.length } };
  },
});
