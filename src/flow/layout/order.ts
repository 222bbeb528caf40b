/** Order within the columns: barycentre sweeps back and forth, the best order seen is kept. */
import type { NodeId } from '../document.ts';

/** A card, or a piece of a long link's lane (`node` null). `entry` is where links arrive, from its top. */
export interface Item {
  readonly node: NodeId | null;
  readonly width: number;
  readonly height: number;
  readonly entry: number;
  readonly into: { readonly from: Item; readonly offset: number }[];
  readonly out: { readonly to: Item; readonly offset: number }[];
  /** Its place in its column, from 0. */
  rank: number;
}

export type Column = Item[];

export interface Grid {
  readonly columns: Column[];
}

const SWEEPS = 16;

/** Sorts every column in place so that links cross little. Deterministic. */
export function orderColumns({ columns }: Grid): void {
  for (const column of columns) renumber(column);
  let best = columns.map((column) => [...column]);
  let fewest = crossings(columns);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
    const forward = sweep % 2 === 0;
    for (const column of forward ? columns : [...columns].reverse())
      sortBy(column, forward ? leftWeight : rightWeight);
    const now = crossings(columns);
    if (now < fewest) {
      fewest = now;
      best = columns.map((column) => [...column]);
    }
  }
  best.forEach((column, index) => {
    columns[index]!.splice(0, columns[index]!.length, ...column);
    renumber(columns[index]!);
  });
}

function renumber(column: Column): void {
  column.forEach((item, index) => {
    item.rank = index;
  });
}

/** Items without neighbours on that side stay where they are. */
function sortBy(column: Column, weigh: (item: Item) => number | null): void {
  const weights = new Map(column.map((item) => [item, weigh(item) ?? item.rank]));
  column.sort((a, b) => weights.get(a)! - weights.get(b)! || a.rank - b.rank);
  renumber(column);
}

/** Links of one card keep the order of its exits: the exit counts as a fraction of a place. */
function leftWeight(item: Item): number | null {
  if (item.into.length === 0) return null;
  return (
    item.into.reduce((sum, { from, offset }) => sum + from.rank + offset / (from.height + 1), 0) /
    item.into.length
  );
}

function rightWeight(item: Item): number | null {
  return item.out.length === 0 ? null : item.out.reduce((sum, { to }) => sum + to.rank, 0) / item.out.length;
}

/** Crossings of links between neighbouring columns, counted with a tree of sums (Barth, Jünger, Mutzel). */
export function crossings(columns: readonly Column[]): number {
  let total = 0;
  for (let index = 0; index + 1 < columns.length; index += 1) {
    const width = columns[index + 1]!.length;
    const ends = columns[index]!.flatMap((item) =>
      [...item.out].sort((a, b) => a.offset - b.offset || a.to.rank - b.to.rank).map(({ to }) => to.rank),
    );
    let size = 1;
    while (size < width) size *= 2;
    const tree = new Array<number>(2 * size).fill(0);
    for (const end of ends) {
      let at = end + size;
      tree[at]! += 1;
      while (at > 1) {
        if (at % 2 === 0) total += tree[at + 1]!;
        at >>= 1;
        tree[at]! += 1;
      }
    }
  }
  return total;
}
