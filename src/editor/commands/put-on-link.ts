/** Puts a step that nothing is linked with on a link, as when it is dropped there. */

import { Spline } from 'lucide-react';
import type { EdgeId, FlowNode, NodeId, Point } from '../../flow/document.ts';
import { original } from '../store/draft.ts';
import { defineCommand } from './command.ts';
import { isLoose, threadStep } from './on-link.ts';

export interface PutOnLinkArgs {
  readonly node: NodeId;
  readonly edge: EdgeId;
  /** The middle of the card where it was dropped. */
  readonly wanted?: Point;
}

export const putOnLink = defineCommand<PutOnLinkArgs>({
  id: 'put-on-link',
  label: 'insert-step',
  icon: Spline,
  history: 'now',
  enabled: ({ document, kinds }, { node, edge }) =>
    document.edges[edge] !== undefined && isLoose(document, kinds, node),
  run(draft, { node, edge, wanted }, context) {
    const step = (original(draft) ?? draft).nodes[node] as FlowNode | undefined;
    if (step) threadStep(draft, { step, edge, wanted }, context);
    return undefined;
  },
});
