/** Opening hours without a single open minute. */
import type { HoursId } from '../document.ts';
import type { DrawingCheck } from './drawing.ts';

export const hoursNeverOpen: DrawingCheck = ({ document }) =>
  (Object.keys(document.hours) as HoursId[])
    .filter((id) => !document.hours[id]!.week.some((day) => day.some((span) => span.from < span.to)))
    .map((id) => ({
      code: 'hours-never-open',
      severity: 'warning',
      at: {},
      params: { name: document.hours[id]!.name },
    }));
