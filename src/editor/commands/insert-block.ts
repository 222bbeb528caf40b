/** Puts a ready-made block into the drawing, in a free place; undone in one step. */

import { Blocks } from 'lucide-react';
import { placeBlock } from '../../blocks/place-block.ts';
import { blockOf } from '../../blocks/registry.ts';
import type { FlowNode, Information, Point } from '../../flow/document.ts';
import { besideExit, freePlace } from '../canvas/placing.ts';
import { castDraft, original } from '../store/draft.ts';
import { onlyNode, selectNodes } from '../store/selection.ts';
import { type CommandState, defineCommand } from './command.ts';
import { type ExitPlace, exitIds, freeExit, link, rounded } from './drawing.ts';

export interface InsertBlockArgs {
  readonly block: string;
  /** The corner that is wanted; without one, beside the way out that leads to the block. */
  readonly at?: Point;
  /** What leads to the block; without one, the first free way out of the selected step. */
  readonly from?: ExitPlace;
  /** Whether steps that act during a call work here; a block draws fewer steps where they do not. */
  readonly hasRuntime?: boolean;
}

export const insertBlock = defineCommand<InsertBlockArgs>({
  id: 'insert-block',
  label: 'insert-block',
  icon: Blocks,
  history: 'now',
  enabled({ document, kinds }, { block, from }) {
    if (!blockOf(block)) return false;
    const step = from && document.nodes[from.node];
    return !from || (step !== undefined && exitIds(kinds, step.kind, step.data).includes(from.exit));
  },
  run(draft, args, context) {
    const block = blockOf(args.block);
    if (!block) return;
    const document = original(draft) ?? draft;
    const from = args.from ?? selectedExit({ ...context, document });
    const placed = placeBlock(block, {
      document,
      from,
      hasRuntime: args.hasRuntime ?? false,
      mint: () => context.newNodeId(),
    });
    const wanted = args.at ?? (from ? besideExit(document, from) : { x: 0, y: 0 });
    const { x, y } = rounded(freePlace(document, wanted, placed.size));
    for (const node of placed.nodes) {
      const position = { x: x + node.position.x, y: y + node.position.y };
      draft.nodes[node.id] = castDraft<FlowNode>({ ...node, position });
    }
    for (const one of placed.information) draft.information[one.id] = castDraft<Information>(one);
    Object.assign(draft.settings, placed.settings);
    for (const one of placed.links) link(draft, one.from, one.to, context.newEdgeId());
    const [first] = placed.nodes;
    if (from && first) {
      // Put between two steps, the block goes on to where its way out led before.
      const onward = Object.values(document.edges).find(
        (edge) => edge.from === from.node && edge.exit === from.exit,
      );
      if (onward) for (const end of placed.open) link(draft, end, onward.to, context.newEdgeId());
      link(draft, from, first.id, context.newEdgeId());
    }
    return { select: selectNodes(...placed.nodes.map((node) => node.id)) };
  },
});

function selectedExit({ document, kinds, selection }: CommandState): ExitPlace | undefined {
  const node = onlyNode(selection);
  const exit = node && freeExit(document, kinds, node);
  return node && exit !== undefined ? { node, exit } : undefined;
}
