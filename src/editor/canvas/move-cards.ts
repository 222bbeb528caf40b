/** Cards at new places while they are dragged: an open section takes its steps along, and all stand level with others. Pure but for the lines shown. */
import type { FlowDocument, NodeId, Point } from '../../flow/document.ts';
import type { DragAid } from './drag-aid.ts';
import type { Box } from './link-route.ts';
import type { Members } from './sections.ts';
import { type CanvasNode, drawNode, type Look } from './to-react-flow.ts';

export function moveCards(
  nodes: CanvasNode[],
  positions: ReadonlyMap<string, Point>,
  members: Members,
  aid: DragAid | undefined,
): CanvasNode[] {
  const shift = aid ? aid.snap(boundsOf(nodes, positions)) : { x: 0, y: 0 };
  const moved = new Map<string, Point>();
  for (const [id, { x, y }] of positions) moved.set(id, { x: x + shift.x, y: y + shift.y });
  for (const { id, type, position } of nodes) {
    const to = type === 'frame' ? moved.get(id) : undefined;
    if (!to) continue;
    const along = new Set<string>(members.get(id as NodeId));
    for (const step of nodes)
      if (along.has(step.id) && !moved.has(step.id))
        moved.set(step.id, {
          x: step.position.x + to.x - position.x,
          y: step.position.y + to.y - position.y,
        });
  }
  return nodes.map((node) => {
    const position = moved.get(node.id);
    return position ? { ...node, position } : node;
  });
}

/** Where the steps are after a drop: the moved cards, the steps inside a frame, and those that a folded card stands for. */
export function droppedPlaces(
  document: FlowDocument,
  look: Look,
  nodes: readonly CanvasNode[],
  ids: readonly NodeId[],
): Record<NodeId, Point> {
  const places: Record<NodeId, Point> = {};
  const moved = new Set<string>(ids);
  for (const id of ids) for (const step of look.members.get(id) ?? []) moved.add(step);
  for (const { id, type, position } of nodes) {
    if (!moved.has(id)) continue;
    if (type !== 'folded') {
      places[id as NodeId] = position;
      continue;
    }
    const section = document.nodes[id as NodeId];
    const before = section && drawNode(section, document, look);
    if (!before) continue;
    const by = { x: position.x - before.position.x, y: position.y - before.position.y };
    for (const step of [...(look.members.get(section.id) ?? []), section.id]) {
      const node = document.nodes[step];
      if (node) places[step] = { x: node.position.x + by.x, y: node.position.y + by.y };
    }
  }
  return places;
}

/** The box round all dragged cards, where the pointer would have them. */
function boundsOf(nodes: readonly CanvasNode[], positions: ReadonlyMap<string, Point>): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { id, measured } of nodes) {
    const at = positions.get(id);
    if (!at) continue;
    left = Math.min(left, at.x);
    top = Math.min(top, at.y);
    right = Math.max(right, at.x + (measured?.width ?? 0));
    bottom = Math.max(bottom, at.y + (measured?.height ?? 0));
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
