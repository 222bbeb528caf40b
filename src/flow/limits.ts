/** How large a drawing may be: beyond this it is only looked at. Pure. */
import type { FlowDocument } from './document.ts';

export const MOST_STEPS = 5000;
/** As the database keeps it (`check (octet_length(document::text) …)` in `supabase/migrations`). */
export const LARGEST_BYTES = 2 * 1024 * 1024;

export type Limit =
  | { readonly of: 'steps'; readonly count: number; readonly most: number }
  | { readonly of: 'size'; readonly count: number; readonly most: number };

/** The limit that a drawing goes beyond, or null. `size` is counted in bytes. */
export function limitOf(document: FlowDocument): Limit | null {
  const steps = Object.keys(document.nodes).length;
  if (steps > MOST_STEPS) return { of: 'steps', count: steps, most: MOST_STEPS };
  const size = new TextEncoder().encode(JSON.stringify(document)).length;
  return size > LARGEST_BYTES ? { of: 'size', count: size, most: LARGEST_BYTES } : null;
}
