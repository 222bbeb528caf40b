/** Lists as rows with names, and the order of rows that two people changed. Knows no value but rows. Pure. */
import { isJsonObject, type Json } from '../../lib/json.ts';

export type Rows = ReadonlyMap<string, Json>;

/** What names a row, the first that it has. */
const NAMES = ['id', 'information', 'date'] as const;

/** The rows by name, when each has one of its own: an id, or the text itself in a list of texts. */
export function namedRows(list: readonly Json[]): Rows | undefined {
  const names = list.map(nameOf);
  if (names.some((name) => name === undefined) || new Set(names).size < names.length) return undefined;
  return new Map(list.map((row, index) => [names[index]!, row]));
}

function nameOf(row: Json): string | undefined {
  if (typeof row === 'string') return `=${row}`;
  if (!isJsonObject(row)) return undefined;
  const key = NAMES.find((name) => Object.hasOwn(row, name));
  const name = key && row[key];
  return typeof name === 'string' ? name : undefined;
}

interface Orders {
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

/**
 * The order of the kept rows: whoever moved rows decides (`decide`, when both did), and what a side added stands behind
 * the same row as in its own list. The same whoever is mine.
 */
export function mergeOrder(
  { base, mine, theirs }: Orders,
  isKept: (row: string) => boolean,
  decide: (orders: Orders) => readonly string[],
): string[] {
  const inMine = new Set(mine);
  const inTheirs = new Set(theirs);
  const common = new Set(base.filter((row) => isKept(row) && inMine.has(row) && inTheirs.has(row)));
  const shared = (rows: readonly string[]) => rows.filter((row) => common.has(row));
  const orders = { base: shared(base), mine: shared(mine), theirs: shared(theirs) };
  const order = chooseOrder(orders, decide);
  const added = [mine, theirs].map((rows) => runsBehind(rows, common, isKept));
  const merged = new Set<string>();
  for (const anchor of [undefined, ...order]) {
    if (anchor !== undefined) merged.add(anchor);
    const runs = added.map((behind) => behind.get(anchor) ?? []);
    runs.sort((one, other) => (one.join('\u0000') < other.join('\u0000') ? -1 : 1));
    for (const row of runs.flat()) merged.add(row);
  }
  return [...merged];
}

function chooseOrder(orders: Orders, decide: (orders: Orders) => readonly string[]): readonly string[] {
  const text = (rows: readonly string[]) => rows.join('\u0000');
  if (text(orders.mine) === text(orders.base)) return orders.theirs;
  if (text(orders.theirs) === text(orders.base) || text(orders.mine) === text(orders.theirs))
    return orders.mine;
  return decide(orders);
}

/** Rows that are not common, by the common row that they stand behind. */
function runsBehind(
  rows: readonly string[],
  common: ReadonlySet<string>,
  isKept: (row: string) => boolean,
): Map<string | undefined, string[]> {
  const runs = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const row of rows) {
    if (common.has(row)) anchor = row;
    else if (isKept(row)) runs.set(anchor, [...(runs.get(anchor) ?? []), row]);
  }
  return runs;
}
