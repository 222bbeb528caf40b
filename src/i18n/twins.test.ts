/** Every English message file has its French twin: the same keys, a text for a text, a function for a function. */
import { describe, expect, test } from 'vitest';

const files = import.meta.glob<Record<string, unknown>>('../**/messages.{en,fr}.ts', { eager: true });
const english = Object.keys(files).filter((path) => path.endsWith('.en.ts'));

/** `key.path: kind` of every leaf, in order of their keys. */
function shapeOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [`${path}: ${Array.isArray(value) ? 'list' : typeof value}`];
  }
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, inner]) => shapeOf(inner, path === '' ? key : `${path}.${key}`));
}

/** Every plain text, in order of the keys. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.flatMap(([, inner]) => textsOf(inner));
}

test('there are message files to look at', () => {
  expect(english.length).toBeGreaterThan(8);
});

describe.each(english)('%s', (path) => {
  const twin = path.replace('.en.ts', '.fr.ts');

  test('has a French twin with the same keys', () => {
    expect(Object.keys(files)).toContain(twin);
    expect(shapeOf(files[twin]?.fr)).toEqual(shapeOf(files[path]?.en));
  });

  test('is empty only where its twin is', () => {
    const isEmpty = (text: string) => text.trim() === '';
    expect(textsOf(files[twin]?.fr).map(isEmpty)).toEqual(textsOf(files[path]?.en).map(isEmpty));
  });
});

test('no French file stands alone', () => {
  const alone = Object.keys(files).filter(
    (path) => path.endsWith('.fr.ts') && !english.includes(path.replace('.fr.', '.en.')),
  );
  expect(alone).toEqual([]);
});
