/** The ways through the templates, counted by hand. */
import { describe, expect, it } from 'vitest';
import { registry } from '../kinds/registry.ts';
import { templates } from '../templates/registry.ts';
import { enumerateWays } from './paths.ts';

describe('ways through a flow', () => {
  const booking = templates[0]!.build('fr', { name: 'X' });

  it('lists each once, none ends nowhere', () => {
    const { ways, truncated } = enumerateWays(booking, registry);
    expect(truncated).toBe(false);
    // Booked; refused ×(desk: noted by 2 ways, closed: 2 ways); changed; refused ×4; wants a person ×4; something else ×2.
    expect(ways).toHaveLength(1 + 4 + 1 + 4 + 4 + 2);
    expect(new Set(ways.map((way) => JSON.stringify(way))).size).toBe(ways.length);
    expect(ways.map((way) => way.end)).toEqual(ways.map(() => 'end'));
    expect(ways.every((way) => way.steps[0]!.node === 'answer')).toBe(true);
  });

  it('stops at the limit and says so', () => {
    const { ways, truncated } = enumerateWays(booking, registry, 3);
    expect([ways.length, truncated]).toEqual([3, true]);
  });

  it('bounds circles', () => {
    const edges = {
      ...booking.edges,
      again: { id: 'again', from: 'which', exit: 'would-not-say', to: 'wish' },
    };
    delete (edges as Record<string, unknown>)['which-would-not-say'];
    const { ways } = enumerateWays({ ...booking, edges } as unknown as typeof booking, registry);
    expect(ways.some((way) => way.end === 'circle')).toBe(true);
    expect(ways.length).toBeLessThan(100);
  });
});
