/** Makes a step on a link: the link leads to it, and its main way out goes on to where the link led. */

import { Plus } from 'lucide-react';
import type { EdgeId, FlowNode, HoursId, Point } from '../../flow/document.ts';
import { canBeLedTo } from '../../flow/kind.ts';
import { castDraft } from '../store/draft.ts';
import { selectNodes } from '../store/selection.ts';
import { defineCommand } from './command.ts';
import { threadStep } from './on-link.ts';

export interface InsertStepArgs {
  readonly edge: EdgeId;
  readonly kind: string;
  /** The middle of the new card, as far as the link has room there; without it the middle of the link. */
  readonly wanted?: Point;
}

export const insertStep = defineCommand<InsertStepArgs>({
  id: 'insert-step',
  label: 'insert-step',
  icon: Plus,
  history: 'now',
  enabled: ({ document, kinds }, { edge, kind }) =>
    document.edges[edge] !== undefined && kinds.has(kind) && canBeLedTo(kinds.get(kind)),
  run(draft, { edge, kind, wanted }, context) {
    const definition = context.kinds.get(kind);
    if (!definition) return;
    const id = context.newNodeId();
    const hours = Object.keys(draft.hours)[0] as HoursId | undefined;
    const data = definition.create({ language: draft.language, ...(hours ? { hours } : {}) });
    const step: FlowNode = { id, kind, position: { x: 0, y: 0 }, data };
    draft.nodes[id] = castDraft(step);
    threadStep(draft, { step, edge, wanted }, context);
    return { select: selectNodes(id) };
  },
});
