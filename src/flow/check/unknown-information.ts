/** A sentence or setting that names an information which does not exist. */
import type { InformationId, NodeId } from '../document.ts';
import type { Problem } from '../problem.ts';
import type { DrawingCheck } from './drawing.ts';

export const unknownInformation: DrawingCheck = ({ document, steps }) => {
  const found: Problem[] = [];
  const isMissing = (information: InformationId) => !Object.hasOwn(document.information, information);
  for (const { id, facts } of steps) {
    if (!facts) continue;
    for (const { information, field, text } of facts.chips)
      if (isMissing(information))
        found.push({ ...problem(id, information, field), fix: withoutChip(id, field, text, information) });
    for (const information of facts.uses) if (isMissing(information)) found.push(problem(id, information));
  }
  return found;
};

function problem(node: NodeId, information: InformationId, field?: string): Problem {
  return {
    code: 'unknown-information',
    severity: 'error',
    at: { node, information, ...(field === undefined ? {} : { field }) },
    params: { information },
  };
}

function withoutChip(node: NodeId, path: string, text: string, information: InformationId) {
  const value = text.replaceAll(`{{${information}}}`, '').replaceAll('  ', ' ').trim();
  return { command: 'edit-field', args: { node, path, value } };
}
