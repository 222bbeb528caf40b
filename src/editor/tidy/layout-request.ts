/** What a layout needs of a drawing, small enough to be sent elsewhere: cards' shapes and links, no words. Pure. */
import type { FlowDocument, FlowEdge, FlowNode, NodeId, Point } from '../../flow/document.ts';
import type { CardShape } from '../../flow/layout/layout.ts';

export type Points = Readonly<Record<NodeId, Point>>;

export interface LayoutRequest {
  readonly shapes: Readonly<Record<NodeId, CardShape>>;
  readonly edges: readonly FlowEdge[];
}

export function layoutRequest(
  { nodes, edges }: FlowDocument,
  shapeOf: (node: FlowNode) => CardShape,
): LayoutRequest {
  return {
    shapes: Object.fromEntries(Object.values<FlowNode>(nodes).map((node) => [node.id, shapeOf(node)])),
    edges: Object.values<FlowEdge>(edges),
  };
}
