/** A time zone that no clock knows: the place would read as closed for ever. */
import { DEFAULT_SETTINGS, type HoursId } from '../document.ts';
import { isTimeZone } from '../hours.ts';
import type { Problem } from '../problem.ts';
import type { DrawingCheck } from './drawing.ts';

export const unknownTimeZone: DrawingCheck = ({ document }) => {
  const { timeZone } = document.settings;
  const known = isTimeZone(timeZone) ? timeZone : DEFAULT_SETTINGS.timeZone;
  const found: Problem[] = [];
  if (known !== timeZone)
    found.push({
      code: 'unknown-time-zone',
      severity: 'error',
      at: {},
      params: { zone: timeZone },
      fix: { command: 'edit-settings', args: { settings: { timeZone: known } } },
    });
  for (const id of (Object.keys(document.hours) as HoursId[]).sort()) {
    const hours = document.hours[id]!;
    if (isTimeZone(hours.timeZone)) continue;
    found.push({
      code: 'unknown-time-zone',
      severity: 'error',
      at: {},
      params: { zone: hours.timeZone, name: hours.name },
      fix: { command: 'edit-hours', args: { hours: id, changes: { timeZone: known } } },
    });
  }
  return found;
};
