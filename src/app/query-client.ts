/** How server data is kept and asked for again. Knows no page. */
import { QueryClient } from '@tanstack/react-query';
import { failureOf } from '../data/failure.ts';

const PASSES: ReadonlySet<string> = new Set(['offline', 'busy', 'unexpected']);

/** Only what may pass by itself is tried again. */
export function worthRetrying(count: number, error: unknown): boolean {
  return count < 2 && PASSES.has(failureOf(error).code);
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // "offline" is ours to tell: the browser's word for it is often wrong
      queries: { retry: worthRetrying, staleTime: 10_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}
