/** `/analytics`: counts, sums and averages over calls, in groups and steps of time. Knows no other table. */
import { Hono } from 'hono';
import * as z from 'zod';
import { refuse } from '../answers.ts';
import { type Desk, readBody } from '../desk.ts';
import { type JsonRecord, recordOf, textOf } from '../runtime/record.ts';
import { checkShape } from '../shapes/check.ts';
import type { Resource } from '../store.ts';

const STEPS = ['hour', 'day', 'week', 'month', 'year'] as const;
const WEEK = 7 * 86_400_000;

const operation = z.strictObject({
  operation: z.enum(['sum', 'avg', 'count', 'min', 'max']),
  column: z.enum(['id', 'cost', 'duration', 'minutesUsed']),
  alias: z.string().max(40).optional(),
});
const query = z.strictObject({
  // There is nothing to count of a subscription here.
  table: z.literal('call'),
  name: z.string().max(40),
  groupBy: z.array(z.enum(['type', 'assistantId', 'endedReason', 'status'])).optional(),
  groupByVariableValue: z.array(z.strictObject({ key: z.string().max(100) })).optional(),
  timeRange: z
    .strictObject({
      step: z.enum(STEPS).optional(),
      start: z.iso.datetime().optional(),
      end: z.iso.datetime().optional(),
      timezone: z.string().optional(),
    })
    .optional(),
  operations: z.array(operation).min(1),
});
type Query = z.infer<typeof query>;
const analyticsShape = z.strictObject({ queries: z.array(query).min(1) });

export function analyticsRoutes(desk: Desk): Hono {
  return new Hono().post('/', async (context) => {
    const body = checkShape(analyticsShape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    const { queries } = analyticsShape.parse(body.value);
    return context.json(
      queries.map((one) => answer(desk, one)),
      201,
    );
  });
}

function answer(desk: Desk, asked: Query): JsonRecord {
  const end = asked.timeRange?.end ?? new Date(desk.now()).toISOString();
  const start = asked.timeRange?.start ?? new Date(Date.parse(end) - WEEK).toISOString();
  const timeRange = { ...asked.timeRange, start, end, timezone: asked.timeRange?.timezone ?? 'UTC' };
  const groups = new Map<string, { about: JsonRecord; calls: Resource[] }>();
  for (const call of desk.store.list('call')) {
    const at = Date.parse(call.createdAt);
    if (at < Date.parse(start) || at > Date.parse(end)) continue;
    const about = groupOf(call, asked, timeRange.timezone);
    const key = JSON.stringify(about);
    const group = groups.get(key) ?? { about, calls: [] };
    group.calls.push(call);
    groups.set(key, group);
  }
  const result = [...groups.values()].map(({ about, calls }) => ({
    ...about,
    ...Object.fromEntries(
      asked.operations.map(({ operation: kind, column, alias }) => [
        alias ?? `${kind}${column.charAt(0).toUpperCase()}${column.slice(1)}`,
        aggregate(
          kind,
          calls.map((call) => figureOf(call, column)),
        ),
      ]),
    ),
  }));
  return { name: asked.name, timeRange, result };
}

function groupOf(call: Resource, asked: Query, timeZone: string): JsonRecord {
  const variables = recordOf(recordOf(call.artifact).variableValues);
  return {
    ...(asked.timeRange?.step ? { date: dateOf(call.createdAt, asked.timeRange.step, timeZone) } : {}),
    ...Object.fromEntries((asked.groupBy ?? []).map((field) => [field, call[field] ?? null])),
    ...Object.fromEntries((asked.groupByVariableValue ?? []).map(({ key }) => [key, variables[key] ?? null])),
  };
}

/** The beginning of the step that an instant lies in, as a local date. */
function dateOf(instant: string, step: (typeof STEPS)[number], timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(instant));
  if (step === 'hour') return `${parts.slice(0, 13)}:00`;
  if (step === 'month') return `${parts.slice(0, 7)}-01`;
  if (step === 'year') return `${parts.slice(0, 4)}-01-01`;
  if (step === 'day') return parts.slice(0, 10);
  const day = new Date(`${parts.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

/** Minutes for durations; 1 for what is only counted. */
function figureOf(call: Resource, column: Query['operations'][number]['column']): number {
  if (column === 'id') return 1;
  if (column === 'cost') return typeof call.cost === 'number' ? call.cost : 0;
  const milliseconds = Date.parse(textOf(call.endedAt)) - Date.parse(textOf(call.startedAt));
  return Number.isNaN(milliseconds) ? 0 : milliseconds / 60_000;
}

function aggregate(kind: Query['operations'][number]['operation'], values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  const all = {
    count: values.length,
    sum,
    avg: sum / values.length,
    min: Math.min(...values),
    max: Math.max(...values),
  };
  return all[kind];
}
