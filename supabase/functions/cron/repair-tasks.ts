/**
 * The tasks of `cron` that fetch what webhooks missed: the end of calls that never came, and calls of which nothing came at all.
 * Each gives back how many calls it moved on. Knows no HTTP of ours.
 */
import * as z from 'zod';
import type { VapiApi } from '../../../src/vapi/contract/api.ts';
import type { CallRecord } from '../../../src/vapi/contract/call.ts';
import { projectStored, receiveRecord } from '../_shared/call-inbox.ts';
import { rows, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { describeError } from '../_shared/log.ts';
import { rememberedAccounts } from '../_shared/vapi-accounts.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** What Vapi keeps for everybody; what is older cannot be fetched any more. */
const KEPT_AT_VAPI = 14 * DAY;
/** Longer than the longest call that a flow may set. */
const LONGEST_CALL = 20 * MINUTE;

const isoOf = (time: number) => new Date(time).toISOString();
const openRow = z.object({ id: z.string(), workspace_id: z.string(), vapi_call_id: z.string() });

/** Calls that should have ended long ago, and ended ones whose report has not come. */
export async function pollOpenCalls(deps: Deps): Promise<number> {
  const { service, clock } = deps;
  const accountFor = rememberedAccounts(deps);
  const now = clock.now();
  const columns = 'id, workspace_id, vapi_call_id';
  const open = await rows(
    openRow,
    service
      .from('calls')
      .select(columns)
      .neq('status', 'ended')
      .lt('updated_at', isoOf(now - LONGEST_CALL))
      .gt('created_at', isoOf(now - KEPT_AT_VAPI))
      .order('updated_at')
      .limit(10),
  );
  const unreported = await rows(
    openRow,
    service
      .from('calls')
      .select(columns)
      .eq('status', 'ended')
      .is('cost', null)
      .lt('ended_at', isoOf(now - 2 * MINUTE))
      .gt('ended_at', isoOf(now - 30 * MINUTE))
      .limit(10),
  );
  let moved = 0;
  for (const { id, workspace_id, vapi_call_id } of [...open, ...unreported]) {
    const record = await (await accountFor(workspace_id))?.api.getCall(vapi_call_id);
    if (record?.ok && (await takeIn(deps, record.value))) moved += 1;
    // Vapi had nothing new: others are asked after before this one is again.
    else
      await run(
        service
          .from('calls')
          .update({ updated_at: isoOf(now) })
          .eq('id', id),
      );
  }
  return moved;
}

/** Every number's calls are compared with Vapi's list as often as this. */
const EVERY = 15 * MINUTE;
/** What was looked at before is looked at again: calls that went on then, and lists that lagged behind. */
const OVERLAP = 75 * MINUTE;
/** An invocation ends at 150 s; what is left is for the next one, which skips what is known. */
const PATIENCE = 60_000;

const numberRow = z.object({
  id: z.string(),
  vapi_id: z.string(),
  workspace_id: z.string(),
  swept_until: z.string().nullable(),
});

/** Calls that ended at Vapi and not here, by number, from where the last comparison stopped: after an outage, all of it. */
export async function findLostCalls(deps: Deps): Promise<number> {
  const { service, clock } = deps;
  const accountFor = rememberedAccounts(deps);
  const now = clock.now();
  const numbers = await rows(
    numberRow,
    service
      .from('phone_numbers')
      .select('id, vapi_id, workspace_id, swept_until')
      .not('deployment_id', 'is', null)
      .eq('elsewhere', false)
      .or(`swept_until.is.null,swept_until.lte.${isoOf(now - EVERY)}`)
      .order('swept_until', { nullsFirst: true })
      .limit(20),
  );
  let found = 0;
  for (const { id, vapi_id, workspace_id, swept_until } of numbers) {
    const api = (await accountFor(workspace_id))?.api;
    if (!api) continue;
    const since = Math.max(now - KEPT_AT_VAPI, swept_until ? Date.parse(swept_until) - OVERLAP : 0);
    const swept = await sweep(deps, api, {
      number: vapi_id,
      workspace: workspace_id,
      since,
      until: now + PATIENCE,
    });
    found += swept.found;
    if (swept.isWhole)
      await run(
        service
          .from('phone_numbers')
          .update({ swept_until: isoOf(now) })
          .eq('id', id),
      );
  }
  return found;
}

interface Sweep {
  readonly number: string;
  readonly workspace: string;
  /** Milliseconds since the epoch; `until`: when to stop. */
  readonly since: number;
  readonly until: number;
}

const PAGE = 100;

/** Newest first, page by page. Not whole when Vapi did not answer, or time was up. */
async function sweep(deps: Deps, api: VapiApi, { number, workspace, since, until }: Sweep) {
  let found = 0;
  let end: number | null = null;
  for (;;) {
    const listed = await api.listCalls({
      phoneNumberId: number,
      createdAtGe: isoOf(since),
      ...(end === null ? {} : { createdAtLt: isoOf(end) }),
      limit: PAGE,
    });
    if (!listed.ok) return { found, isWhole: false };
    const page = listed.value;
    for (const record of await unfinished(deps, workspace, page)) {
      if (deps.clock.now() >= until) return { found, isWhole: false };
      if (await takeIn(deps, record)) found += 1;
    }
    const oldest = Math.min(...page.map((call) => Date.parse(call.createdAt ?? '')));
    if (page.length < PAGE || !Number.isFinite(oldest)) return { found, isWhole: true };
    // Several calls of one instant may lie on both sides of a page's end; a page full of them would lead nowhere.
    end = end === oldest + 1 ? oldest : oldest + 1;
  }
}

async function unfinished({ service }: Deps, workspace: string, page: readonly CallRecord[]) {
  const ended = page.filter(({ status }) => status === 'ended');
  if (ended.length === 0) return [];
  const asked = { workspace, vapi_calls: ended.map(({ id }) => id) };
  const ids = new Set(z.array(z.string()).parse(await run(service.rpc('unfinished_calls', asked))));
  return ended.filter(({ id }) => ids.has(id));
}

/** True when the record said something new. One that cannot be shown holds up no other. */
async function takeIn({ service, clock, log }: Deps, record: CallRecord): Promise<boolean> {
  try {
    const reception = await receiveRecord(service, record, clock.now());
    if (reception.type !== 'kept') return false;
    return await projectStored(service, reception.workspace, reception.call);
  } catch (error) {
    log({ function: 'cron', event: 'not-shown', ...describeError(error) });
    return false;
  }
}
