/** Why data did not come, as values. Knows no table and no sentence. */
import type { AuthError } from '@supabase/auth-js';
import type { PostgrestError } from '@supabase/postgrest-js';
import { fail, type Result, succeed } from '../lib/result.ts';

/**
 * `offline`: nobody answered. `busy`: the server answered that it cannot just now. `refused`: the person may not. `in-use`: something
 * else still needs it. `unexpected`: none of these; `detail` is for support.
 */
export type DataFailure =
  | { readonly code: 'offline' | 'busy' | 'signed-out' | 'refused' | 'not-found' | 'in-use' }
  | { readonly code: 'unexpected'; readonly detail: string };

/** Carries a failure through code that wants exceptions: TanStack Query and error boundaries. */
export class DataError extends Error {
  readonly failure: DataFailure;
  constructor(failure: DataFailure) {
    super(failure.code === 'unexpected' ? failure.detail : failure.code);
    this.name = 'DataError';
    this.failure = failure;
  }
}

/** The value, or the failure thrown as `DataError`. For query functions only. */
export async function settle<Value>(result: Promise<Result<Value, DataFailure>>): Promise<Value> {
  const settled = await result;
  if (settled.ok) return settled.value;
  throw new DataError(settled.failure);
}

/** What a thrown or returned error means; anything unknown is `unexpected`. Pure. */
export function failureOf(error: unknown): DataFailure {
  return error instanceof DataError ? error.failure : { code: 'unexpected', detail: String(error) };
}

const SIGNED_OUT = new Set(['PGRST301', 'PGRST302', 'PGRST303']);

/** PostgREST's answer without rows. `status` 0 means that no answer came. Pure. */
export function fromPostgrest(error: PostgrestError, status: number): DataFailure {
  if (status === 0) return { code: 'offline' };
  if (status === 401 || SIGNED_OUT.has(error.code)) return { code: 'signed-out' };
  if (status === 403 || error.code === '42501') return { code: 'refused' };
  if (error.code === '23503') return { code: 'in-use' };
  if (error.code === 'PGRST116') return { code: 'not-found' };
  if (isBusy(status, error.code)) return { code: 'busy' };
  return { code: 'unexpected', detail: `${error.code} ${error.message}` };
}

/** Of all that ends as 500, only a query that took too long (57014) is no fault of ours. */
const isBusy = (status: number, code: string): boolean =>
  mayPass(status) && (status !== 500 || code === '57014');

/** Whether the server had trouble of its own, or too much to do: the same may work in a moment. Pure. */
export const mayPass = (status: number): boolean => status >= 500 || status === 408 || status === 429;

interface Answer {
  readonly data: unknown;
  readonly error: PostgrestError | null;
  readonly status: number;
}

/** Of either half of zod. */
export interface Schema<Row> {
  safeParse(value: unknown): { success: true; data: Row } | { success: false; error: { message: string } };
}

/** Waits for a PostgREST answer and reads its rows by the schema. */
export async function rows<Row>(
  answer: PromiseLike<Answer>,
  schema: Schema<Row>,
): Promise<Result<Row, DataFailure>> {
  const { data, error, status } = await answer;
  if (error !== null) return fail(fromPostgrest(error, status));
  const read = schema.safeParse(data);
  return read.success ? succeed(read.data) : fail({ code: 'unexpected', detail: read.error.message });
}

/** True when the request got no answer at all. Pure. */
export function isNetworkError(error: AuthError): boolean {
  return error.name === 'AuthRetryableFetchError' && (error.status === undefined || error.status === 0);
}
