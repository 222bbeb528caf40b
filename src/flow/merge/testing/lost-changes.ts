/**
 * For tests: which changes of either side are neither in a merged drawing nor told as a conflict. Looks at documents as
 * JSON, in a way of its own, so that it does not share the merge's mistakes.
 */
import type { FlowDocument } from '../../document.ts';
import type { Conflict } from '../conflict.ts';
import type { Merged } from '../merge-documents.ts';
import type { Edits } from '../records.ts';

interface Flat {
  /** Path → canonical value. */
  readonly values: ReadonlyMap<string, string>;
  /** Path of a list → the names of its rows. */
  readonly orders: ReadonlyMap<string, readonly string[]>;
}

const join = (path: readonly string[]) => path.join('\u0001');
const split = (path: string) => path.split('\u0001');

/** One line each; empty when nothing was lost. */
export function lostChanges(edits: Edits, { document, conflicts }: Merged): string[] {
  const base = flatten(edits.base);
  const result = flatten(document);
  return (['mine', 'theirs'] as const).flatMap((name) => {
    const other = edits[name === 'mine' ? 'theirs' : 'mine'];
    const side = flatten(edits[name]);
    const isRemovedBy = (who: FlowDocument, step: string | undefined) =>
      step !== undefined && step in edits.base.nodes && !(step in who.nodes);
    const isTold = (path: readonly string[], steps: readonly (string | undefined)[]) =>
      conflicts.some(
        (conflict) =>
          covers(conflict, path) ||
          steps.some((step) => step !== undefined && covers(conflict, ['nodes', step])),
      );
    const lost: string[] = [];
    for (const key of new Set([...base.values.keys(), ...side.values.keys()])) {
      const [before, after] = [base.values.get(key), side.values.get(key)];
      if (before === after || result.values.get(key) === after) continue;
      const path = split(key);
      const [part, id, field] = path;
      if (part === 'nodes' && field === 'position' && isRemovedBy(other, id)) continue;
      const ends = part === 'edges' ? [id, ...split(before ?? ''), ...split(after ?? '')] : [];
      // A link that went with the step of its end.
      if (part === 'edges' && after === undefined && ends.some((end) => isRemovedBy(edits[name], end)))
        continue;
      const named = field === 'section' ? [before, after].map((one) => one?.replaceAll('"', '')) : [];
      if (!isTold(path, [...ends, ...named])) lost.push(`${name}: ${path.join('.')} ${before} → ${after}`);
    }
    for (const [key, order] of side.orders) {
      const [before, now] = [base.orders.get(key), result.orders.get(key)];
      if (!before || !now) continue;
      const stayed = (rows: readonly string[]) =>
        rows.filter((row) => [before, now, order].every((all) => all.includes(row))).join('\u0001');
      const isMoved = stayed(before) !== stayed(order);
      if (isMoved && stayed(order) !== stayed(now) && !isTold(split(key), []))
        lost.push(`${name}: order of ${split(key).join('.')}`);
    }
    return lost;
  });
}

function covers({ path }: Conflict, place: readonly string[]): boolean {
  return path.every((key, index) => place[index] === undefined || key === place[index] || key === '#order');
}

export function flatten(document: FlowDocument): Flat {
  const values = new Map<string, string>();
  const orders = new Map<string, string[]>();
  const walk = (value: unknown, path: readonly string[]) => {
    if (value === undefined) return;
    if (Array.isArray(value)) {
      const names = value.map(rowName);
      if (names.every((name) => name !== undefined) && new Set(names).size === names.length) {
        orders.set(join(path), names);
        value.forEach((row, index) => {
          if (typeof row === 'string') values.set(join([...path, names[index]!]), 'here');
          else walk(row, [...path, names[index]!]);
        });
      } else if (value.length === 7 && value.every((one) => Array.isArray(one)))
        value.forEach((one, index) => {
          values.set(join([...path, String(index)]), canonical(one));
        });
      else values.set(join(path), canonical(value));
    } else if (typeof value === 'object' && value !== null && path.at(-1) !== 'position') {
      for (const [key, one] of Object.entries(value)) walk(one, [...path, key]);
    } else values.set(join(path), canonical(value));
  };
  const { edges, ...rest } = document;
  walk(rest, []);
  const byExit = new Map<string, string[]>();
  for (const { from, exit, to } of Object.values(edges)) {
    const key = join(['edges', from, exit]);
    byExit.set(key, [...(byExit.get(key) ?? []), to]);
  }
  for (const [key, targets] of byExit) values.set(key, join(targets.sort()));
  return { values, orders };
}

function rowName(row: unknown): string | undefined {
  if (typeof row === 'string') return `=${row}`;
  if (typeof row !== 'object' || row === null) return undefined;
  const { id, information, date } = row as Record<string, unknown>;
  const name = id ?? information ?? date;
  return typeof name === 'string' ? name : undefined;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
