/** The newer lists of the API: pages with their numbers (vapi-facts §10). Knows no single resource. */
import type { Context } from 'hono';
import { type Desk, listed } from '../desk.ts';
import type { JsonRecord } from '../runtime/record.ts';
import type { ResourceKind } from '../store.ts';

/** Everything of a kind within the time window, a page of it. `shown` is what the API gives of each. */
export function page(
  context: Context,
  desk: Desk,
  kind: ResourceKind,
  shown: (resource: JsonRecord) => JsonRecord = (resource) => resource,
): Response {
  const query = context.req.query();
  const size = Math.min(1000, Math.max(1, Math.trunc(Number(query.limit ?? '100')) || 100));
  const current = Math.max(1, Math.trunc(Number(query.page ?? '1')) || 1);
  const newestFirst = listed(desk, kind, { ...query, limit: '1000' });
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
