/** Takes over the newest opening hours of the workspace, all copies that are behind as one edit. */

import type { OpeningHours } from '../../flow/document.ts';
import type { Draft } from '../store/draft.ts';
import { defineCommand } from './command.ts';

export interface RefreshHoursArgs {
  readonly hours: readonly OpeningHours[];
}

export const refreshHours = defineCommand<RefreshHoursArgs>({
  id: 'refresh-hours',
  label: 'refresh-hours',
  history: 'now',
  enabled: ({ document }, { hours }) => hours.some(({ id }) => document.hours[id] !== undefined),
  run(draft, { hours }) {
    for (const copy of hours)
      if (draft.hours[copy.id]) draft.hours[copy.id] = structuredClone(copy) as Draft<OpeningHours>;
  },
});
