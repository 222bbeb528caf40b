/** A form's line to an editor that is not there: it looks like one and changes nothing. */
import type { FlowDocument, InformationId, NodeId } from '../../flow/document.ts';
import type { KindForm } from '../../kinds/kind-view.ts';

export function stillForm(document: FlowDocument, node: NodeId, isReadOnly: boolean): KindForm {
  const nothing = () => {};
  return {
    node,
    document,
    isReadOnly,
    error: () => undefined,
    type: nothing,
    set: nothing,
    edit: nothing,
    setInformation: nothing,
    newInformation: (name, type) => ({ id: 'new' as InformationId, name, type }),
    newId: () => 'new',
    steps: () => [],
    nameOf: (step) => step.title ?? step.kind,
    setSection: nothing,
  };
}
