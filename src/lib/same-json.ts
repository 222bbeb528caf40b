/** Whether two JSON values are the same. Pure and total; no domain. */
import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** Equality of canonical JSON: properties without value do not count. Without recursion, however deep. */
export function isSameJson(a: unknown, b: unknown): boolean {
  const waiting: [unknown, unknown][] = [[a, b]];
  for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
    const [left, right] = pair;
    if (left === right) continue;
    if (Array.isArray(left) && Array.isArray(right)) {
      if (left.length !== right.length) return false;
      left.forEach((value, index) => {
        waiting.push([value ?? null, right[index] ?? null]);
      });
    } else if (isJsonObject(left) && isJsonObject(right)) {
      for (const key of keysOf(left, right)) waiting.push([own(left, key), own(right, key)]);
    } else if (
      (typeof left === 'object' && left !== null) ||
      (typeof right === 'object' && right !== null) ||
      JSON.stringify(left) !== JSON.stringify(right)
    )
      return false;
  }
  return true;
}

/** Of both, sorted. */
export function keysOf(a: JsonObject, b: JsonObject): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}

/** Of the value itself, never of what it is made of. */
export function own(value: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
