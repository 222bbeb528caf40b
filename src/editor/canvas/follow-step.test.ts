/** What a card draws while somebody types into a form, by a clock that is moved by hand. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { editField } from '../commands/edit-field.ts';
import { renameStep } from '../commands/rename-step.ts';
import { createTestStore } from '../store/test-store.ts';
import { FOLLOWS_AFTER, follow } from './follow-step.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function followed() {
  const { store, add } = createTestStore();
  const id = add('fork');
  const seen: (string | undefined)[] = [];
  const stop = follow(store, id, () => seen.push(store.state.getState().document.nodes[id]?.title));
  return { store, id, seen, stop, write: (title: string) => store.run(renameStep, { node: id, title }) };
}

it('draws the first letter at once, and what comes right after it together', () => {
  const { seen, write } = followed();
  for (const title of ['A', 'Ab', 'Abc', 'Abcd']) write(title);
  expect(seen).toEqual(['A']);
  vi.advanceTimersByTime(FOLLOWS_AFTER);
  expect(seen).toEqual(['A', 'Abcd']);
  vi.advanceTimersByTime(10 * FOLLOWS_AFTER);
  expect(seen).toEqual(['A', 'Abcd']);
  write('Abcde');
  expect(seen.at(-1)).toBe('Abcde');
});

it('goes on while somebody types without a pause', () => {
  const { seen, write } = followed();
  for (let letter = 1; letter <= 40; letter += 1) {
    write('x'.repeat(letter));
    vi.advanceTimersByTime(FOLLOWS_AFTER / 5);
  }
  vi.advanceTimersByTime(FOLLOWS_AFTER);
  expect(seen.length).toBeGreaterThanOrEqual(8);
  expect(seen.length).toBeLessThanOrEqual(11);
  expect(seen.at(-1)).toBe('x'.repeat(40));
});

it('is never late with exits, to which links hold', () => {
  const { store, id, seen, write } = followed();
  write('A');
  write('Ab');
  store.run(editField, { node: id, path: 'ways', value: ['a', 'b', 'c'] });
  expect(seen).toEqual(['A', 'Ab']);
  vi.advanceTimersByTime(10 * FOLLOWS_AFTER);
  expect(seen).toEqual(['A', 'Ab']);
});

it('says nothing more once nobody listens', () => {
  const { seen, stop, write } = followed();
  write('A');
  write('Ab');
  stop();
  vi.advanceTimersByTime(10 * FOLLOWS_AFTER);
  expect(seen).toEqual(['A']);
});
