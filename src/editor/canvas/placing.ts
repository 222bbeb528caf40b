/** Where a new step is put so that it covers no other. Pure. */
import type { FlowDocument, FlowNode, NodeId, Point } from '../../flow/document.ts';
import { CARD_HEAD, CARD_WIDTH } from '../../kinds/card-size.ts';
import type { ExitPlace } from '../commands/drawing.ts';
import { cardGeometry } from './card-geometry.ts';

const GAP = 110;
const AIR = 32;
/** About the size of a new card: its kind is not chosen yet. */
const NEW_HEIGHT = CARD_HEAD + 72;

/** The nearest free place at or below the wanted one. */
export function freePlace(document: FlowDocument, wanted: Point): Point {
  const taken = (Object.values(document.nodes) as FlowNode[])
    .map((node) => ({ ...node.position, height: cardGeometry(node, true).height }))
    .filter((card) => card.x < wanted.x + CARD_WIDTH + AIR && wanted.x < card.x + CARD_WIDTH + AIR)
    .sort((a, b) => a.y - b.y);
  let { y } = wanted;
  for (const card of taken) {
    if (card.y < y + NEW_HEIGHT + AIR && y < card.y + card.height + AIR) y = card.y + card.height + AIR;
  }
  return { x: wanted.x, y };
}

/** To the right of the step, beside the exit that will lead there. */
export function placeAfter(document: FlowDocument, { node, exit }: ExitPlace): Point {
  const step = document.nodes[node as NodeId];
  if (!step) return { x: 0, y: 0 };
  const { handles } = cardGeometry(step, true);
  const exits = handles.filter(({ type }) => type === 'source');
  const index = exits.findIndex(({ id }) => id === exit);
  return freePlace(document, {
    x: step.position.x + CARD_WIDTH + GAP,
    y: step.position.y + Math.max(0, index) * (NEW_HEIGHT / 2),
  });
}
