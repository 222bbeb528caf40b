/** Heights: every item as near as can be to the level of its links, none overlapping. Pure. */
import type { Column, Grid, Item } from './order.ts';

const CARD_GAP = 40;
const LANE_GAP = 12;
const ROUNDS = 12;
/** Long links are kept straight rather than short ones. */
const LANE_WEIGHT = 4;

/** Sets the top of every item. Columns are settled in turn, from left to right and back, always against the last places. */
export function placeColumns({ columns }: Grid): void {
  for (const column of columns) stack(column);
  const longest = columns.reduce((most, column) => Math.max(most, column.length), 0);
  const blocks = new Blocks(longest);
  for (let round = 0; round < ROUNDS; round += 1) {
    const forward = round % 2 === 0;
    const both = round >= ROUNDS - 2;
    for (let at = 0; at < columns.length; at += 1)
      settle(columns[forward ? at : columns.length - 1 - at]!, blocks, forward || both, !forward || both);
  }
}

function gap(above: Item, below: Item): number {
  return above.height + (above.node && below.node ? CARD_GAP : LANE_GAP);
}

function stack(column: Column): void {
  let y = 0;
  for (let index = 0; index < column.length; index += 1) {
    if (index > 0) y += gap(column[index - 1]!, column[index]!);
    column[index]!.top = y;
  }
}

/** Items that touch each other, as a stack: where each begins in its column, the level of its first item, what it weighs. */
class Blocks {
  readonly first: Int32Array;
  readonly level: Float64Array;
  readonly weight: Float64Array;
  /** How far each item of the column is below the first one when all touch. */
  readonly below: Float64Array;
  count = 0;

  constructor(most: number) {
    this.first = new Int32Array(most);
    this.level = new Float64Array(most);
    this.weight = new Float64Array(most);
    this.below = new Float64Array(most);
  }

  /** Adds an item; blocks that it pushes against become one with it. */
  push(item: number, level: number, weight: number): void {
    let at = this.count;
    this.first[at] = item;
    this.level[at] = level;
    this.weight[at] = weight;
    for (; at > 0 && this.level[at - 1]! > this.level[at]!; at -= 1) {
      const weights = this.weight[at - 1]! + this.weight[at]!;
      this.level[at - 1] =
        (this.level[at - 1]! * this.weight[at - 1]! + this.level[at]! * this.weight[at]!) / weights;
      this.weight[at - 1] = weights;
    }
    this.count = at + 1;
  }
}

/** The places nearest to all wishes (least squares) that keep order and gaps: pool adjacent violators. */
function settle(column: Column, blocks: Blocks, left: boolean, right: boolean): void {
  const { first, level, below } = blocks;
  blocks.count = 0;
  for (let index = 0; index < column.length; index += 1) {
    const item = column[index]!;
    below[index] = index === 0 ? 0 : below[index - 1]! + gap(column[index - 1]!, item);
    wish(item, left, right, blocks, index);
  }
  for (let block = 0, index = 0; block < blocks.count; block += 1) {
    const end = block + 1 < blocks.count ? first[block + 1]! : column.length;
    for (; index < end; index += 1) column[index]!.top = level[block]! + below[index]!;
  }
}

/** Where an item would like its top to be, and how much it cares. */
function wish(item: Item, left: boolean, right: boolean, blocks: Blocks, index: number): void {
  let sum = 0;
  let weight = 0;
  if (left)
    for (const { from, offset } of item.into) {
      const by = item.node === null || from.node === null ? LANE_WEIGHT : 1;
      sum += (from.top + offset - item.entry) * by;
      weight += by;
    }
  if (right)
    for (const { to, offset } of item.out) {
      const by = item.node === null || to.node === null ? LANE_WEIGHT : 1;
      sum += (to.top + to.entry - offset) * by;
      weight += by;
    }
  const top = weight === 0 ? item.top : sum / weight;
  blocks.push(index, top - blocks.below[index]!, weight === 0 ? 0.01 : weight);
}
