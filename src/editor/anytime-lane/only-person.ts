/** The step that passes calls on, where there is just one: the likely answer to “who takes over?”. Pure; names no kind. */
import type { FlowDocument, FlowNode, NodeId } from '../../flow/document.ts';
import type { DrawnKinds } from '../../flow/kind.ts';

/** Null when there are several, or none. A step that leaves the call and can fail looks for somebody. */
export function onlyPerson(document: FlowDocument, kinds: DrawnKinds): NodeId | null {
  const found = (Object.values(document.nodes) as FlowNode[]).filter(({ kind, data }) => {
    const known = kinds.get(kind);
    return known?.family === 'leave' && known.exits(data).length > 0;
  });
  return found.length === 1 ? found[0]!.id : null;
}
