/** Long links pass between the cards, not behind them. */
import { describe, expect, it } from 'vitest';
import { laneFor } from './link-route.ts';

const ends = { sourceX: 280, sourceY: 100, targetX: 1080, targetY: 120 };
const card = (y: number, x = 500) => ({ x, y, width: 280, height: 150 });

describe('the lane of a long link', () => {
  it.each<[string, Parameters<typeof laneFor>[1] & object, number | null]>([
    ['nothing between: the plain curve', [], null],
    ['a card out of the way: the plain curve', [card(300)], null],
    ['a card in the way: above it, the shorter detour', [card(90)], 76],
    ['a card in the way: below it', [card(-30)], 134],
    ['two cards with a gap between: through the gap', [card(-20), card(160)], 144],
    ['its own ends do not count', [card(80, 0), card(100, 1080)], null],
  ])('%s', (_, boxes, expected) => {
    expect(laneFor(ends, boxes as never)).toBe(expected);
  });

  it('a short link, or one to the left, has none', () => {
    expect(laneFor({ ...ends, targetX: 400 }, [card(90)])).toBeNull();
    expect(laneFor({ ...ends, targetX: -400 }, [card(90)])).toBeNull();
  });
});
