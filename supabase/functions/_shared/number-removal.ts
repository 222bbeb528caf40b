/**
 * Giving a number back: wished for, then done a while later by `cron`, so that the wish can be taken back. At Vapi the number goes first,
 * then what opened the account at its provider; then the row is noted as gone. Doing anything twice changes nothing. Knows no requests.
 */
import * as z from 'zod';
import { releaseNumber, removeCredential } from '../../../src/publish/resources.ts';
import { rows, run } from './database.ts';
import type { Deps } from './deps.ts';
import { rememberedAccounts } from './vapi-accounts.ts';

/** For as long the wish can be taken back. */
export const GRACE_MILLISECONDS = 10 * 60_000;

const dueRow = z.object({
  id: z.string(),
  workspace_id: z.string(),
  vapi_id: z.string(),
  credential_id: z.string().nullable(),
});

/** Gives back how many are gone now. */
export async function removeNumbers(deps: Deps): Promise<number> {
  const accountFor = rememberedAccounts(deps);
  const now = () => new Date(deps.clock.now()).toISOString();
  const due = await rows(dueRow, deps.service.rpc('claim_number_removals', { at: now(), most: 10 }));
  let gone = 0;
  for (const { id, workspace_id, vapi_id, credential_id } of due) {
    const account = await accountFor(workspace_id);
    if (!account || !(await releaseNumber(account.api, vapi_id)).ok) continue;
    if (credential_id !== null && !(await removeCredential(account.api, credential_id)).ok) continue;
    await run(deps.service.rpc('finish_number_removal', { number_id: id, at: now() }));
    gone += 1;
  }
  return gone;
}
