/** Makes a section of the selected steps. */

import { Group } from 'lucide-react';
import type { FlowNode, NodeId } from '../../flow/document.ts';
import { castDraft } from '../store/draft.ts';
import { selectNodes } from '../store/selection.ts';
import { type CommandState, defineCommand } from './command.ts';

/** What may lie in a section: steps of a call, no aids. */
function gathered({ document, kinds, selection }: CommandState): NodeId[] {
  return [...selection.nodes].filter((id) => {
    const node = document.nodes[id];
    return node !== undefined && kinds.get(node.kind)?.family !== 'aid';
  });
}

function sectionKind(kinds: CommandState['kinds']) {
  return [...kinds.values()].find((kind) => kind.gathers === true);
}

export const makeSection = defineCommand<null>({
  id: 'make-section',
  label: 'make-section',
  icon: Group,
  history: 'now',
  enabled: (state) => sectionKind(state.kinds) !== undefined && gathered(state).length > 1,
  run(draft, _, context) {
    const kind = sectionKind(context.kinds);
    const steps = gathered({ document: draft as CommandState['document'], ...context });
    const [first] = steps;
    if (!kind || first === undefined) return;
    const id = context.newNodeId();
    const positions = steps.map((step) => draft.nodes[step]!.position);
    const position = {
      x: Math.min(...positions.map(({ x }) => x)),
      y: Math.min(...positions.map(({ y }) => y)),
    };
    const data = kind.create({ language: draft.language });
    draft.nodes[id] = castDraft<FlowNode>({ id, kind: kind.id, position, data });
    for (const step of steps) {
      const node = draft.nodes[step];
      if (node) node.section = id;
    }
    return { select: selectNodes(id) };
  },
});
