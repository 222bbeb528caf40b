/** Answers a request for a layout. Pure. */
import type { FlowDocument } from '../../flow/document.ts';
import { layout } from '../../flow/layout/layout.ts';
import type { LayoutRequest, Points } from './layout-request.ts';

/** The same places as `layout` gives the whole drawing. */
export function layoutOf({ shapes, edges }: LayoutRequest): Points {
  const nodes = Object.fromEntries(Object.keys(shapes).map((id) => [id, { id }]));
  const drawing = { nodes, edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])) };
  // A layout looks at ids and links only; everything else of a step is in its shape.
  return layout(drawing as unknown as FlowDocument, ({ id }) => shapes[id]!);
}
