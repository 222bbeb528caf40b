/**
 * Merges two edits of one JSON value: objects key by key, lists row by row where rows have names, anything else as a whole.
 * Knows no document. Pure and total; the same whoever is mine.
 */
import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';
import { isSameJson } from '../../lib/same-json.ts';
import { decide, type Judge, type Sides } from './conflict.ts';
import { mergeOrder, namedRows, type Rows } from './rows.ts';

/** Deeper than any drawing; what lies below is one value. */
const DEEPEST = 48;
/** Stands in paths for the order of a list. */
export const ORDER = '#order';

type Path = readonly string[];

/** The merged value; absent when it is removed. `judge` decides wherever both sides changed the same thing differently. */
export function mergeJson(sides: Sides<Json>, path: Path, judge: Judge): Json | undefined {
  const { base, mine, theirs } = sides;
  if (isSameJson(mine, theirs)) return mine;
  if (isSameJson(base, mine)) return theirs;
  if (isSameJson(base, theirs)) return mine;
  if (path.length < DEEPEST) {
    if (isJsonObject(base) && isJsonObject(mine) && isJsonObject(theirs) && isOneType([base, mine, theirs]))
      return mergeObjects({ base, mine, theirs }, path, judge);
    if (isList(base) && isList(mine) && isList(theirs)) {
      const merged = mergeLists({ base, mine, theirs }, path, judge);
      if (merged) return merged;
    }
  }
  return decide(sides, path, judge);
}

/** Objects with a `type` have the fields of their type: those of two types do not mix. */
function isOneType(objects: readonly JsonObject[]): boolean {
  return new Set(objects.map((object) => JSON.stringify(object.type))).size === 1;
}

interface All<Value> {
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
}

function mergeObjects({ base, mine, theirs }: All<JsonObject>, path: Path, judge: Judge): JsonObject {
  const keys = new Set([...Object.keys(base), ...Object.keys(theirs), ...Object.keys(mine)]);
  const merged: [string, Json][] = [];
  for (const key of keys) {
    const sides = { base: own(base, key), mine: own(mine, key), theirs: own(theirs, key) };
    const value = mergeJson(sides, [...path, key], judge);
    if (value !== undefined) merged.push([key, value]);
  }
  return Object.fromEntries(merged);
}

/** Undefined for lists that are one value. */
function mergeLists(lists: All<readonly Json[]>, path: Path, judge: Judge): Json[] | undefined {
  const [base, mine, theirs] = [namedRows(lists.base), namedRows(lists.mine), namedRows(lists.theirs)];
  if (base && mine && theirs) {
    const rows = { base, mine, theirs };
    return hasRewrittenText(rows) ? undefined : mergeRows(rows, path, judge);
  }
  const { length } = lists.base;
  const isTable = [lists.base, lists.mine, lists.theirs].every(
    (list) => list.length === length && list.every(isList),
  );
  if (!isTable) return undefined;
  return lists.base.map((value, index) => {
    const sides = { base: value, mine: lists.mine[index], theirs: lists.theirs[index] };
    return mergeJson(sides, [...path, String(index)], judge) ?? value;
  });
}

/** Both took the same text away and wrote others: perhaps two wordings of one thing, which only people can tell. */
function hasRewrittenText({ base, mine, theirs }: All<Rows>): boolean {
  const isGone = [...base.keys()].some(
    (name) => name.startsWith('=') && !mine.has(name) && !theirs.has(name),
  );
  const isNew = (rows: Rows) => [...rows.keys()].some((name) => name.startsWith('=') && !base.has(name));
  return isGone && isNew(mine) && isNew(theirs);
}

function mergeRows({ base, mine, theirs }: All<Rows>, path: Path, judge: Judge): Json[] {
  const rows = new Map<string, Json>();
  for (const name of new Set([...base.keys(), ...theirs.keys(), ...mine.keys()])) {
    const sides = { base: base.get(name), mine: mine.get(name), theirs: theirs.get(name) };
    const row = mergeJson(sides, [...path, name], judge);
    if (row !== undefined) rows.set(name, row);
  }
  const orders = { base: [...base.keys()], mine: [...mine.keys()], theirs: [...theirs.keys()] };
  return mergeOrder(
    orders,
    (row) => rows.has(row),
    (moved) => (decide<Json>(moved, [...path, ORDER], judge) as readonly string[] | undefined) ?? moved.mine,
  ).map((name) => rows.get(name)!);
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
