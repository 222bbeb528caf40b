/** The "at any time" lane of a new flow. Data only; the same in every language, since standard sentences are kept empty. */
import type { Anytime, AnytimeSetting } from '../document.ts';

const OFF: AnytimeSetting = { enabled: false, sentence: '', goTo: null, phrases: [] };
const ON: AnytimeSetting = { ...OFF, enabled: true };

/** What no caller should miss is on; what depends on the place is offered. */
export const DEFAULT_ANYTIME: Anytime = {
  'wants-human': OFF,
  emergency: OFF,
  robot: ON,
  silence: ON,
  unclear: ON,
  language: OFF,
  angry: OFF,
};
