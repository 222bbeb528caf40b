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

  it('replaced what answered before: another version, another flow, or words; never itself put there twice', () => {
    const replaced = (...deployments: ServedDeployment[]) => serviceOf(deployments).before?.id;
    const live = served('live', 3, { state: 'live' });
    expect(replaced(live, served('b', 3), served('a', 2))).toBe('a');
    expect(replaced(live, served('b', 3, { flowId: 'other' }), served('a', 2))).toBe('b');
    expect(replaced(live, served('b', 2, { purpose: 'fallback' }), served('a', 2))).toBe('b');
    expect(replaced({ ...live, purpose: 'fallback' }, served('b', 3))).toBe('b');
    expect(replaced(live, served('b', 3))).toBeUndefined();
  });

  it('is nothing where nothing was published', () => {
    expect(serviceOf([])).toEqual({ live: null, before: null, earlier: [] });
  });
});
