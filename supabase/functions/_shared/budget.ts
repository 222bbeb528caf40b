/** What a workspace may ask for in a while. Counted in the database, for all functions together. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { run } from './database.ts';

export interface Budget {
  readonly name: string;
  readonly most: number;
  /** The window begins with the first request after the last one ended. */
  readonly seconds: number;
}

/** Turns with a draft: each one costs. */
const REHEARSALS: Budget = { name: 'rehearsals', most: 1000, seconds: 24 * 3600 };
/** Those that the sandbox plays cost nothing, and trying every way of a flow takes many. */
const REHEARSALS_HERE: Budget = { name: 'rehearsals-here', most: 20_000, seconds: 24 * 3600 };

export function rehearsalsWith(isSandbox: boolean): Budget {
  return isSandbox ? REHEARSALS_HERE : REHEARSALS;
}

/** Conversations of AI callers: both sides of each cost. */
const SIMULATIONS: Budget = { name: 'simulations', most: 60, seconds: 24 * 3600 };
const SIMULATIONS_HERE: Budget = { name: 'simulations-here', most: 2000, seconds: 24 * 3600 };

export function simulationsWith(isSandbox: boolean): Budget {
  return isSandbox ? SIMULATIONS_HERE : SIMULATIONS;
}

/** A loop that publishes is no person. */
export const PUBLICATIONS: Budget = { name: 'publications', most: 60, seconds: 3600 };

/** False when nothing is left in this window. */
export async function takeBudget(
  service: SupabaseClient,
  workspace: string,
  { name, most, seconds }: Budget,
): Promise<boolean> {
  return (await run(service.rpc('take_budget', { workspace, budget: name, most, seconds }))) === true;
}
