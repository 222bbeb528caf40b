/** Adds a step at a place, connected from an exit when one is given. */
import { Plus } from 'lucide-react';
import type { HoursId, NodeId, Point } from '../../flow/document.ts';
import { selectNodes } from '../store/selection.ts';
import { defineCommand } from './command.ts';
import { canConnect, type ExitPlace, hasEntry, link, rounded } from './drawing.ts';

export interface AddStepArgs {
  readonly kind: string;
  readonly position: Point;
  readonly from?: ExitPlace;
}

export const addStep = defineCommand<AddStepArgs>({
  id: 'add-step',
  label: 'add-step',
  keys: ['a'],
  icon: Plus,
  history: 'now',
  enabled({ document, kinds }, { kind }) {
    const definition = kinds.get(kind);
    return definition !== undefined && !(definition.entry && hasEntry(document, kinds));
  },
  run(draft, { kind, position, from }, context) {
    const definition = context.kinds.get(kind);
    if (!definition) return;
    const id = context.newNodeId();
    const hours = Object.keys(draft.hours)[0] as HoursId | undefined;
    const data = definition.create({ language: draft.language, ...(hours ? { hours } : {}) });
    draft.nodes[id as NodeId] = {
      id,
      kind,
      position: rounded(position),
      data,
    };
    if (from && canConnect(draft, context.kinds, from, id)) link(draft, from, id, context.newEdgeId());
    return { select: selectNodes(id) };
  },
});
