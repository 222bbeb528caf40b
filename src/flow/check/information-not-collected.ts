/** An information is spoken or used where some way through the flow has not asked for it yet. */
import type { InformationId } from '../document.ts';
import type { Problem } from '../problem.ts';
import type { DrawingCheck, Step } from './drawing.ts';

export const informationNotCollected: DrawingCheck = ({ document, steps, known }) => {
  const found: Problem[] = [];
  const look = ({ id, index }: Step, information: InformationId, field?: string) => {
    if (known.has(index, information) || !Object.hasOwn(document.information, information)) return;
    found.push({
      code: 'information-not-collected',
      severity: 'warning',
      at: { node: id, information, ...(field === undefined ? {} : { field }) },
      params: { information: document.information[information]!.name },
    });
  };
  for (const step of steps) {
    const { kind, facts } = step;
    if (!facts || !step.isReached) continue;
    for (const { information, field } of facts.chips) look(step, information, field);
    // A step that asks for an information uses it too; only a decision needs it beforehand.
    if (kind?.family === 'decide') for (const one of facts.uses) look(step, one);
  }
  return found;
};
