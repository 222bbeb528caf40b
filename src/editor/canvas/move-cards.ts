/** Cards at new places while they are dragged: an open section takes its steps along, and all stand level with others. Pure but for the lines shown. */
import type { FlowDocument, NodeId, Point } from '../../flow/document.ts';
import type { DragAid } from './drag-aid.ts';
import type { Box } from './link-route.ts';
import type { IndexOf } from './redraw.ts';
import type { Members } from './sections.ts';
import { type CanvasNode, drawNode, type Look } from './to-react-flow.ts';

export function moveCards(
  nodes: CanvasNode[],
  positions: ReadonlyMap<string, Point>,
  { members, indexOf, aid }: { members: Members; indexOf: IndexOf; aid: DragAid | undefined },
): CanvasNode[] {
  const cards = [...positions.keys()].flatMap((id) => nodes[indexOf(nodes, id)] ?? []);
  const shift = aid ? aid.snap(boundsOf(cards, positions)) : { x: 0, y: 0 };
  const moved = new Map<string, Point>();
  for (const [id, { x, y }] of positions) moved.set(id, { x: x + shift.x, y: y + shift.y });
  for (const { id, type, position } of cards) {
    const to = type === 'frame' ? moved.get(id) : undefined;
    if (!to) continue;
    for (const along of members.get(id as NodeId) ?? []) {
      const step = nodes[indexOf(nodes, along)];
      if (step && !moved.has(along))
        moved.set(along, {
          x: step.position.x + to.x - position.x,
          y: step.position.y + to.y - position.y,
        });
    }
  }
  const next = [...nodes];
  for (const [id, position] of moved) {
    const index = indexOf(nodes, id);
    const node = nodes[index];
    if (node) next[index] = { ...node, position };
  }
  return next;
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
function boundsOf(cards: readonly CanvasNode[], positions: ReadonlyMap<string, Point>): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { id, measured } of cards) {
    const at = positions.get(id);
    if (!at) continue;
    left = Math.min(left, at.x);
    top = Math.min(top, at.y);
    right = Math.max(right, at.x + (measured?.width ?? 0));
    bottom = Math.max(bottom, at.y + (measured?.height ?? 0));
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
