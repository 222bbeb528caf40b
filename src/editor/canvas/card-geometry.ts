/** Where the handles of a card are, computed: React Flow need not measure. Pixels from the card's top left corner. */
import { type HandleType, Position } from '@xyflow/react';
import type { FlowNode } from '../../flow/document.ts';
import { CARD_FOOT, CARD_HEAD, CARD_ROW, CARD_WIDTH, cardShape } from '../../kinds/card-size.ts';

/** The visible dot. Its hit area is larger and has no say in where links begin. */
export const HANDLE = 10;
/** Middle of the icon tile: where links arrive. */
export const ENTRY_Y = 28;
/** The one handle on the left. */
export const ENTRY_HANDLE = 'in';

/** Middle of the exit row with that index. */
export function exitY(index: number): number {
  return CARD_HEAD + CARD_FOOT / 2 + CARD_ROW * index + CARD_ROW / 2;
}

export interface CardHandle {
  readonly id: string;
  readonly type: HandleType;
  readonly position: Position;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface CardGeometry {
  readonly width: number;
  readonly height: number;
  readonly handles: CardHandle[];
}

/** Size and handles of a step's card; data that the kind cannot read makes a card without exits. Pure. */
export function cardGeometry(node: FlowNode, hasEntry: boolean): CardGeometry {
  const { height, exits } = shapeOf(node);
  return {
    width: CARD_WIDTH,
    height,
    handles: [
      ...(hasEntry ? [handleAt(ENTRY_HANDLE, 'target', Position.Left, 0, ENTRY_Y)] : []),
      ...exits.map((exit, index) => handleAt(exit, 'source', Position.Right, CARD_WIDTH, exitY(index))),
    ],
  };
}

/** A dot with its middle at that place. */
export function handleAt(id: string, type: HandleType, position: Position, x: number, y: number): CardHandle {
  const half = HANDLE / 2;
  return { id, type, position, x: x - half, y: y - half, width: HANDLE, height: HANDLE };
}

function shapeOf(node: FlowNode) {
  try {
    return cardShape(node);
  } catch {
    return { height: CARD_HEAD, exits: [] };
  }
}
