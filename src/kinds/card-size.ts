/** The size of a step's card on the canvas, known without drawing it: React Flow need not measure. Pixels. */
import type { FlowNode } from '../flow/document.ts';
import type { CardShape } from '../flow/layout/layout.ts';
import { drawnKinds } from './drawn.ts';

export const CARD_WIDTH = 280;
/** Tile, title and two lines of body with their padding. */
export const CARD_HEAD = 96;
export const CARD_ROW = 28;
/** Middle of the icon tile: where links arrive. */
export const CARD_ENTRY = 28;
/** Below the last row. */
export const CARD_FOOT = 8;
/** What is only drawn has a card of its own. */
export const AID_HEIGHT = 136;

/** Width, height and exits of a card. Without exits there are no rows and no foot. */
export function cardShape(node: FlowNode): CardShape {
  const kind = drawnKinds.get(node.kind);
  const exits = kind?.exits(node.data).map((exit) => exit.id) ?? [];
  const rows = exits.length === 0 ? 0 : exits.length * CARD_ROW + CARD_FOOT;
  return {
    width: CARD_WIDTH,
    height: kind?.family === 'aid' ? AID_HEIGHT : CARD_HEAD + rows,
    exits,
    entry: CARD_ENTRY,
    firstExit: CARD_HEAD + CARD_FOOT / 2 + CARD_ROW / 2,
    exitStep: CARD_ROW,
  };
}
