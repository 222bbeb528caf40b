/** The tasks of `cron`. Each gives back how many things it moved on. Knows no HTTP. */
import * as z from 'zod';
import { advance } from '../../../src/publish/job.ts';
import { resealChannels } from '../_shared/alert-channels.ts';
import { projectStored, reconsiderOwner } from '../_shared/call-inbox.ts';
import { rows, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { forgetAtVapi, forgetOld } from '../_shared/forgetting.ts';
import { describeError } from '../_shared/log.ts';
import { numberState } from '../_shared/numbers.ts';
import { deliverOpen, forgetRehearsed } from '../_shared/outbox.ts';
import { createPublishStore } from '../_shared/publish-store.ts';
import { resealSecrets } from '../_shared/secrets.ts';
import { rememberedAccounts, resealConnections } from '../_shared/vapi-accounts.ts';

const MINUTE = 60_000;
const PUBLISH_BUDGET = { milliseconds: 10_000 };

const before = (deps: Deps, milliseconds: number) => new Date(deps.clock.now() - milliseconds).toISOString();

/** Publications whose browser went away. Those that somebody works on are busy and left alone. */
export async function resumePublications(deps: Deps): Promise<number> {
  const accountFor = rememberedAccounts(deps);
  const stuck = await rows(
    z.object({ id: z.string(), workspace_id: z.string() }),
    deps.service
      .from('deployments')
      .select('id, workspace_id')
      .eq('state', 'running')
      .lt('created_at', before(deps, MINUTE / 2))
      .order('lease_until', { ascending: true, nullsFirst: true })
      .limit(3),
  );
  const store = createPublishStore(deps.service);
  for (const { id, workspace_id } of stuck) {
    const account = await accountFor(workspace_id);
    if (account) await advance(id, { store, vapi: account.api, clock: deps.clock }, PUBLISH_BUDGET);
  }
  return stuck.length;
}

const pendingRow = z.object({ workspace_id: z.string(), vapi_call_id: z.string() });

/** Events that were kept but not shown. Those that made trouble before come last: they do not hold up the others. */
export async function showEvents(deps: Deps): Promise<number> {
  const pending = await rows(
    pendingRow,
    deps.service
      .from('call_events')
      .select('workspace_id, vapi_call_id')
      .is('projected_at', null)
      .not('workspace_id', 'is', null)
      .not('vapi_call_id', 'is', null)
      .lt('received_at', before(deps, 10_000))
      .order('error', { nullsFirst: true })
      .order('received_at')
      .limit(200),
  );
  const calls = new Map(pending.map((event) => [`${event.workspace_id} ${event.vapi_call_id}`, event]));
  let shown = 0;
  for (const { workspace_id, vapi_call_id } of [...calls.values()].slice(0, 50)) {
    try {
      if (await projectStored(deps.service, workspace_id, vapi_call_id)) shown += 1;
    } catch (error) {
      deps.log({ function: 'cron', event: 'not-shown', ...describeError(error) });
      const events = deps.service.from('call_events').update({ error: 'not-shown' });
      await run(
        events.eq('workspace_id', workspace_id).eq('vapi_call_id', vapi_call_id).is('projected_at', null),
      );
    }
  }
  return shown;
}

/** Events that came before we knew whose they are: the number may have rung between its switch and our record of it. */
export async function retryQuarantine(deps: Deps): Promise<number> {
  const unknown = await rows(
    z.object({ id: z.string(), payload: z.unknown() }),
    deps.service
      .from('call_events')
      .select('id, payload')
      .is('workspace_id', null)
      .eq('error', 'unknown-call')
      .not('vapi_call_id', 'is', null)
      .gt('received_at', before(deps, 60 * MINUTE))
      .order('received_at', { ascending: false })
      .limit(20),
  );
  let found = 0;
  for (const { id, payload } of unknown) {
    const owned = await reconsiderOwner(deps.service, id, payload, deps.clock.now());
    if (owned) found += 1;
  }
  return found;
}

/** New numbers take minutes until they ring. */
export async function refreshNumbers(deps: Deps): Promise<number> {
  const accountFor = rememberedAccounts(deps);
  const waiting = await rows(
    z.object({ id: z.string(), vapi_id: z.string(), workspace_id: z.string() }),
    deps.service
      .from('phone_numbers')
      .select('id, vapi_id, workspace_id')
      .eq('state', 'activating')
      .eq('elsewhere', false)
      .limit(10),
  );
  let changed = 0;
  for (const { id, vapi_id, workspace_id } of waiting) {
    const saved = await (await accountFor(workspace_id))?.api.getPhoneNumber(vapi_id);
    if (!saved?.ok || numberState(saved.value.status) === 'activating') continue;
    const change = {
      state: numberState(saved.value.status),
      ...(saved.value.number ? { number: saved.value.number } : {}),
    };
    await run(deps.service.from('phone_numbers').update(change).eq('id', id));
    changed += 1;
  }
  return changed;
}

/** Secrets under an older key than the newest; when none is left, that key may be taken away. */
export async function resealOldSecrets(deps: Deps): Promise<number> {
  return (
    (await resealSecrets(deps, 50)) + (await resealConnections(deps, 50)) + (await resealChannels(deps, 50))
  );
}

/** Former secrets of Vapi's signature that nothing uses any more. */
export async function retireSignatures({ service, clock }: Deps): Promise<number> {
  const at = new Date(clock.now()).toISOString();
  return z.number().parse(await run(service.rpc('retire_unused_signatures', { at })));
}

/** Messages that are not on their way yet. */
export function deliverMessages(deps: Deps): Promise<number> {
  return deliverOpen(deps, 10, 5_000);
}

export function forgetRehearsals(deps: Deps): Promise<number> {
  return forgetRehearsed(deps);
}

/** What tools asked and were told: no call is that old any more. */
export async function forgetRequests(deps: Deps): Promise<number> {
  const forgotten = await rows(
    z.object({ key: z.string() }),
    deps.service
      .from('runtime_requests')
      .delete()
      .lt('created_at', before(deps, 24 * 60 * MINUTE))
      .select('key'),
  );
  return forgotten.length;
}

/** What is older than its workspace keeps it. */
export function forgetOldCalls(deps: Deps): Promise<number> {
  return forgetOld(deps, 100);
}

/** What Vapi still knows of calls that are forgotten here. */
export function forgetCallsAtVapi(deps: Deps): Promise<number> {
  return forgetAtVapi(deps, 30);
}

const FORGET_INVITATIONS = 30 * 24 * 60 * MINUTE;

/** Invitations that nobody can accept any more: their e-mail addresses are somebody's. */
export async function forgetInvitations(deps: Deps): Promise<number> {
  const forgotten = await rows(
    z.object({ id: z.string() }),
    deps.service.from('invitations').delete().lt('expires_at', before(deps, FORGET_INVITATIONS)).select('id'),
  );
  return forgotten.length;
}
