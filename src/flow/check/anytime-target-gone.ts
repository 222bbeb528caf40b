/** A rule valid at any time leads to a step that is gone, or to which nothing may lead. */
import { isPossibleTarget } from '../anytime/anytime.ts';
import { ANYTIME_RULES } from '../document.ts';
import type { DrawingCheck } from './drawing.ts';

export const anytimeTargetGone: DrawingCheck = ({ document, registry }) =>
  ANYTIME_RULES.filter((rule) => {
    const { enabled, goTo } = document.anytime[rule];
    return enabled && goTo !== null && !isPossibleTarget(document, registry, goTo);
  }).map((rule) => ({
    code: 'anytime-target-gone',
    severity: 'warning',
    at: {},
    params: { rule },
    fix: { command: 'edit-anytime', args: { rule, setting: { goTo: null } }, safe: true },
  }));
