/** Where two JSON values differ, leaf by leaf; rows of lists are matched by their ids. Pure and total; no domain. */
import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';
import { isSameJson, keysOf, own } from '../../lib/same-json.ts';

/** Paths are dotted; that of something removed is its path in the earlier value. */
export interface Difference {
  readonly type: 'value' | 'added' | 'removed' | 'order';
  readonly path: string;
  readonly pathBefore: string;
  /** Id of the innermost list row it lies in, or that it is. */
  readonly row?: string;
  readonly before?: Json;
  readonly after?: Json;
}

/** Deeper than any drawing; what lies below is compared as a whole, and shown as an ellipsis. */
const DEEPEST = 48;

interface Place {
  readonly path: string;
  readonly pathBefore: string;
  readonly row?: string;
  readonly depth: number;
}

/** Differences in the order of keys; empty exactly when the values are equal as canonical JSON. */
export function jsonDifferences(before: Json | undefined, after: Json | undefined): Difference[] {
  const found: Difference[] = [];
  compare(before, after, { path: '', pathBefore: '', depth: 0 }, found);
  return found.map((difference) => ({
    ...difference,
    ...(difference.before === undefined ? {} : { before: shallow(difference.before) }),
    ...(difference.after === undefined ? {} : { after: shallow(difference.after) }),
  }));
}

function shallow(value: Json, depth = 0): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return '…';
  if (Array.isArray(value)) return value.map((one: Json) => shallow(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shallow(one, depth + 1)]));
}

function compare(before: Json | undefined, after: Json | undefined, place: Place, found: Difference[]): void {
  if (isSameJson(before, after)) return;
  if (place.depth < DEEPEST) {
    if (isJsonObject(before) && isJsonObject(after)) {
      for (const key of keysOf(before, after))
        compare(own(before, key), own(after, key), below(place, key, key), found);
      return;
    }
    if (isList(before) && isList(after) && compareLists(before, after, place, found)) return;
  }
  found.push({ type: 'value', ...named(place), ...given('before', before), ...given('after', after) });
}

/** False for lists of plain values, which are one value. */
function compareLists(
  before: readonly Json[],
  after: readonly Json[],
  place: Place,
  found: Difference[],
): boolean {
  const rows = [...before, ...after];
  if (rows.length === 0 || !rows.every(isJsonObject)) return false;
  const keysBefore = rowKeys(before as readonly JsonObject[]);
  const keysAfter = rowKeys(after as readonly JsonObject[]);
  if (!keysBefore || !keysAfter) {
    compareByPlace(before, after, place, found);
    return true;
  }
  keysBefore.forEach((key, index) => {
    if (!keysAfter.includes(key))
      found.push({
        type: 'removed',
        ...named(below(place, index, index, key)),
        before: before[index]!,
      });
  });
  keysAfter.forEach((key, index) => {
    const earlier = keysBefore.indexOf(key);
    const here = below(place, index, earlier < 0 ? index : earlier, key);
    if (earlier < 0) found.push({ type: 'added', ...named(here), after: after[index]! });
    else compare(before[earlier], after[index], here, found);
  });
  const stayed = keysBefore.filter((key) => keysAfter.includes(key));
  const now = keysAfter.filter((key) => keysBefore.includes(key));
  if (stayed.some((key, index) => key !== now[index])) found.push({ type: 'order', ...named(place) });
  return true;
}

function compareByPlace(
  before: readonly Json[],
  after: readonly Json[],
  place: Place,
  found: Difference[],
): void {
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    const here = below(place, index, index);
    if (index >= after.length) found.push({ type: 'removed', ...named(here), before: before[index]! });
    else if (index >= before.length) found.push({ type: 'added', ...named(here), after: after[index]! });
    else compare(before[index], after[index], here, found);
  }
}

/** The ids of rows, when each has one of its own. */
function rowKeys(rows: readonly JsonObject[]): string[] | null {
  const keys = rows.map((row) => own(row, 'id') ?? own(row, 'information'));
  return keys.every((key) => typeof key === 'string') && new Set(keys).size === keys.length
    ? (keys as string[])
    : null;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function below(place: Place, after: string | number, before: string | number, row = place.row): Place {
  const join = (path: string, key: string | number) => (path === '' ? `${key}` : `${path}.${key}`);
  return {
    path: join(place.path, after),
    pathBefore: join(place.pathBefore, before),
    ...(row === undefined ? {} : { row }),
    depth: place.depth + 1,
  };
}

function named({ path, pathBefore, row }: Place): Pick<Difference, 'path' | 'pathBefore' | 'row'> {
  return { path, pathBefore, ...(row === undefined ? {} : { row }) };
}

function given<Name extends string>(name: Name, value: Json | undefined): { [Key in Name]?: Json } {
  return (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Json };
}
