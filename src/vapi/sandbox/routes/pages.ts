/** The newer lists of the API: pages with their numbers (vapi-facts §10). Knows no single resource. */
import type { Context } from 'hono';
import { type Desk, listed } from '../desk.ts';
import { type JsonRecord, textOf } from '../runtime/record.ts';
import type { Resource, ResourceKind } from '../store.ts';
import { type Fields, isWanted } from './filters.ts';

export interface PageRules {
  /** Filters of the query. */
  readonly fields?: Fields;
  readonly isWanted?: (resource: Resource) => boolean;
  /** What the API gives of each; by default all that is kept. */
  readonly shown?: (resource: Resource) => JsonRecord;
}

/** What `sortBy` can name; all else is the order of creation. */
const COLUMNS: Readonly<Record<string, (resource: Resource) => number>> = {
  cost: ({ cost }) => (typeof cost === 'number' ? cost : 0),
  duration: ({ startedAt, endedAt }) => Date.parse(textOf(endedAt)) - Date.parse(textOf(startedAt)) || 0,
};

/** Everything of a kind within the time window, a page of it. */
export function page(
  context: Context,
  desk: Desk,
  kind: ResourceKind,
  { fields = {}, isWanted: isWantedToo = () => true, shown = (resource) => resource }: PageRules = {},
): Response {
  const query = context.req.query();
  const newestFirst = listed(desk, kind, { ...query, limit: '1000' }).filter(
    (resource) => isWanted(resource, query, fields) && isWantedToo(resource),
  );
  const column = COLUMNS[query.sortBy ?? ''];
  const falling = column ? newestFirst.toSorted((a, b) => column(b) - column(a)) : newestFirst;
  const all = query.sortOrder === 'ASC' ? falling.toReversed() : falling;
  return context.json(pageOf(all.map(shown), query));
}

/** One page of all there is, with its numbers. */
export function pageOf(
  all: readonly JsonRecord[],
  query: Readonly<Record<string, string>>,
  usualSize = 100,
): JsonRecord {
  const size = Math.max(1, Math.trunc(Number(query.limit ?? usualSize)));
  const current = Math.trunc(Number(query.page ?? '1'));
  const totalPages = Math.max(1, Math.ceil(all.length / size));
  return {
    results: all.slice((current - 1) * size, current * size),
    metadata: {
      itemsPerPage: size,
      totalItems: all.length,
      currentPage: current,
      totalPages,
      hasNextPage: current < totalPages,
    },
  };
}
