/** Heights: every item as near as can be to the level of its links, none overlapping. Pure. */
import type { Column, Grid, Item } from './order.ts';

const CARD_GAP = 40;
const LANE_GAP = 12;
const ROUNDS = 12;
/** Long links are kept straight rather than short ones. */
const LANE_WEIGHT = 4;

/** Top of every item. Columns are settled in turn, from left to right and back, always against the last places. */
export function placeColumns({ columns }: Grid): Map<Item, number> {
  const tops = new Map<Item, number>();
  for (const column of columns) stack(column, tops);
  for (let round = 0; round < ROUNDS; round += 1) {
    const forward = round % 2 === 0;
    for (const column of forward ? columns : [...columns].reverse())
      settle(column, tops, forward, round >= ROUNDS - 2);
  }
  return tops;
}

function gap(above: Item, below: Item): number {
  return above.height + (above.node && below.node ? CARD_GAP : LANE_GAP);
}

function stack(column: Column, tops: Map<Item, number>): void {
  let y = 0;
  column.forEach((item, index) => {
    if (index > 0) y += gap(column[index - 1]!, item);
    tops.set(item, y);
  });
}

/** Where an item would like its top to be, and how much it cares. */
function wish(
  item: Item,
  tops: ReadonlyMap<Item, number>,
  forward: boolean,
  both: boolean,
): { top: number; weight: number } {
  let sum = 0;
  let weight = 0;
  if (forward || both)
    for (const { from, offset } of item.into) {
      const by = item.node === null || from.node === null ? LANE_WEIGHT : 1;
      sum += (tops.get(from)! + offset - item.entry) * by;
      weight += by;
    }
  if (!forward || both)
    for (const { to, offset } of item.out) {
      const by = item.node === null || to.node === null ? LANE_WEIGHT : 1;
      sum += (tops.get(to)! + to.entry - offset) * by;
      weight += by;
    }
  return weight === 0 ? { top: tops.get(item)!, weight: 0.01 } : { top: sum / weight, weight };
}

/** The places nearest to all wishes (least squares) that keep order and gaps: pool adjacent violators. */
function settle(column: Column, tops: Map<Item, number>, forward: boolean, both: boolean): void {
  const blocks: { level: number; weight: number; items: { item: Item; below: number }[] }[] = [];
  let below = 0;
  column.forEach((item, index) => {
    if (index > 0) below += gap(column[index - 1]!, item);
    const { top, weight } = wish(item, tops, forward, both);
    let block = { level: top - below, weight, items: [{ item, below }] };
    for (let last = blocks.at(-1); last && last.level > block.level; last = blocks.at(-1)) {
      blocks.pop();
      const weights = last.weight + block.weight;
      block = {
        level: (last.level * last.weight + block.level * block.weight) / weights,
        weight: weights,
        items: [...last.items, ...block.items],
      };
    }
    blocks.push(block);
  });
  for (const { level, items } of blocks)
    for (const { item, below: offset } of items) tops.set(item, level + offset);
}
