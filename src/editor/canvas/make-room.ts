/** A new card on a link, and how far the cards to its right give way: only as far as needed, each keeping its height. Pure. */
import type { FlowDocument, FlowEdge, FlowNode, NodeId, Point } from '../../flow/document.ts';
import { CARD_WIDTH } from '../../kinds/card-size.ts';
import { cardGeometry, ENTRY_Y } from './card-geometry.ts';
import type { Box } from './link-route.ts';
import { freePlace } from './placing.ts';

/** What a link between two cards needs to be read. */
const LINK = 80;
/** Between cards that nothing links. */
const AIR = 30;
const GRID = 10;

/** Top left corner of a card in the middle of the link; `wanted`, the point that was meant, draws it nearer. */
export function placeOnLink(document: FlowDocument, edge: FlowEdge, height: number, wanted?: Point): Point {
  const from = document.nodes[edge.from];
  const to = document.nodes[edge.to];
  if (!from || !to) return wanted ?? { x: 0, y: 0 };
  const exit = cardGeometry(from, true).handles.find(({ id, type }) => type === 'source' && id === edge.exit);
  const start = {
    x: from.position.x + CARD_WIDTH,
    y: from.position.y + (exit ? exit.y + exit.height / 2 : ENTRY_Y),
  };
  const end = { x: to.position.x, y: to.position.y + ENTRY_Y };
  const middle = wanted ?? { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const least = start.x + LINK;
  const isForward = end.x > start.x;
  const most = isForward ? Math.max(least, end.x - LINK - CARD_WIDTH) : Number.POSITIVE_INFINITY;
  const x = snapped(Math.min(Math.max(middle.x - CARD_WIDTH / 2, least), most));
  const size = { width: CARD_WIDTH, height };
  // Cards to the right give way; the others stay, and the new one stands clear of them.
  const staying = isForward ? ({ position }: FlowNode) => position.x < x : () => true;
  return freePlace(document, { x, y: snapped(middle.y - ENTRY_Y) }, size, staying);
}

function snapped(length: number): number {
  return Math.round(length / GRID) * GRID;
}

interface Pushed extends Box {
  readonly id: NodeId | null;
  /** Where it stood before. */
  readonly before: number;
}

/** New places of the cards that stand in the way of `card`, whose onward link leads to `target`. The others stay. */
export function makeRoom(
  document: FlowDocument,
  card: Box,
  target: NodeId,
  except?: NodeId,
): Map<NodeId, Point> {
  const nodes = Object.values(document.nodes) as FlowNode[];
  const sections = new Set(nodes.map(({ section }) => section));
  const onward = new Map<NodeId, Set<NodeId>>();
  for (const { from, to } of Object.values(document.edges) as FlowEdge[])
    onward.set(from, (onward.get(from) ?? new Set()).add(to));
  const pushed: Pushed[] = [{ ...card, id: null, before: card.x }];
  const right = nodes
    .filter(({ id, position }) => id !== except && !sections.has(id) && position.x >= card.x)
    .sort((a, b) => a.position.x - b.position.x);
  const places = new Map<NodeId, Point>();
  for (const { id, position, ...node } of right) {
    const { width, height } = cardGeometry({ id, position, ...node }, true);
    const box = { ...position, width, height };
    let { x } = position;
    for (const one of pushed) {
      const isLinked = one.id === null ? id === target : (onward.get(one.id)?.has(id) ?? false);
      if (!isLinked && !areLevel(one, box)) continue;
      const gap = isLinked ? LINK : AIR;
      // A card that was moved keeps what was free before it, when that was less.
      const kept = one.id === null ? gap : Math.min(gap, position.x - one.before - one.width);
      if (kept >= 0) x = Math.max(x, one.x + one.width + kept);
    }
    if (x <= position.x) continue;
    const place = { x: Math.ceil(x / GRID) * GRID, y: position.y };
    places.set(id, place);
    pushed.push({ ...box, x: place.x, id, before: position.x });
  }
  return places;
}

function areLevel(one: Box, other: Box): boolean {
  return one.y < other.y + other.height + AIR && other.y < one.y + one.height + AIR;
}
