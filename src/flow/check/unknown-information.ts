/** A sentence or setting that names an information which does not exist. */
import type { InformationId } from '../document.ts';
import { factsOf } from '../facts.ts';
import type { Problem } from '../problem.ts';
import type { DrawingCheck } from './check.ts';

export const unknownInformation: DrawingCheck = ({ document, graph, registry }) => {
  const missing = (information: InformationId) => !Object.hasOwn(document.information, information);
  return graph.nodes.flatMap((id): Problem[] => {
    const facts = factsOf(document.nodes[id]!, registry);
    if (!facts) return [];
    const problem = (information: InformationId, field?: string): Problem => ({
      code: 'unknown-information',
      severity: 'error',
      at: { node: id, information, ...(field === undefined ? {} : { field }) },
      params: { information },
    });
    const chips = facts.sentences.flatMap(({ field, chips }) =>
      chips.filter(missing).map((one) => problem(one, field)),
    );
    return [...chips, ...facts.uses.filter(missing).map((one) => problem(one))];
  });
};
