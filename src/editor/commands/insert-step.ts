/** Puts a new step between a way out and where it led: nothing that was linked is lost. */
import { Plus } from 'lucide-react';
import type { Point } from '../../flow/document.ts';
import { onlyNode } from '../store/selection.ts';
import { addStep } from './add-step.ts';
import { defineCommand } from './command.ts';
import { canConnect, type ExitPlace, exitIds, link, linkOf } from './drawing.ts';

export interface InsertStepArgs {
  readonly kind: string;
  readonly position: Point;
  readonly from: ExitPlace;
}

export const insertStep = defineCommand<InsertStepArgs>({
  id: 'insert-step',
  label: 'insert-step',
  icon: Plus,
  history: 'now',
  enabled: (state, args) => addStep.enabled(state, args) && linkOf(state.document, args.from) !== undefined,
  run(draft, args, context) {
    const onward = linkOf(draft, args.from)?.to;
    const outcome = addStep.run(draft, args, context);
    const added = outcome?.select && onlyNode(outcome.select);
    const step = added && draft.nodes[added];
    const [exit] = step ? exitIds(context.kinds, step.kind, step.data) : [];
    if (!added || exit === undefined || onward === undefined) return outcome;
    const end = { node: added, exit };
    if (canConnect(draft, context.kinds, end, onward)) link(draft, end, onward, context.newEdgeId());
    return outcome;
  },
});
