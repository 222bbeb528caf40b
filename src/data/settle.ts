/** Answers as TanStack Query wants them: a value, or something thrown. */
import type { Result } from '../lib/result.ts';
import type { ApiFailure } from './ask.ts';
import { DataError } from './failure.ts';

export async function settleApi<Value>(answer: Promise<Result<Value, ApiFailure>>): Promise<Value> {
  const settled = await answer;
  if (settled.ok) return settled.value;
  const { code } = settled.failure;
  throw new DataError(code === 'offline' ? { code } : { code: 'unexpected', detail: code });
}

/** What is being set up is looked at again soon. */
const SOON = 3_000;

/** A list is looked at again soon while something in it is being set up. */
export function soonWhile<Item>(isUnsettled: (item: Item) => boolean) {
  return ({ state }: { readonly state: { readonly data?: readonly Item[] | undefined } }) =>
    state.data?.some(isUnsettled) ? SOON : (false as const);
}
