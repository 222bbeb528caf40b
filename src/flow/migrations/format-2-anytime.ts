/**
 * Format 2: rules valid at any time. Format 1 had none but what every call did anyway: it said that it is a machine
 * when asked, asked again, and met silence with reminders; so these three are on. Shipped: never edit it.
 */
import type { JsonObject } from '../../lib/json.ts';
import type { Migration } from './migrate.ts';

const rule = (enabled: boolean): JsonObject => ({ enabled, sentence: '', goTo: null, phrases: [] });

export const toFormat2: Migration = {
  to: 2,
  name: 'anytime',
  migrate: (document) => ({
    ...document,
    anytime: {
      'wants-human': rule(false),
      emergency: rule(false),
      robot: rule(true),
      silence: rule(true),
      unclear: rule(true),
      language: rule(false),
      angry: rule(false),
    },
  }),
};
