/** An expectation that becomes one of another kind. Pure. */
import type { InformationId, NodeId } from '../../flow/document.ts';
import type { Expectation } from '../../rehearsals/test-case.ts';

/** Another kind of expectation, as far as possible about the same. */
export function changedTo(
  type: Expectation['type'],
  before: Expectation,
  first: { readonly node: NodeId; readonly information: InformationId },
): Expectation {
  const text = 'text' in before ? before.text : '';
  switch (type) {
    case 'reaches':
    case 'avoids':
      return { type, node: 'node' in before ? before.node : first.node };
    case 'collects':
      return { type, information: first.information, value: '' };
    case 'says':
    case 'never-says':
      return { type, text };
    case 'ends':
      return { type, end: 'hung-up' };
  }
}
