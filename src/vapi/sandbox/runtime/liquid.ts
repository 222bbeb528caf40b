/** Liquid as Vapi renders it, on the sandbox's clock. */
import { filters, Liquid, type Template } from 'liquidjs';
import type { JsonRecord } from './record.ts';

export type Render = (template: string, variables: JsonRecord) => string;

type DateFilter = (this: unknown, value: unknown, ...rest: unknown[]) => unknown;

/** Templates of which the parsed form is kept: prompts are long, and rendered again on every call. */
const MOST_KEPT = 500;

/**
 * A renderer whose "now" is the given clock. A variable that is not there renders as nothing (Vapi's documents disagree
 * about it); a template that is no Liquid stays as it is.
 */
export function createRender(now: () => number): Render {
  const engine = new Liquid({ jsTruthy: false });
  const builtIn = filters.date as DateFilter;
  /** Texts of one instant, by format and zone: prompts ask for the same again and again, and zones take long. */
  const written = new Map<string, unknown>();
  let instant = Number.NaN;
  engine.registerFilter('date', function (this: unknown, value: unknown, ...rest: unknown[]) {
    if (value !== 'now' && value !== 'today') return builtIn.call(this, value, ...rest);
    if (instant !== now()) written.clear();
    instant = now();
    const key = JSON.stringify(rest);
    if (!written.has(key)) written.set(key, builtIn.call(this, new Date(instant), ...rest));
    return written.get(key);
  });
  const kept = new Map<string, Template[]>();
  const parse = (template: string) => {
    const known = kept.get(template);
    if (known) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const parsed = engine.parse(template);
    kept.set(template, parsed);
    return parsed;
  };
  return (template, variables) => {
    if (!template.includes('{{') && !template.includes('{%')) return template;
    try {
      return String(engine.renderSync(parse(template), { ...builtInVariables(now()), ...variables }));
    } catch {
      return template;
    }
  };
}

/** Formats of the texts among them; to make one takes longer than to render a prompt. */
const FORMATS = Object.entries({
  now: { dateStyle: 'medium', timeStyle: 'short' },
  date: { dateStyle: 'medium' },
  time: { timeStyle: 'short' },
  month: { month: 'long' },
  day: { day: 'numeric' },
  year: { year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>).map(
  ([name, options]) => [name, new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options })] as const,
);

/** The variables that every call has; texts in UTC, as Vapi has them. */
function builtInVariables(now: number): JsonRecord {
  const date = new Date(now);
  return {
    ...Object.fromEntries(FORMATS.map(([name, format]) => [name, format.format(date)])),
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
