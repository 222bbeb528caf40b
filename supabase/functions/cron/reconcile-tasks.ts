/** The tasks of `cron` that compare what is at Vapi with what should be there. Each gives back how many things it moved on. */
import * as z from 'zod';
import { collectGarbage } from '../../../src/publish/collect.ts';
import { rows } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { createGarbageStore } from '../_shared/garbage-store.ts';
import { findStored, recordDrift } from '../_shared/in-service.ts';
import { accountOf, commonAccount, rememberedAccounts } from '../_shared/vapi-accounts.ts';

const MINUTE = 60_000;
/** Everything in service is looked at about so often, as far as there are not more of them than `MOST_LOOKS` a minute. */
const LOOK_EVERY = 4 * MINUTE;
const MOST_LOOKS = 10;
const DRAIN = 35 * MINUTE;
const MOST_DELETIONS = 50;

/** What somebody changed in Vapi's dashboard. One that cannot be read now is looked at again later. */
export async function findDrift(deps: Deps): Promise<number> {
  const accountFor = rememberedAccounts(deps);
  const due = await rows(
    z.object({ id: z.string(), workspace_id: z.string() }),
    deps.service.rpc('deployments_to_check', {
      checked_before: new Date(deps.clock.now() - LOOK_EVERY).toISOString(),
      most: MOST_LOOKS,
    }),
  );
  let found = 0;
  for (const { id, workspace_id } of due) {
    const account = await accountFor(workspace_id);
    const stored = account && (await findStored(deps, id));
    if (!account || !stored) continue;
    const recorded = await recordDrift(deps, account.api, stored);
    if (!recorded.ok || recorded.value.drift === null) continue;
    found += 1;
    deps.log({ function: 'cron', event: 'drift', code: recorded.value.drift.findings[0]?.kind ?? '' });
  }
  return found;
}

const accountRow = z.object({ account: z.string().nullable(), workspace_id: z.string().nullable() });

/** What nobody needs any more, every five minutes, where something waits; every hour in all accounts, for what nobody recorded. */
export async function collectGarbageAtVapi(deps: Deps): Promise<number> {
  const minute = Math.floor(deps.clock.now() / MINUTE);
  if (minute % 5 !== 0) return 0;
  const isHourly = minute % 60 === 0;
  const accounts = await rows(
    accountRow,
    deps.service.rpc('accounts_with_garbage', {
      drained_before: new Date(deps.clock.now() - DRAIN).toISOString(),
      even_without: isHourly,
    }),
  );
  let deleted = 0;
  for (const { account, workspace_id } of accounts) {
    const found = workspace_id === null ? commonAccount(deps) : await accountOf(deps, workspace_id);
    if (!found.ok) continue;
    const store = createGarbageStore(deps.service, account);
    const collected = await collectGarbage(found.value.api, store, deps.clock, MOST_DELETIONS);
    deleted += collected.deleted + collected.orphans;
    if (collected.doubt !== null)
      deps.log({ function: 'cron', event: 'garbage-left', code: collected.doubt });
  }
  return deleted;
}
