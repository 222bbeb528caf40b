/** The tasks of `cron` about workspaces as a whole: limits, secrecy, the activity log, the end. Each gives back how many things it moved on. */
import * as z from 'zod';
import { sealActivity } from '../_shared/activity-seal.ts';
import { run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { keepLimits } from '../_shared/limits.ts';
import { removeWorkspaces } from '../_shared/removal.ts';
import { forgetSecretCalls } from '../_shared/secrecy.ts';

export { removeLimitAnswers } from '../_shared/limits.ts';

/** Numbers that answer otherwise than the month's limit wants. */
export function settleLimits(deps: Deps): Promise<number> {
  return keepLimits(deps);
}

/** What calls left under professional secrecy. */
export function forgetSecrets(deps: Deps): Promise<number> {
  return forgetSecretCalls(deps, 100);
}

/** Entries that are older than their workspace keeps them. */
export async function forgetActivity({ service, clock }: Deps): Promise<number> {
  const at = new Date(clock.now()).toISOString();
  return z.number().parse(await run(service.rpc('forget_activity', { at, most: 500 })));
}

/** Newest links of the activity log, so that nobody can make it anew. */
export function sealLogs(deps: Deps): Promise<number> {
  return sealActivity(deps, 100);
}

/** Workspaces that were closed and are not gone yet. */
export function finishWorkspaces(deps: Deps): Promise<number> {
  return removeWorkspaces(deps);
}
