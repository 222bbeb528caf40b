/** A copy of one part of a document, as deep as its first level. Pure. */

/** What a document is made of: records and lists. */
export type Part = Record<string | number, unknown>;

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null;
}

/** From here on the browser keeps a record as a table. */
const LARGE = 512;

/**
 * The keys of tables that were copied: asking for them is most of what a copy costs, and from letter to letter they stay the
 * same.
 */
const keysOf = new WeakMap<Part, readonly string[]>();

/**
 * A record of thousands of steps is copied at every edit: that costs a tenth of what spreading it does. Whoever adds a key to the
 * copy, or takes one away, says so by `changesKeys`.
 */
export function copyPart(part: Part): Part {
  if (Array.isArray(part)) return [...part] as unknown as Part;
  const keys = keysOf.get(part) ?? Object.keys(part);
  if (keys.length < LARGE) return { ...part };
  const copy = emptyTable();
  for (const key of keys) copy[key] = part[key];
  keysOf.set(copy, keys);
  return copy;
}

export function changesKeys(copy: Part): void {
  keysOf.delete(copy);
}

/** An object that has lost a key is a table at once; another one becomes it after a thousand changes of its shape. */
function emptyTable(): Part {
  const table: Part = { first: 0, second: 0 };
  delete table.first;
  delete table.second;
  return table;
}
