/** Times as people type them. */
import { describe, expect, it } from 'vitest';
import { clockOf, minuteOf } from './clock.ts';

describe('times of day', () => {
  it.each([
    ['9', 540],
    ['9h', 540],
    ['9:30', 570],
    ['09h30', 570],
    ['930', 570],
    ['18.45', 1125],
    ['0', 0],
    ['24:00', 1440],
    [' 8 : 15 ', 495],
  ])('%j is %i minutes', (typed, minute) => {
    expect(minuteOf(typed)).toBe(minute);
  });

  it.each(['', 'noon', '25', '9:60', '24:01', '-1', '9:5'])('%j is no time', (typed) => {
    expect(minuteOf(typed)).toBeUndefined();
  });

  it('are written out and read back', () => {
    for (const minute of [0, 65, 570, 1439, 1440]) expect(minuteOf(clockOf(minute))).toBe(minute);
  });
});
