import { describe, expect, it } from 'vitest';
import { type ServedDeployment, serviceOf } from './service.ts';

const served = (id: string, version: number, changes: Partial<ServedDeployment> = {}): ServedDeployment => ({
  id,
  version,
  flowId: 'flow',
  state: 'superseded',
  purpose: 'flow',
  drift: null,
  since: '2026-11-30T09:00:00Z',
  ...changes,
});

describe('what is in service on a number', () => {
  it('is what is live, with the three latest other versions, none twice', () => {
    const { live, earlier } = serviceOf([
      served('g', 6, { state: 'live' }),
      served('f', 5),
      served('e', 6),
      served('d', 5),
      served('c', 4),
      served('b', 3),
      served('a', 2),
    ]);
    expect(live?.id).toBe('g');
    expect(earlier.map(({ id }) => id)).toEqual(['f', 'c', 'b']);
  });

  it('can go back to the flow that words stand in for, never to words', () => {
    const { earlier } = serviceOf([
      served('d', 2, { state: 'live', purpose: 'fallback' }),
      served('c', 2),
      served('b', 2, { purpose: 'fallback' }),
      served('a', 1),
    ]);
    expect(earlier.map(({ id }) => id)).toEqual(['c', 'a']);
  });

  it('of another flow counts as something else', () => {
    const { earlier } = serviceOf([served('b', 1, { state: 'live' }), served('a', 1, { flowId: 'other' })]);
    expect(earlier.map(({ id }) => id)).toEqual(['a']);
  });

  it('is nothing where nothing was published', () => {
    expect(serviceOf([])).toEqual({ live: null, earlier: [] });
  });
});
