/** Reads and writes a value deep inside a step's data by a dotted path. Knows no kind. */
import type { Json } from '../../lib/json.ts';

type Container = Record<string, unknown> | unknown[];

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

/** The value at the path; undefined when something on the way is missing. Pure. */
export function readField(data: unknown, path: string): unknown {
  let value = data;
  for (const key of path.split('.')) {
    if (!isContainer(value)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** Writes in place (a draft); does nothing when something on the way is missing. `undefined` removes the key. */
export function writeField(data: unknown, path: string, value: Json | undefined): void {
  const keys = path.split('.');
  const last = keys.pop();
  const parent = keys.length === 0 ? data : readField(data, keys.join('.'));
  if (last === undefined || !isContainer(parent)) return;
  const container = parent as Record<string, unknown>;
  if (value === undefined) delete container[last];
  // An equal value must not make a patch, or it would stand in the history.
  // A list that a form made from the step's own rows shares them with the drawing of before: a later write into one of
  // them would change what undo brings back.
  else if (JSON.stringify(container[last]) !== JSON.stringify(value))
    container[last] = typeof value === 'object' && value !== null ? structuredClone(value) : value;
}
