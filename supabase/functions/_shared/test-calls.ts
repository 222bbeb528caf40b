/**
 * Test calls: what a workspace may talk for, and what became of each. Settled once, from what Vapi says; a call whose browser was
 * killed ends at Vapi by itself, and `cron` settles it. Knows no HTTP of ours and no drawing.
 */
import * as z from 'zod';
import { PREVIEW_SECONDS } from '../../../src/flow/compile/target.ts';
import { TEST_CALL_REFUSALS, type TestCallRefusal } from '../../../src/publish/test-call-wire.ts';
import type { CallRecord } from '../../../src/vapi/contract/call.ts';
import { row, rows, run } from './database.ts';
import type { Deps } from './deps.ts';
import { accountOf } from './vapi-accounts.ts';

/** Each minute is paid for at Vapi. */
export const TEST_BUDGET = {
  daySeconds: 60 * 60,
  secondsPerCall: PREVIEW_SECONDS,
  /** A shorter call is not worth beginning. */
  leastSeconds: 30,
  atOnce: 2,
} as const;

/** Room for entering, and for Vapi to notice that time is up. */
const GRACE = 60_000;
/** Until then Vapi has said what a call cost, or it never will. */
const COST_WITHIN = 10 * 60_000;
/** A create whose answer was lost: nobody knows the room, and an empty one is closed after seconds (vapi-facts §1.4). */
const LOST_AFTER = 2 * 60_000;
const KEPT = 40 * 24 * 60 * 60_000;

const isoOf = (time: number) => new Date(time).toISOString();

const testCallRow = z.object({
  id: z.string(),
  workspace_id: z.string(),
  person: z.string(),
  vapi_id: z.string().nullable(),
  granted_seconds: z.number(),
  seconds: z.coerce.number().nullable(),
  cost: z.coerce.number().nullable(),
  left_at: z.string().nullable(),
  settled_at: z.string().nullable(),
  created_at: z.string(),
});
export type TestCall = z.infer<typeof testCallRow>;
const COLUMNS =
  'id, workspace_id, person, vapi_id, granted_seconds, seconds, cost, left_at, settled_at, created_at';

export function findTestCall({ service }: Deps, id: string): Promise<TestCall | null> {
  return row(testCallRow, service.from('test_calls').select(COLUMNS).eq('id', id).maybeSingle());
}

export async function secondsLeft({ service, clock }: Deps, workspace: string): Promise<number> {
  const asked = { workspace, at: isoOf(clock.now()) };
  const used = z.coerce.number().parse(await run(service.rpc('test_seconds_used', asked)));
  return Math.max(0, Math.floor(TEST_BUDGET.daySeconds - used));
}

const begun = z.union([
  z.object({ id: z.string(), seconds: z.number() }),
  z.object({ refused: z.enum([...TEST_CALL_REFUSALS, 'not-found', 'not-allowed']) }),
]);

/** The recorded intent, with the seconds that are granted to it. */
export async function beginTestCall(
  { service, clock }: Deps,
  { workspace, person, flow }: { readonly workspace: string; readonly person: string; readonly flow: string },
): Promise<
  | { readonly id: string; readonly seconds: number }
  | { readonly refused: TestCallRefusal | 'not-found' | 'not-allowed' }
> {
  return begun.parse(
    await run(
      service.rpc('begin_test_call', {
        workspace,
        its_person: person,
        flow,
        at: isoOf(clock.now()),
        day_seconds: TEST_BUDGET.daySeconds,
        call_seconds: TEST_BUDGET.secondsPerCall,
        least_seconds: TEST_BUDGET.leastSeconds,
        at_once: TEST_BUDGET.atOnce,
      }),
    ),
  );
}

export async function settle(deps: Deps, call: string, seconds: number, cost: number | null): Promise<void> {
  const at = isoOf(deps.clock.now());
  await run(deps.service.rpc('settle_test_call', { call, its_seconds: seconds, its_cost: cost, at }));
}

/** Asks Vapi what became of it; true when it is settled now, or was before. */
export async function settleFromVapi(deps: Deps, call: TestCall): Promise<boolean> {
  if (call.settled_at !== null) return true;
  const now = deps.clock.now();
  const begunAt = Date.parse(call.created_at);
  const isOver = now > begunAt + call.granted_seconds * 1000 + GRACE;
  if (call.vapi_id === null) {
    if (now < begunAt + LOST_AFTER) return false;
    await settle(deps, call.id, 0, null);
    return true;
  }
  const account = await accountOf(deps, call.workspace_id);
  const record = account.ok ? await account.value.api.getCall(call.vapi_id) : null;
  const found = record?.ok ? measure(record.value, now) : null;
  if (found) {
    await settle(deps, call.id, Math.min(found.seconds, call.granted_seconds + GRACE / 1000), found.cost);
    return true;
  }
  // Forgotten there, or of an account that is used no more, or never reported: then it counts with all it may have lasted.
  const isGone = record !== null && !record.ok && record.failure.kind === 'refused';
  if (!isOver || !(isGone || account.ok === false || now > begunAt + COST_WITHIN * 2)) return false;
  await settle(deps, call.id, call.granted_seconds, null);
  return true;
}

/** Null as long as it goes on, or what it cost may still come. */
function measure(record: CallRecord, now: number): { seconds: number; cost: number | null } | null {
  if (record.status !== 'ended') return null;
  const ended = Date.parse(record.endedAt ?? record.updatedAt ?? '');
  const cost = record.cost ?? null;
  const started = Date.parse(record.startedAt ?? '');
  // Nobody came: nothing is charged.
  if (Number.isNaN(started)) return { seconds: 0, cost };
  if (Number.isNaN(ended) || (cost === null && now < ended + COST_WITHIN)) return null;
  return { seconds: Math.max(0, (ended - started) / 1000), cost };
}

/** As many records are given to be deleted at Vapi at once. */
const MOST_FORGOTTEN = 100;

/**
 * Calls that were left, or whose time is up; gives back how many were settled. Also forgets those of long ago, and has Vapi forget
 * (`forgetting.ts`) what is older than the workspace keeps words.
 */
export async function settleOpenTestCalls(deps: Deps): Promise<number> {
  const { service, clock } = deps;
  const now = clock.now();
  const open = await rows(
    testCallRow,
    service
      .from('test_calls')
      .select(COLUMNS)
      .is('settled_at', null)
      .lt('created_at', isoOf(now - TEST_BUDGET.leastSeconds * 1000))
      .order('created_at')
      .limit(20),
  );
  let settled = 0;
  for (const call of open) if (await settleFromVapi(deps, call)) settled += 1;
  await run(service.rpc('forget_test_calls', { at: isoOf(now), most: MOST_FORGOTTEN }));
  await run(
    service
      .from('test_calls')
      .delete()
      .lt('settled_at', isoOf(now - KEPT)),
  );
  return settled;
}
