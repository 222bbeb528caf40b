/**
 * A rule that cannot lead where it should: silence is met by reminders, which go nowhere. (For other rules the compiler says
 * so, when members cannot reach each other.)
 */
import type { DrawingCheck } from './drawing.ts';

export const anytimeUnreachable: DrawingCheck = ({ document }) => {
  const { enabled, goTo } = document.anytime.silence;
  return !enabled || goTo === null
    ? []
    : [
        {
          code: 'anytime-unreachable',
          severity: 'warning',
          at: {},
          params: { rule: 'silence' },
          fix: { command: 'edit-anytime', args: { rule: 'silence', setting: { goTo: null } }, safe: true },
        },
      ];
};
