/** An answer to a question that callers asked becomes part of a drawing: of the step that knew none, or another that answers. Pure. */
import { stableStringify } from '../lib/json.ts';
import type { FlowDocument, NodeId } from './document.ts';
import type { Registry, TaughtFact } from './kind.ts';

/** `no-step`: no step answers questions. `full`: the step knows as much as it may. */
export type TeachResult =
  | { readonly ok: true; readonly document: FlowDocument; readonly node: NodeId }
  | { readonly ok: false; readonly reason: 'no-step' | 'full' };

export function teach(
  document: FlowDocument,
  registry: Registry,
  asked: NodeId,
  fact: TaughtFact,
): TeachResult {
  const learns = (node: NodeId) => registry.get(document.nodes[node]?.kind ?? '')?.learns;
  const node = learns(asked) ? asked : (Object.keys(document.nodes) as NodeId[]).find(learns);
  const drawn = node === undefined ? undefined : document.nodes[node];
  if (node === undefined || drawn === undefined) return { ok: false, reason: 'no-step' };
  const data = learns(node)!(drawn.data, fact);
  if (data === null) return { ok: false, reason: 'full' };
  return { ok: true, node, document: withData(document, node, data) };
}

/** The drawing without what the step was taught; null where the step was changed since. */
export function unteach(
  document: FlowDocument,
  node: NodeId,
  taught: unknown,
  before: unknown,
): FlowDocument | null {
  const now = document.nodes[node]?.data;
  if (now === undefined || stableStringify(now) !== stableStringify(taught)) return null;
  return withData(document, node, before);
}

function withData(document: FlowDocument, node: NodeId, data: unknown): FlowDocument {
  return { ...document, nodes: { ...document.nodes, [node]: { ...document.nodes[node]!, data } } };
}
