/** By what the list of flows is narrowed. Pure. */
import type { ListedFlow } from '../../data/flows.ts';

export const FILTERS = ['all', 'live', 'drafts'] as const;
export type Filter = (typeof FILTERS)[number];

export function passes(flow: ListedFlow, filter: Filter): boolean {
  return filter === 'all' || (filter === 'live') === (flow.service !== null);
}
