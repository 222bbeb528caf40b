/** Opens the rehearsal at a step. Knows the panels, not what is in them. */
import type { FlowDocument, NodeId } from '../../flow/document.ts';
import { canBeLedTo, type DrawnKinds } from '../../flow/kind.ts';
import type { Editor } from '../editor-context.ts';

/** Whether a call can be begun at the step: not at what is only drawn. */
export function canPlayFrom(document: FlowDocument, kinds: DrawnKinds, node: NodeId): boolean {
  const kind = kinds.get(document.nodes[node]?.kind ?? '');
  return kind !== undefined && (canBeLedTo(kind) || kind.entry === true);
}

export function playFrom({ panels }: Editor, node: NodeId): void {
  panels.setState({ rehearsal: true, rehearsalTab: 'talk', rehearseFrom: { node } });
}
