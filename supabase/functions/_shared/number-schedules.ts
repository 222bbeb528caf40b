/**
 * Numbers that several flows answer by opening hours. Works towards what is due at this instant, whatever was missed before: the number is
 * held, read, pointed at what is due by one PATCH, read again and noted; so it may be killed at any of these and run again. What is not in
 * service yet is not switched to: what answers goes on answering. Knows no requests.
 */
import * as z from 'zod';
import { answerAt, changesAfter } from '../../../src/publish/by-hours.ts';
import { divert } from '../../../src/publish/diversion.ts';
import { advance } from '../../../src/publish/job.ts';
import type { NumberTarget } from '../../../src/publish/plan.ts';
import type { VapiApi } from '../../../src/vapi/contract/api.ts';
import { row, rows, run } from './database.ts';
import type { Deps } from './deps.ts';
import { derive, wordsInPlaceOf } from './derive.ts';
import { findStored } from './in-service.ts';
import { scheduleOf, storedTimes } from './number-schedule.ts';
import { createPublishStore } from './publish-store.ts';
import { rememberedAccounts, type VapiAccount } from './vapi-accounts.ts';

const MINUTE = 60_000;
/** Looked at that often even while nothing changes: whatever else moved the number is put right. */
const LOOK_EVERY = 5 * MINUTE;
const MOST = 20;
/** Making the words of a schedule takes seconds. */
const WORDS_BUDGET = { milliseconds: 10_000 };

const readyRow = z.object({
  id: z.string(),
  slot: z.string(),
  live: z.boolean(),
  kind: z.enum(['assistant', 'squad']),
  target: z.string(),
});
type Ready = z.infer<typeof readyRow>;

const claimedRow = z.object({
  id: z.string(),
  workspace_id: z.string(),
  vapi_id: z.string(),
  provider: z.string(),
  fence: z.number(),
  deployment_id: z.string().nullable(),
  ready: z.array(readyRow),
  rows: z.array(z.object({ hours: storedTimes.nullable(), slot: z.string() })),
});
type Held = z.infer<typeof claimedRow>;

const isoOf = (time: number) => new Date(time).toISOString();

/** Points at what is due; with a number, that one alone. Gives back how many were moved. */
export async function keepSchedules(deps: Deps, only?: string): Promise<number> {
  const accountFor = rememberedAccounts(deps);
  let moved = await pointAll(deps, accountFor, only);
  for (const number of await withoutWords(deps, only)) {
    const account = await accountFor(number.workspace_id);
    if (account && (await prepareWords(deps, account, number.id, only !== undefined)))
      moved += await pointAll(deps, accountFor, number.id);
  }
  return moved;
}

async function pointAll(
  deps: Deps,
  accountFor: (workspace: string) => Promise<VapiAccount | null>,
  only: string | undefined,
): Promise<number> {
  const wanted = only === undefined ? {} : { only_number: only };
  const at = isoOf(deps.clock.now());
  const held = await rows(claimedRow, deps.service.rpc('claim_schedules', { at, most: MOST, ...wanted }));
  let moved = 0;
  for (const number of held) {
    const account = await accountFor(number.workspace_id);
    if (await point(deps, account?.api ?? null, number)) moved += 1;
  }
  return moved;
}

async function point(deps: Deps, vapi: VapiApi | null, number: Held): Promise<boolean> {
  const now = deps.clock.now();
  const schedule = scheduleOf(number.rows);
  const due = number.ready.find(({ slot, live }) => live && slot === answerAt(schedule, now));
  const finish = async (answering: string | null, lookAt: number) =>
    (await run(
      deps.service.rpc('finish_schedule', {
        number_id: number.id,
        holder: number.fence,
        answering,
        look_at: isoOf(lookAt),
      }),
    )) === true;
  if (!vapi) {
    await finish(null, now + MINUTE);
    return false;
  }
  const next = changesAfter(schedule, now, { days: 1, most: 1 })[0]?.at ?? Number.POSITIVE_INFINITY;
  // Its flow is not in service on this number yet: whoever answers goes on.
  if (!due) {
    await finish(null, Math.min(next, now + LOOK_EVERY));
    return false;
  }
  const ours = number.ready.map(targetOf);
  const isSilent = number.deployment_id === null;
  const nobody: NumberTarget = { assistantId: null, squadId: null };
  const pointed = await divert(vapi, number.vapi_id, targetOf(due), isSilent ? [...ours, nobody] : ours);
  if (pointed !== 'done') {
    if (pointed === 'foreign') deps.log({ function: 'cron', event: 'number-changed-elsewhere' });
    await finish(null, now + (pointed === 'foreign' ? LOOK_EVERY : MINUTE));
    return false;
  }
  const isNoted = await finish(due.id, Math.min(next, now + LOOK_EVERY));
  return isNoted && due.id !== number.deployment_id;
}

function targetOf({ kind, target }: Ready): NumberTarget {
  return kind === 'squad' ? { squadId: target, assistantId: null } : { assistantId: target, squadId: null };
}

const wordlessRow = z.object({
  phone_number_id: z.string(),
  workspace_id: z.string(),
  deployments: z.object({ state: z.string() }).nullable(),
});

/** Numbers whose words may not be ready. */
async function withoutWords(
  { service }: Deps,
  only: string | undefined,
): Promise<{ readonly id: string; readonly workspace_id: string }[]> {
  const query = service
    .from('number_schedules')
    .select('phone_number_id, workspace_id, deployments(state)')
    .not('words', 'is', null)
    .limit(1000);
  const found = await rows(wordlessRow, only === undefined ? query : query.eq('phone_number_id', only));
  return found
    .filter(({ deployments }) => deployments === null || !['live', 'running'].includes(deployments.state))
    .map(({ phone_number_id, workspace_id }) => ({ id: phone_number_id, workspace_id }));
}

const preparedRow = z.object({ words: z.string(), source: z.string() });

/** True when they are in service by now. A publication that is cut is finished as any other is. */
async function prepareWords(
  deps: Deps,
  account: VapiAccount,
  number: string,
  isAsked: boolean,
): Promise<boolean> {
  const asked = deps.service.rpc('words_to_prepare', { number_id: number, is_asked: isAsked });
  const wanted = await row(preparedRow, asked);
  if (!wanted) return false;
  const stored = await findStored(deps, wanted.source);
  const said = stored && (await wordsInPlaceOf(deps, { stored, account }, wanted.words));
  if (!said) return false;
  const derived = await derive(deps, { stored, account }, { purpose: 'words', ...said }, null);
  if (!derived.ok) return false;
  const started = derived.value;
  await run(deps.service.rpc('note_words_deployment', { number_id: number, deployment: started }));
  const ports = { store: createPublishStore(deps.service), vapi: account.api, clock: deps.clock };
  return (await advance(started, ports, WORDS_BUDGET)) === 'live';
}
