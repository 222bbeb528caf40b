/**
 * Order within the columns: barycentre sweeps back and forth, each followed by exchanges of neighbours; the best order seen
 * is kept. (Sugiyama, Tagawa, Toda 1981; Gansner et al. 1993.)
 */
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
  /** Where its neighbours would have it, in places; only while its column is sorted. */
  weight: number;
  /** Pixels from the top of the drawing. */
  top: number;
}

export type Column = Item[];

export interface Grid {
  readonly columns: Column[];
}

const SWEEPS = 16;
/** Rounds of exchanges after a sweep; most gain is in the first ones. */
const EXCHANGES = 4;

/** Sorts every column in place so that links cross little. Deterministic. */
export function orderColumns({ columns }: Grid): void {
  for (const column of columns) renumber(column);
  let best = columns.map((column) => [...column]);
  let fewest = crossings(columns);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
    const forward = sweep % 2 === 0;
    if (forward) for (let at = 0; at < columns.length; at += 1) sortBy(columns[at]!, leftWeight);
    else for (let at = columns.length - 1; at >= 0; at -= 1) sortBy(columns[at]!, rightWeight);
    exchange(columns);
    const now = crossings(columns);
    if (now < fewest) {
      fewest = now;
      best = columns.map((column) => [...column]);
    }
  }
  best.forEach((column, index) => {
    columns[index] = column;
    renumber(column);
  });
}

function renumber(column: Column): void {
  for (let rank = 0; rank < column.length; rank += 1) column[rank]!.rank = rank;
}

/** Items without neighbours on that side stay where they are. */
function sortBy(column: Column, weigh: (item: Item) => number): void {
  for (const item of column) item.weight = weigh(item);
  column.sort((a, b) => a.weight - b.weight || a.rank - b.rank);
  renumber(column);
}

function leftWeight({ into, rank }: Item): number {
  if (into.length === 0) return rank;
  let sum = 0;
  for (let at = 0; at < into.length; at += 1) sum += leaving(into[at]!);
  return sum / into.length;
}

function rightWeight({ out, rank }: Item): number {
  if (out.length === 0) return rank;
  let sum = 0;
  for (let at = 0; at < out.length; at += 1) sum += out[at]!.to.rank;
  return sum / out.length;
}

/** Where a link leaves: links of one card keep the order of its exits, an exit counts as a fraction of a place. */
function leaving({ from, offset }: Item['into'][number]): number {
  return from.rank + offset / (from.height + 1);
}

/** Exchanges neighbours where fewer links cross afterwards. */
function exchange(columns: readonly Column[]): void {
  for (let round = 0, isBetter = true; isBetter && round < EXCHANGES; round += 1) {
    isBetter = false;
    for (const column of columns)
      for (let rank = 0; rank + 1 < column.length; rank += 1) {
        const above = column[rank]!;
        const below = column[rank + 1]!;
        if (gain(above, below) <= 0) continue;
        column[rank] = below;
        column[rank + 1] = above;
        below.rank = rank;
        above.rank = rank + 1;
        isBetter = true;
      }
  }
}

/** How many crossings between the links of two neighbours vanish when they change places. */
function gain(above: Item, below: Item): number {
  let gained = 0;
  for (let one = 0; one < above.into.length; one += 1) {
    const level = leaving(above.into[one]!);
    for (let two = 0; two < below.into.length; two += 1)
      gained += Math.sign(level - leaving(below.into[two]!));
  }
  for (let one = 0; one < above.out.length; one += 1) {
    const rank = above.out[one]!.to.rank;
    for (let two = 0; two < below.out.length; two += 1) gained += Math.sign(rank - below.out[two]!.to.rank);
  }
  return gained;
}

/** Crossings of links between neighbouring columns, counted with a tree of sums (Barth, Jünger, Mutzel). */
export function crossings(columns: readonly Column[]): number {
  let total = 0;
  for (let index = 0; index + 1 < columns.length; index += 1) {
    const ends = endsOf(columns[index]!);
    let size = 1;
    while (size < columns[index + 1]!.length) size *= 2;
    const tree = new Int32Array(2 * size);
    for (let link = 0; link < ends.length; link += 1) {
      let at = ends[link]! + size;
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

/** Where the links of a column arrive, from the topmost exit to the lowest. */
function endsOf(column: Column): number[] {
  const ends: number[] = [];
  for (const { out } of column) {
    if (out.length > 1) out.sort((a, b) => a.offset - b.offset || a.to.rank - b.to.rank);
    for (let at = 0; at < out.length; at += 1) ends.push(out[at]!.to.rank);
  }
  return ends;
}
