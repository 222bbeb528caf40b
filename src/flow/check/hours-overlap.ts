/** Spans of one day that overlap, or that end before they begin. */
import type { HoursId, TimeSpan } from '../document.ts';
import type { DrawingCheck } from './drawing.ts';

export const hoursOverlap: DrawingCheck = ({ document }) =>
  (Object.keys(document.hours) as HoursId[])
    .filter((id) => !document.hours[id]!.week.every(isOrdered))
    .map((id) => ({
      code: 'hours-overlap',
      severity: 'warning',
      at: {},
      params: { name: document.hours[id]!.name },
      fix: {
        command: 'edit-hours',
        args: { hours: id, changes: { week: document.hours[id]!.week.map(merged) } },
        safe: true,
      },
    }));

/** Apart from each other whatever their order. */
function isOrdered(day: readonly TimeSpan[]): boolean {
  const spans = [...day].sort((a, b) => a.from - b.from);
  return spans.every((span, index) => span.from < span.to && (spans[index + 1]?.from ?? span.to) >= span.to);
}

function merged(day: readonly TimeSpan[]): TimeSpan[] {
  const result: TimeSpan[] = [];
  for (const span of day.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from < last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else result.push({ from: span.from, to: span.to });
  }
  return result;
}
