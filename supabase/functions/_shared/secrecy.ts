/** Professional secrecy of a workspace: whether it holds, and forgetting what its calls left. Knows no requests. */
import type { SupabaseClient } from '@supabase/supabase-js';
import * as z from 'zod';
import { row, run } from './database.ts';
import type { Deps } from './deps.ts';

const secrecyRow = z.object({ secrecy: z.boolean() });

export async function isSecret(service: SupabaseClient, workspace: string): Promise<boolean> {
  const query = service.from('workspaces').select('secrecy').eq('id', workspace).maybeSingle();
  return (await row(secrecyRow, query))?.secrecy ?? false;
}

/** Of calls that are over; gives back of how many. Vapi forgets them by `forgetAtVapi`. */
export async function forgetSecretCalls({ service, clock }: Deps, most: number): Promise<number> {
  const at = new Date(clock.now()).toISOString();
  return z.number().parse(await run(service.rpc('forget_secret_calls', { at, most })));
}
