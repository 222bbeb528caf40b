/**
 * The part of a large drawing that React Flow is given: at every step of a hand it goes through all that it was given. Pure; knows
 * no store.
 */
import type { Box } from './link-route.ts';
import { createIndex } from './redraw.ts';
import type { CanvasEdge, CanvasNode, Drawn } from './to-react-flow.ts';

/**
 * What lies in the area, with links and the cards at their ends: a link is seen wherever the box round its two cards is. What is
 * selected is always there, as it is moved together.
 */
export function nearCards({ nodes, edges }: Drawn, area: Box): Drawn {
  const cards = new Map(nodes.map((node) => [node.id, node]));
  const near = new Set<string>();
  for (const node of nodes) if (node.selected === true || isIn(node, node, area)) near.add(node.id);
  const core = new Set(near);
  const links: CanvasEdge[] = [];
  for (const edge of edges) {
    const source = cards.get(edge.source);
    const target = cards.get(edge.target);
    if (!source || !target) continue;
    const isNear = edge.selected === true || core.has(source.id) || core.has(target.id);
    if (!isNear && !isIn(source, target, area)) continue;
    links.push(edge);
    near.add(source.id).add(target.id);
  }
  return { nodes: nodes.filter(({ id }) => near.has(id)), edges: links };
}

/** The same part after cards were moved and nothing else; undefined when it must be found anew. */
export function nearAfterMove(near: Drawn, before: Drawn, after: Drawn, area: Box): Drawn | undefined {
  if (before.edges !== after.edges || before.nodes.length !== after.nodes.length) return undefined;
  const moved = new Map<string, CanvasNode>();
  for (let index = 0; index < after.nodes.length; index += 1) {
    const node = after.nodes[index]!;
    const old = before.nodes[index];
    if (node === old) continue;
    if (node.id !== old?.id || node.selected !== old.selected || node.type !== old.type) return undefined;
    moved.set(node.id, node);
  }
  const far = new Map(moved);
  for (const { id } of near.nodes) far.delete(id);
  if ([...far.values()].some((card) => comesNear(card, after, area))) return undefined;
  if (far.size === moved.size) return near;
  return { nodes: near.nodes.map((node) => moved.get(node.id) ?? node), edges: near.edges };
}

/** Whether a card, or one of its links, is to be seen in the area. */
function comesNear(card: CanvasNode, { nodes, edges }: Drawn, area: Box): boolean {
  if (isIn(card, card, area)) return true;
  return (linksByCard(edges).get(card.id) ?? []).some(({ source, target }) => {
    const other = indexOf(nodes, source === card.id ? target : source);
    return other >= 0 && isIn(card, nodes[other]!, area);
  });
}

const indexOf = createIndex();
const byCard = new WeakMap<readonly CanvasEdge[], ReadonlyMap<string, readonly CanvasEdge[]>>();

/** Remembered: links stay the same while cards are moved. */
function linksByCard(edges: readonly CanvasEdge[]): ReadonlyMap<string, readonly CanvasEdge[]> {
  const known = byCard.get(edges);
  if (known) return known;
  const made = new Map<string, CanvasEdge[]>();
  const add = (card: string, edge: CanvasEdge) => {
    const list = made.get(card);
    if (list) list.push(edge);
    else made.set(card, [edge]);
  };
  for (const edge of edges) {
    add(edge.source, edge);
    add(edge.target, edge);
  }
  byCard.set(edges, made);
  return made;
}

/** Whether the box round both cards meets the area. */
function isIn(one: CanvasNode, other: CanvasNode, { x, y, width, height }: Box): boolean {
  return (
    Math.min(one.position.x, other.position.x) < x + width &&
    Math.max(right(one), right(other)) > x &&
    Math.min(one.position.y, other.position.y) < y + height &&
    Math.max(bottom(one), bottom(other)) > y
  );
}

const right = ({ position, measured }: CanvasNode) => position.x + (measured?.width ?? 0);
const bottom = ({ position, measured }: CanvasNode) => position.y + (measured?.height ?? 0);

/** What is seen, and as much again around it. */
export function areaAround(seen: Box): Box {
  return {
    x: seen.x - seen.width / 2,
    y: seen.y - seen.height / 2,
    width: 2 * seen.width,
    height: 2 * seen.height,
  };
}

/** Whether the area still serves what is seen: all of it, and not many times as much. */
export function serves(area: Box, seen: Box): boolean {
  return (
    area.x <= seen.x &&
    area.y <= seen.y &&
    area.x + area.width >= seen.x + seen.width &&
    area.y + area.height >= seen.y + seen.height &&
    area.width <= 4 * seen.width
  );
}
