/**
 * Forgetting calls: what is older than a workspace keeps it, and what Vapi still knows of calls that are forgotten here.
 * Safe to kill at any instant, and to run twice. Knows no requests.
 */
import * as z from 'zod';
import { deleteCall } from '../../../src/publish/resources.ts';
import { rows, run } from './database.ts';
import type { Deps } from './deps.ts';
import { rememberedAccounts } from './vapi-accounts.ts';

const counts = z.record(z.string(), z.number());

/** One batch of each sort; gives back how many things were forgotten. */
export async function forgetOld({ service, clock }: Deps, most: number): Promise<number> {
  const forgotten = await run(service.rpc('forget_old', { at: new Date(clock.now()).toISOString(), most }));
  return Object.values(counts.parse(forgotten)).reduce((sum, count) => sum + count, 0);
}

const removalRow = z.object({ vapi_call_id: z.string(), workspace_id: z.string() });

/** Has Vapi forget them too: transcript, messages and recording go with the call. Gives back how many it no longer has. */
export async function forgetAtVapi(deps: Deps, most: number): Promise<number> {
  const { service, clock } = deps;
  const accountOf = rememberedAccounts(deps);
  const at = () => new Date(clock.now()).toISOString();
  const due = await rows(removalRow, service.rpc('claim_call_removals', { at: at(), most }));
  let gone = 0;
  for (const { vapi_call_id, workspace_id } of due) {
    const account = await accountOf(workspace_id);
    const removed = account && (await deleteCall(account.api, vapi_call_id));
    if (!removed?.ok) continue;
    await run(service.rpc('finish_call_removal', { vapi_call: vapi_call_id, at: at() }));
    gone += 1;
  }
  return gone;
}
