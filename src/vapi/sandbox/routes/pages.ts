/** The newer lists of the API: pages with their numbers (vapi-facts §10). Knows no single resource. */
import type { Context } from 'hono';
import { type Desk, listed } from '../desk.ts';
import type { JsonRecord } from '../runtime/record.ts';
import type { Resource, ResourceKind } from '../store.ts';

export interface PageRules {
  readonly isWanted?: (resource: Resource) => boolean;
  /** What the API gives of each; by default all that is kept. */
  readonly shown?: (resource: Resource) => JsonRecord;
}

/** Everything of a kind within the time window, a page of it. */
export function page(
  context: Context,
  desk: Desk,
  kind: ResourceKind,
  { isWanted = () => true, shown = (resource) => resource }: PageRules = {},
): Response {
  const query = context.req.query();
  const size = Math.min(1000, Math.max(1, Math.trunc(Number(query.limit ?? '100')) || 100));
  const current = Math.max(1, Math.trunc(Number(query.page ?? '1')) || 1);
  const newestFirst = listed(desk, kind, { ...query, limit: '1000' }).filter(isWanted);
  const all = query.sortOrder === 'ASC' ? [...newestFirst].reverse() : newestFirst;
  const totalPages = Math.max(1, Math.ceil(all.length / size));
  return context.json({
    results: all.slice((current - 1) * size, current * size).map(shown),
    metadata: {
      itemsPerPage: size,
      totalItems: all.length,
      currentPage: current,
      totalPages,
      hasNextPage: current < totalPages,
    },
  });
}
