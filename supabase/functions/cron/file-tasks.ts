/** The tasks of `cron` about files: what was left on its way to Vapi, or from it. Each gives back how many it moved on. */
import type { Deps } from '../_shared/deps.ts';
import { finishRemovals, listUnsettled, lookAfter } from '../_shared/knowledge-files.ts';
import { rememberedAccounts } from '../_shared/vapi-accounts.ts';

/** Uploads whose answer was lost, and files that Vapi was still reading. */
export async function settleFiles(deps: Deps): Promise<number> {
  const accountFor = rememberedAccounts(deps);
  let settled = 0;
  for (const file of await listUnsettled(deps.service)) {
    const vapi = (await accountFor(file.workspace_id))?.api;
    if (!vapi) continue;
    const { state } = await lookAfter(deps, vapi, file);
    if (state !== file.state) settled += 1;
  }
  return settled;
}

/** Files that are gone here and not yet at Vapi. */
export function removeFiles(deps: Deps): Promise<number> {
  return finishRemovals(deps);
}
