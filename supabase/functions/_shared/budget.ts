/** What a workspace may ask for in a while. Counted in the database, for all functions together. */
import type { SupabaseClient } from '@supabase/supabase-js';
import * as z from 'zod';
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

/** For what takes a while and costs by the minute. */
export interface MinuteBudget {
  readonly name: string;
  readonly minutes: number;
  /** As many may run at the same time. */
  readonly atOnce: number;
  /** The window begins with the first one after the last window ended. */
  readonly seconds: number;
}

/** Calls from the browser with a draft, by voice: minutes a day (reliability T6, T19). */
export const TEST_CALLS: MinuteBudget = { name: 'test-calls', minutes: 30, atOnce: 2, seconds: 24 * 3600 };

const taken = z.enum(['taken', 'spent', 'busy']);

/**
 * Holds back the longest that it may take, before it begins. `hold` names it: asked again with the same id it is the same one.
 * `spent`: not as much is left; `busy`: too many run. What was not needed comes back by `giveBackMinutes`.
 */
export async function takeMinutes(
  service: SupabaseClient,
  workspace: string,
  { name, minutes, atOnce, seconds }: MinuteBudget,
  hold: string,
  longestSeconds: number,
): Promise<z.infer<typeof taken>> {
  return taken.parse(
    await run(
      service.rpc('take_seconds', {
        workspace,
        budget: name,
        hold,
        wanted: Math.ceil(longestSeconds),
        most: minutes * 60,
        at_once: atOnce,
        window_seconds: seconds,
      }),
    ),
  );
}

/** False when it was given back before. Whoever never calls this has used everything that was held back. */
export async function giveBackMinutes(
  service: SupabaseClient,
  workspace: string,
  { name }: MinuteBudget,
  hold: string,
  usedSeconds: number,
): Promise<boolean> {
  const used_seconds = Math.ceil(usedSeconds);
  return (
    (await run(service.rpc('give_back_seconds', { workspace, budget: name, hold, used_seconds }))) === true
  );
}

/** Minutes used and held back in the present window. */
export async function minutesUsed(
  service: SupabaseClient,
  workspace: string,
  { name, seconds }: MinuteBudget,
): Promise<number> {
  return z.number().parse(await run(service.rpc('read_budget', { workspace, budget: name, seconds }))) / 60;
}
