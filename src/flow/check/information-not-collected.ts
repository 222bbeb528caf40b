/** An information is spoken or used where some way through the flow has not asked for it yet. */
import type { InformationId } from '../document.ts';
import { factsOf } from '../facts.ts';
import type { Problem } from '../problem.ts';
import type { DrawingCheck } from './check.ts';

export const informationNotCollected: DrawingCheck = ({ document, graph, registry, known }) =>
  graph.nodes.flatMap((id): Problem[] => {
    const node = document.nodes[id]!;
    const facts = factsOf(node, registry);
    const before = known.get(id);
    if (!facts || !before) return [];
    const unknown = (information: InformationId) =>
      Object.hasOwn(document.information, information) && !before.has(information);
    const problem = (information: InformationId, field?: string): Problem => ({
      code: 'information-not-collected',
      severity: 'warning',
      at: { node: id, information, ...(field === undefined ? {} : { field }) },
      params: { information: document.information[information]!.name },
    });
    const spoken = facts.sentences.flatMap(({ field, chips }) =>
      chips.filter(unknown).map((one) => problem(one, field)),
    );
    // A step that asks for an information uses it too; only a decision needs it beforehand.
    const needed = registry.get(node.kind)?.family === 'decide' ? facts.uses.filter(unknown) : [];
    return [...spoken, ...needed.map((one) => problem(one))];
  });
