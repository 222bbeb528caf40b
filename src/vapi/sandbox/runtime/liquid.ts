/** Liquid as Vapi renders it, on the sandbox's clock. */
import { filters, Liquid } from 'liquidjs';
import type { JsonRecord } from './record.ts';

export type Render = (template: string, variables: JsonRecord) => string;

type DateFilter = (this: unknown, value: unknown, ...rest: unknown[]) => unknown;

/**
 * A renderer whose "now" is the given clock. A variable that is not there renders as nothing (Vapi's documents disagree
 * about it); a template that is no Liquid stays as it is.
 */
export function createRender(now: () => number): Render {
  const engine = new Liquid({ jsTruthy: false });
  const builtIn = filters.date as DateFilter;
  engine.registerFilter('date', function (this: unknown, value: unknown, ...rest: unknown[]) {
    return builtIn.call(this, value === 'now' || value === 'today' ? new Date(now()) : value, ...rest);
  });
  return (template, variables) => {
    if (!template.includes('{{') && !template.includes('{%')) return template;
    try {
      return String(engine.parseAndRenderSync(template, { ...builtInVariables(now()), ...variables }));
    } catch {
      return template;
    }
  };
}

/** The variables that every call has; texts in UTC, as Vapi has them. */
function builtInVariables(now: number): JsonRecord {
  const date = new Date(now);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options }).format(date);
  return {
    now: format({ dateStyle: 'medium', timeStyle: 'short' }),
    date: format({ dateStyle: 'medium' }),
    time: format({ timeStyle: 'short' }),
    month: format({ month: 'long' }),
    day: format({ day: 'numeric' }),
    year: format({ year: 'numeric' }),
    currentDateTime: date.toISOString(),
  };
}

/** Renders the texts of a value, however deep they stand. */
export function renderDeeply(value: unknown, render: (template: string) => string): unknown {
  if (typeof value === 'string') return render(value);
  if (Array.isArray(value)) return value.map((one) => renderDeeply(one, render));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renderDeeply(one, render)]));
}
