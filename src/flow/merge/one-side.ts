/** What one side of a conflict made of the drawing, and nothing else: for showing it in words. Pure and total. */
import { isJsonObject, type Json } from '../../lib/json.ts';
import type { EdgeId, FlowDocument, FlowEdge } from '../document.ts';
import type { Conflict, Side } from './conflict.ts';
import { ORDER } from './merge-json.ts';
import { namedRows } from './rows.ts';

/** `base` with the value of that side at the conflict's place. */
export function withSide(base: FlowDocument, conflict: Conflict, side: Side): FlowDocument {
  const value = conflict[side];
  const [part, ...rest] = conflict.path;
  if (part === undefined) return base;
  if (part === 'edges') return withLinks(base, rest, value);
  return put(base as unknown as Json, conflict.path, value) as unknown as FlowDocument;
}

function withLinks(
  base: FlowDocument,
  [from, exit]: readonly string[],
  value: Json | undefined,
): FlowDocument {
  const targets = value === undefined ? [] : Array.isArray(value) ? value : [value];
  const others = Object.values(base.edges).filter((link) => link.from !== from || link.exit !== exit);
  const links = targets.map(
    (to, index) => ({ id: `chosen-${index}`, from, exit, to }) as unknown as FlowEdge,
  );
  const edges = Object.fromEntries([...others, ...links].map((link) => [link.id as EdgeId, link]));
  return { ...base, edges };
}

function put(
  container: Json | undefined,
  path: readonly string[],
  value: Json | undefined,
): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(container)) return writtenRow(container, key, rest, value);
  const object = isJsonObject(container) ? container : {};
  const inner = put(object[key], rest, value);
  const { [key]: _, ...others } = object;
  return inner === undefined ? others : { ...object, [key]: inner };
}

function writtenRow(
  list: readonly Json[],
  key: string,
  rest: readonly string[],
  value: Json | undefined,
): Json {
  const rows = namedRows(list);
  if (!rows) return list.map((row, index) => (String(index) === key ? (put(row, rest, value) ?? row) : row));
  if (key === ORDER) {
    const wanted = (Array.isArray(value) ? value : []).map(String);
    const others = [...rows.keys()].filter((name) => !wanted.includes(name));
    return [...wanted, ...others].flatMap((name) => rows.get(name) ?? []);
  }
  const next = new Map(rows);
  const row = put(rows.get(key), rest, value);
  if (row === undefined) next.delete(key);
  else next.set(key, row);
  return [...next.values()];
}
