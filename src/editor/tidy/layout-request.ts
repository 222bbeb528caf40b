/** What a layout needs of a drawing, small enough to be sent elsewhere: cards' shapes and links, no words. Pure. */
import type { FlowDocument, FlowEdge, FlowNode, NodeId, Point } from '../../flow/document.ts';
import { type CardShape, layout } from '../../flow/layout/layout.ts';

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

/** The same places as `layout` gives the whole drawing. */
export function layoutOf({ shapes, edges }: LayoutRequest): Points {
  const nodes = Object.fromEntries(Object.keys(shapes).map((id) => [id, { id }]));
  const drawing = { nodes, edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])) };
  // A layout looks at ids and links only; everything else of a step is in its shape.
  return layout(drawing as unknown as FlowDocument, ({ id }) => shapes[id]!);
}
