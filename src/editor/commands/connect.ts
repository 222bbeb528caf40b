/** Links an exit to a step. */
import { Spline } from 'lucide-react';
import type { NodeId } from '../../flow/document.ts';
import { defineCommand } from './command.ts';
import { canConnect, type ExitPlace, link } from './drawing.ts';

export interface ConnectArgs extends ExitPlace {
  readonly to: NodeId;
}

export const connect = defineCommand<ConnectArgs>({
  id: 'connect',
  label: 'connect',
  icon: Spline,
  history: 'now',
  enabled({ document, kinds }, { to, ...from }) {
    if (!canConnect(document, kinds, from, to)) return false;
    return !Object.values(document.edges).some(
      (edge) => edge.from === from.node && edge.exit === from.exit && edge.to === to,
    );
  },
  run(draft, { to, ...from }, context) {
    link(draft, from, to, context.newEdgeId());
  },
});
