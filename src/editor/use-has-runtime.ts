/** Whether steps that act during a call reach our server: where they do not, such a step could only fail, and is not offered. */
import { useQuery } from '@tanstack/react-query';
import { statusQuery } from '../data/queries.ts';

/** False until it is known. */
export function useHasRuntime(): boolean {
  return useQuery(statusQuery).data?.runtime ?? false;
}
