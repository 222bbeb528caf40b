/** A view moves from beginning to end, and stops where it is interrupted. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { interrupt, type Moved, Movement } from './movement.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, 10));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function move(node: Moved = {}) {
  const told: string[] = [];
  const parts: number[] = [];
  const movement = new Movement({ node: () => node })
    .duration(100)
    .ease((part) => part * part)
    .on('start.zoom', () => told.push('start'))
    .on('interrupt.zoom end.zoom', () => told.push('over'))
    .on('end', () => told.push('end'))
    .tween('zoom', () => (part) => parts.push(part));
  return { node, told, parts, movement };
}

test('it goes to the very end, along its curve', () => {
  const { told, parts } = move();
  expect(told).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(told).toEqual(['start', 'over', 'end']);
  expect(parts.at(-1)).toBe(1);
  expect(parts).toEqual([...parts].sort((a, b) => a - b));
  expect(parts.length).toBeGreaterThan(5);
});

test('what is interrupted moves no more, and says so', () => {
  const { node, told, parts } = move();
  vi.advanceTimersByTime(50);
  interrupt(node);
  const seen = parts.length;
  vi.advanceTimersByTime(500);
  expect([parts.length, told]).toEqual([seen, ['start', 'over']]);
  interrupt(node);
});

test('the last of two movements wins, also when the first has not begun', () => {
  const first = move();
  const second = move(first.node);
  vi.advanceTimersByTime(500);
  expect([first.told, first.parts]).toEqual([[], []]);
  expect(second.told).toEqual(['start', 'over', 'end']);
});
