/** Reads values out of JSON that somebody else wrote: what is not of the expected form is simply not there. Pure and total. */
import { isJsonObject, type JsonObject } from '../lib/json.ts';

export function objectIn(value: unknown, ...keys: readonly string[]): JsonObject | undefined {
  const found = valueIn(value, ...keys);
  return isJsonObject(found) ? found : undefined;
}

export function listIn(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = valueIn(value, ...keys);
  return Array.isArray(found) ? found : [];
}

/** The text at a place, trimmed and without NUL, which databases refuse; numbers and booleans as text, anything else ''. */
export function textIn(value: unknown, ...keys: readonly string[]): string {
  const found = valueIn(value, ...keys);
  if (typeof found === 'string') return found.replaceAll('\u0000', '').trim();
  return typeof found === 'number' || typeof found === 'boolean' ? String(found) : '';
}

/** The first text that is not empty. */
export function firstText(...texts: readonly string[]): string {
  return texts.find((text) => text !== '') ?? '';
}

export function valueIn(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (found, key) => (isJsonObject(found) && Object.hasOwn(found, key) ? found[key] : undefined),
    value,
  );
}
