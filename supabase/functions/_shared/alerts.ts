/**
 * Alerts of workspaces: what is so is read, what begins and ends is decided (`src/alerts`), and written down together with the deliveries
 * that tell of it. Killed at any instant, the next run decides from the same facts. Sends nothing itself.
 */
import * as z from 'zod';
import { ALERT_KINDS } from '../../../src/alerts/alert.ts';
import { conditionsOf, LATEST_CALLS } from '../../../src/alerts/conditions.ts';
import { type Change, decide } from '../../../src/alerts/decide.ts';
import { toldShape } from '../../../src/publish/alerts-wire.ts';
import { rows, run } from './database.ts';
import type { Deps } from './deps.ts';
import { describeError } from './log.ts';
import { numberState } from './numbers.ts';
import { rememberedAccounts } from './vapi-accounts.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
/** A little less than between two runs of `cron`. */
const EVERY = 50 * SECOND;
const MOST_WORKSPACES = 50;
const isoOf = (time: number) => new Date(time).toISOString();

const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const factsRow = z.object({
  flows: z.array(
    z.object({ id: z.string(), name: z.string(), failed: z.array(z.boolean()).max(LATEST_CALLS) }),
  ),
  numbers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      flow: z.string(),
      state: z.enum(['active', 'activating', 'blocked']),
      since: moment,
      findings: z.array(z.string()),
      failedSilently: z.boolean(),
      quiet: z.object({ lastCallAt: moment, calls: z.number(), longestPause: z.number() }).nullable(),
    }),
  ),
  budget: z
    .object({
      month: z.string(),
      unit: z.enum(['minutes', 'dollars']),
      used: z.number(),
      most: z.number(),
    })
    .nullable(),
  known: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(ALERT_KINDS),
      subject: z.string(),
      level: z.number(),
      told: toldShape,
      isBack: z.boolean(),
      calmSince: moment.nullable(),
      overAt: moment.nullable(),
      noticedAt: moment,
      /** How often it was told: what is decided holds for what was seen. */
      notices: z.number(),
    }),
  ),
});

/** Looks at workspaces in which something is in service; gives back how many things were told. */
export async function watchWorkspaces(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const due = z.array(z.string()).parse(
    await run(
      deps.service.rpc('claim_alert_checks', {
        at: isoOf(now),
        checked_before: isoOf(now - EVERY),
        most: MOST_WORKSPACES,
      }),
    ),
  );
  let told = 0;
  for (const workspace of due) {
    try {
      told += await watchOne(deps, workspace, now);
    } catch (error) {
      // The other workspaces are not to blame.
      deps.log({ function: 'cron', event: 'failed', code: 'alerts', ...describeError(error) });
    }
  }
  return told;
}

async function watchOne({ service }: Deps, workspace: string, now: number): Promise<number> {
  const at = isoOf(now);
  const facts = factsRow.parse(await run(service.rpc('alert_facts', { workspace, at })));
  const changes = decide(conditionsOf(facts, now), facts.known, now);
  if (changes.length === 0) return 0;
  const seen = new Map(facts.known.map(({ id, notices }) => [id, notices]));
  const written = changes.map((change) => writtenAs(change, seen));
  return z.number().parse(await run(service.rpc('apply_alert_changes', { workspace, at, changes: written })));
}

function writtenAs(change: Change, seen: ReadonlyMap<string, number>): object {
  switch (change.type) {
    case 'begin':
      return { type: 'begin', ...change.condition, isBack: change.isBack, notice: 'began' };
    case 'go-on':
      return { ...change.condition, ...idOf(change.id, seen), type: 'go-on', notice: change.notice };
    case 'calm':
      return { type: 'calm', ...idOf(change.id, seen), notice: null };
    case 'end':
      return { type: 'end', ...idOf(change.id, seen), notice: 'ended' };
  }
}

function idOf(id: string, seen: ReadonlyMap<string, number>) {
  return { id, seen: seen.get(id) };
}

const lookRow = z.object({
  id: z.string(),
  workspace_id: z.string(),
  vapi_id: z.string(),
  state: z.string(),
});

/** Whether numbers in service are active at Vapi, each about once an hour; gives back how many were found otherwise than we knew. */
export async function lookAtNumbers(deps: Deps): Promise<number> {
  const accountFor = rememberedAccounts(deps);
  const now = deps.clock.now();
  const due = await rows(
    lookRow,
    deps.service.rpc('claim_number_looks', { at: isoOf(now), looked_before: isoOf(now - HOUR), most: 5 }),
  );
  let changed = 0;
  for (const { id, workspace_id, vapi_id, state } of due) {
    const found = await (await accountFor(workspace_id))?.api.getPhoneNumber(vapi_id);
    // One that is gone is found when what is in service is compared.
    if (!found?.ok || numberState(found.value.status) === state) continue;
    const change = { state: numberState(found.value.status) };
    await run(deps.service.from('phone_numbers').update(change).eq('id', id));
    changed += 1;
  }
  return changed;
}
