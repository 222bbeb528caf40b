/** Copies the selected steps and the links between them. The step that begins the call is not copied. */

import { CopyPlus } from 'lucide-react';
import type { FlowNode, NodeId } from '../../flow/document.ts';
import { castDraft, original } from '../store/draft.ts';
import { selectNodes } from '../store/selection.ts';
import { type CommandState, defineCommand } from './command.ts';
import { isEntry } from './drawing.ts';

const OFFSET = 40;

function copyable({ document, kinds, selection }: CommandState) {
  return [...selection.nodes].filter((id) => document.nodes[id] && !isEntry(document, kinds, id));
}

export const duplicate = defineCommand<null>({
  id: 'duplicate',
  label: 'duplicate',
  keys: ['mod+d'],
  icon: CopyPlus,
  history: 'now',
  enabled: (state) => copyable(state).length > 0,
  run(draft, _, context) {
    const before = original(draft) ?? draft;
    const copies = new Map<NodeId, NodeId>();
    for (const id of copyable({
      document: before,
      kinds: context.kinds,
      selection: context.selection,
    })) {
      const node = before.nodes[id];
      if (!node) continue;
      const copy = context.newNodeId();
      copies.set(id, copy);
      const position = { x: node.position.x + OFFSET, y: node.position.y + OFFSET };
      draft.nodes[copy] = castDraft<FlowNode>({ ...structuredClone(node), id: copy, position });
    }
    for (const copy of copies.values()) {
      const step = draft.nodes[copy];
      const section = step?.section && copies.get(step.section as NodeId);
      if (step && section) step.section = section;
    }
    for (const edge of Object.values(before.edges)) {
      const from = copies.get(edge.from as NodeId);
      const to = copies.get(edge.to as NodeId);
      if (!from || !to) continue;
      const id = context.newEdgeId();
      draft.edges[id] = { ...edge, id, from, to };
    }
    return { select: selectNodes(...copies.values()), label: { key: 'duplicate', count: copies.size } };
  },
});
