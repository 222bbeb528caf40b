/** Each whole-graph check finds its fault in a template that was damaged, and nothing in the sound one. */
import { describe, expect, it } from 'vitest';
import { checkFlow } from '../../kinds/registry.ts';
import { ENGINE_PROBLEM_CODES } from './check.ts';
import { DAMAGES, damaged } from './testing/damages.ts';

describe('checks', () => {
  it.each(DAMAGES)('%s', (code, severity, damage) => {
    const found = checkFlow(damaged(damage)).filter((problem) => problem.code === code);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]!.severity).toBe(severity);
    expect(checkFlow(damaged(() => {}))).toEqual([]);
  });

  it('each has its damage', () => {
    const elsewhere = [
      'not-word-for-word',
      'payload-refused',
      'not-a-flow',
      'newer-format',
      'unreadable-step',
      'unreadable-part',
    ];
    const shown = new Set(DAMAGES.map(([code]) => code));
    expect(ENGINE_PROBLEM_CODES.filter((code) => !elsewhere.includes(code) && !shown.has(code))).toEqual([]);
  });

  it('lists errors first, in an order that does not change', () => {
    const broken = damaged((one) => {
      delete one.edges['details-got-it'];
      delete one.edges['note-would-not-say'];
      delete one.edges['wish-change'];
    });
    const severities = checkFlow(broken).map((problem) => problem.severity);
    expect(severities).toEqual(
      [...severities].sort(
        (a, b) => ['error', 'warning', 'hint'].indexOf(a) - ['error', 'warning', 'hint'].indexOf(b),
      ),
    );
    expect(checkFlow(broken)).toEqual(checkFlow(broken));
  });
});
