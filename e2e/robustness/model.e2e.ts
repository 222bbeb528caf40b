/** The judge of the robustness schedules is judged: it finds what is lost, and excuses only the last second before a kill. */
import { describe, expect, it } from 'vitest';
import { createModel } from './model.ts';
import { scheduleOf } from './schedule.ts';

const nothing = new Set<string>();

describe('the model', () => {
  it('finds an acknowledged edit that is not there', () => {
    const model = createModel();
    model.edit('a', 'title', 'one');
    model.acknowledge('a');
    expect(model.losses(() => undefined, nothing)).toMatchObject([{ wasAcknowledged: true }]);
    expect(model.losses(() => 'one', nothing)).toEqual([]);
  });

  it('excuses what was typed in the last second before a kill, and falls back to what was before', () => {
    const model = createModel();
    model.edit('a', 'title', 'one');
    model.acknowledge('a');
    model.edit('a', 'title', 'two');
    model.kill('a', false);
    for (const value of ['one', 'two']) expect(model.losses(() => value, nothing)).toEqual([]);
    expect(model.losses(() => 'none', nothing)).toHaveLength(1);
  });

  it('excuses nothing after a second of grace, nor in another tab', () => {
    const model = createModel();
    model.edit('a', 'title', 'one');
    model.kill('a', true);
    model.edit('a', 'place', 'here');
    model.kill('b', false);
    expect(model.losses(() => undefined, nothing)).toHaveLength(2);
  });

  it('takes what was set aside for kept', () => {
    const model = createModel();
    model.edit('a', 'title', 'one');
    expect(model.losses(() => 'other', new Set(['title=one']))).toEqual([]);
  });
});

describe('a schedule', () => {
  it('is the same for the same seed, and three hundred hold every trouble', () => {
    expect(scheduleOf(7)).toEqual(scheduleOf(7));
    const all = Array.from({ length: 300 }, (_, seed) => scheduleOf(seed + 1));
    const types = new Set(all.flatMap(({ happenings }) => happenings.map(({ type }) => type)));
    expect([...types].sort()).toEqual(
      ['add', 'delete', 'expire', 'kill', 'move', 'offline', 'online', 'reload', 'saved', 'type'].sort(),
    );
    expect(all.filter(({ sharesSteps }) => sharesSteps).length).toBeGreaterThan(20);
  });
});
