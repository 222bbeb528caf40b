import { expect, test } from 'vitest';
import { readField, writeField } from './field-path.ts';

test('a list made from the rows of before leaves them as they were, whatever is written into it later', () => {
  const before = { items: [{ name: 'a' }, { name: 'b' }] };
  const after = { items: [...before.items] };
  writeField(after, 'items', [...before.items, { name: 'c' }]);
  writeField(after, 'items.1.name', 'other');
  expect(before).toEqual({ items: [{ name: 'a' }, { name: 'b' }] });
  expect(after.items).toEqual([{ name: 'a' }, { name: 'other' }, { name: 'c' }]);
});

test('what is missing on the way is left missing', () => {
  const data = { a: { b: 1 } };
  writeField(data, 'x.y', 'z');
  writeField(data, 'a.b', undefined);
  expect(data).toEqual({ a: {} });
  expect(readField(data, 'a.b.c')).toBeUndefined();
});
