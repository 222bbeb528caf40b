import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlap, placeBeside } from './place-beside.ts';

const SIDES = ['bottom', 'left', 'right', 'top'] as const;
const size = { width: 320, height: 180 };

it.each([
  ['below a button of the bar above', { left: 900, top: 10, width: 110, height: 36 }, { left: 795, top: 58 }],
  ['above the bar of a phone', { left: 0, top: 780, width: 390, height: 60 }, { left: 35, top: 588 }],
])('stands %s', (_, target, place) => {
  const room = target.width === 390 ? { width: 390, height: 844 } : { width: 1440, height: 900 };
  expect(placeBeside(target, size, room, SIDES)).toEqual(place);
});

it('never covers what it speaks of where there is room beside it, and stays on the screen', () => {
  const room = { width: 1200, height: 800 };
  const boxes = fc.record({
    left: fc.integer({ min: 0, max: 1100 }),
    top: fc.integer({ min: 0, max: 700 }),
    width: fc.integer({ min: 20, max: 360 }),
    height: fc.integer({ min: 20, max: 700 }),
  });
  fc.assert(
    fc.property(boxes, (target) => {
      const place = placeBeside(target, size, room, SIDES);
      expect(overlap({ ...place, ...size }, target)).toBe(0);
      expect(place.left).toBeGreaterThanOrEqual(0);
      expect(place.top).toBeGreaterThanOrEqual(0);
      expect(place.left + size.width).toBeLessThanOrEqual(room.width);
      expect(place.top + size.height).toBeLessThanOrEqual(room.height);
    }),
  );
});
