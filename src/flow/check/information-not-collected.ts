/** An information is spoken or used where some way through the flow has not asked for it yet. */
import type { InformationId, NodeId } from '../document.ts';
import type { Problem } from '../problem.ts';
import type { DrawingCheck } from './drawing.ts';

export const informationNotCollected: DrawingCheck = ({ document, steps, known }) => {
  const found: Problem[] = [];
  const look = (node: NodeId, information: InformationId, field?: string) => {
    const before = known.get(node);
    if (!before || before.has(information) || !Object.hasOwn(document.information, information)) return;
    found.push({
      code: 'information-not-collected',
      severity: 'warning',
      at: { node, information, ...(field === undefined ? {} : { field }) },
      params: { information: document.information[information]!.name },
    });
  };
  for (const { id, kind, facts } of steps) {
    if (!facts) continue;
    for (const { field, chips } of facts.sentences) for (const one of chips) look(id, one, field);
    // A step that asks for an information uses it too; only a decision needs it beforehand.
    if (kind?.family === 'decide') for (const one of facts.uses) look(id, one);
  }
  return found;
};
