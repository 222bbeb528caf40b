import { expect, test } from 'vitest';
import { flag, listOf, mapped, oneOf, recordOf, text, textOrNull, whole } from './shape.ts';

const person = recordOf({
  name: text,
  age: whole,
  mail: textOrNull,
  role: oneOf(['owner', 'guest']),
  rest: null,
});
const good = { name: 'Zoé', age: 41, mail: null, role: 'owner', rest: { any: ['thing'] } };

test('a record is read without the keys that nobody knows', () => {
  expect(person.read({ ...good, more: 1 })).toEqual(good);
});

test.each([
  ['text', { name: 3 }],
  ['whole numbers', { age: 1.5 }],
  ['null where it may not be', { name: null }],
  ['another word', { role: 'king' }],
  ['a missing key', { rest: undefined }],
])('%s is refused', (_what, change) => {
  expect(person.read({ ...good, ...change })).toBeUndefined();
});

test('lists are read whole or not at all', () => {
  expect(listOf(text).read(['a', 'b'])).toEqual(['a', 'b']);
  expect(listOf(text).read(['a', 1])).toBeUndefined();
  expect(listOf(text).read('a')).toBeUndefined();
  expect(listOf(flag).read([false, true])).toEqual([false, true]);
});

test('what is read can be given another form; a refusal says what was expected', () => {
  const shouted = mapped(recordOf({ name: text }), ({ name }) => name.toUpperCase());
  expect(shouted.safeParse({ name: 'a' })).toEqual({ success: true, data: 'A' });
  expect(text.safeParse(1)).toEqual({ success: false, error: { message: 'Expected text.' } });
});
