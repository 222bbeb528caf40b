/** Where new steps are put so that they cover no other. Pure. */
import type { FlowDocument, FlowNode, NodeId, Point } from '../../flow/document.ts';
import { CARD_HEAD, CARD_WIDTH } from '../../kinds/card-size.ts';
import type { ExitPlace } from '../commands/drawing.ts';
import { cardGeometry } from './card-geometry.ts';

const GAP = 110;
const AIR = 32;
/** About the size of a new card: its kind is not chosen yet. */
export const NEW_CARD = { width: CARD_WIDTH, height: CARD_HEAD + 72 };

/** The nearest free place at or below the wanted one, for a new card or for several that take up this much room; `isThere` leaves out cards that do not count. */
export function freePlace(
  document: FlowDocument,
  wanted: Point,
  { width, height } = NEW_CARD,
  isThere: (node: FlowNode) => boolean = () => true,
): Point {
  const taken = (Object.values(document.nodes) as FlowNode[])
    .filter(isThere)
    .map((node) => ({ ...node.position, height: cardGeometry(node, true).height }))
    .filter((card) => card.x < wanted.x + width + AIR && wanted.x < card.x + CARD_WIDTH + AIR)
    .sort((a, b) => a.y - b.y);
  let { y } = wanted;
  for (const card of taken) {
    if (card.y < y + height + AIR && y < card.y + card.height + AIR) y = card.y + card.height + AIR;
  }
  return { x: wanted.x, y };
}

/** To the right of the step, beside the exit that will lead there; free for a new card. */
export function placeAfter(document: FlowDocument, from: ExitPlace): Point {
  return freePlace(document, besideExit(document, from));
}

/** To the right of the step, beside the exit; whatever stands there. */
export function besideExit(document: FlowDocument, { node, exit }: ExitPlace): Point {
  const step = document.nodes[node as NodeId];
  if (!step) return { x: 0, y: 0 };
  const { handles } = cardGeometry(step, true);
  const exits = handles.filter(({ type }) => type === 'source');
  const index = exits.findIndex(({ id }) => id === exit);
  return {
    x: step.position.x + CARD_WIDTH + GAP,
    y: step.position.y + Math.max(0, index) * (NEW_CARD.height / 2),
  };
}
