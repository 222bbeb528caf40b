/**
 * Format 3: opening hours know public holidays and days with hours of their own, and may follow hours of the workspace;
 * recording may wait for the answer to a question. Knows JSON only.
 */
import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts';
import type { Migration } from './migrate.ts';

type DataChange = (data: JsonObject) => JsonObject;

/** What changes in the data of steps, by kind: pure and total, one line a kind. Data without a line stay as they are. */
const DATA_CHANGES: Readonly<Record<string, DataChange>> = {};

export const toFormat3: Migration = {
  to: 3,
  name: 'hours, consent and steps',
  migrate: (document) => ({
    ...document,
    ...changed(document, 'nodes', (nodes) => eachOf(nodes, step)),
    ...changed(document, 'hours', (hours) => eachOf(hours, openingHours)),
    ...changed(document, 'settings', (settings) => ({ consent: null, ...settings })),
  }),
};

/** A day that was closed has no hours. What is no list of days is left for the reader to report. */
function openingHours(hours: JsonObject): JsonObject {
  const { closedOn, ...rest } = hours;
  const isPlain = Array.isArray(closedOn) && !Object.hasOwn(hours, 'exceptions');
  return {
    holidays: 'none',
    shared: null,
    ...(isPlain ? rest : hours),
    ...(isPlain ? { exceptions: closedOn.map((date: Json) => ({ date, spans: [] })) } : {}),
  };
}

function step(node: JsonObject): JsonObject {
  const { kind, data } = node;
  const change = typeof kind === 'string' && Object.hasOwn(DATA_CHANGES, kind) ? DATA_CHANGES[kind] : null;
  return change && isJsonObject(data) ? { ...node, data: change(data) } : node;
}

/** One part of the document, where it is an object. */
function changed(document: JsonObject, part: string, change: DataChange): JsonObject {
  const value = Object.hasOwn(document, part) ? document[part] : undefined;
  return isJsonObject(value) ? { [part]: change(value) } : {};
}

function eachOf(record: JsonObject, change: DataChange): JsonObject {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, isJsonObject(value) ? change(value) : value]),
  );
}
