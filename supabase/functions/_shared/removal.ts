/**
 * The end of a workspace, after it was closed: everything of ours at Vapi goes first, numbers before all else, then its rows. The row in
 * `workspace_removals` is the recorded intent; each thing is deleted, and noted as gone, by itself. Killed at any instant it goes on where
 * it was; doing anything twice changes nothing. Knows no requests.
 */
import * as z from 'zod';
import { SETTLE_MILLISECONDS } from '../../../src/publish/job.ts';
import { markerOf } from '../../../src/publish/marker.ts';
import {
  deleteResource,
  listMarked,
  releaseNumber,
  removeCredential,
} from '../../../src/publish/resources.ts';
import type { VapiApi } from '../../../src/vapi/contract/api.ts';
import { rows, run } from './database.ts';
import type { Deps } from './deps.ts';
import { forgetAtVapi } from './forgetting.ts';
import { finishRemovals } from './knowledge-files.ts';
import { findLimitAnswers } from './limits.ts';
import { settleImports } from './number-imports.ts';
import { testNumberName } from './numbers.ts';
import { accountOf } from './vapi-accounts.ts';

/** Clocks differ: lists are read from this long before. */
const SKEW_MILLISECONDS = 5 * 60_000;
const AT_ONCE = 20;

const leftRow = z.object({
  kind: z.enum([
    'number-import',
    'number',
    'create-assistant',
    'create-squad',
    'assistant',
    'squad',
    'limit-answer',
    'file',
  ]),
  id: z.string(),
  vapi_id: z.string().nullable(),
  credential: z.string().nullable(),
  deployment: z.string().nullable(),
  position: z.number().nullable(),
  sent_at: z.string().nullable(),
});
type Left = z.infer<typeof leftRow>;

const now = ({ clock }: Deps) => new Date(clock.now()).toISOString();

/** Works on workspaces that are closed, for so long; gives back how many are gone now. */
export async function removeWorkspaces(deps: Deps, milliseconds = 15_000): Promise<number> {
  const deadline = deps.clock.now() + milliseconds;
  const claimed = await run(deps.service.rpc('claim_workspace_removals', { at: now(deps), most: 3 }));
  let gone = 0;
  for (const workspace of z.array(z.string()).parse(claimed)) {
    const result = await removeOne(deps, workspace, deadline);
    if (result === 'gone') gone += 1;
    if (result === 'more')
      await run(deps.service.rpc('continue_workspace_removal', { workspace, at: now(deps) }));
  }
  return gone;
}

/** `more`: out of time. `wait`: Vapi has to answer first, or something may still appear there. */
async function removeOne(deps: Deps, workspace: string, deadline: number): Promise<'gone' | 'more' | 'wait'> {
  const { service } = deps;
  const account = await accountOf(deps, workspace);
  const vapi = account.ok ? account.value.api : null;
  // Its own account without a usable key: what is there stays with whoever owns it.
  const isLost =
    (!account.ok && account.failure === 'connection-unreadable') ||
    (vapi !== null && (await isRefused(vapi)));
  const isReachable = vapi !== null && !isLost;
  if (isReachable && !(await removeTestNumber(vapi, workspace))) return 'wait';
  while (!isLost) {
    const left = await rows(leftRow, service.rpc('left_at_vapi', { workspace, most: AT_ONCE }));
    if (left.length === 0) break;
    if (!isReachable) return 'wait';
    let done = 0;
    for (const thing of left) {
      if (deps.clock.now() >= deadline) return 'more';
      if (await remove(deps, vapi, thing)) done += 1;
    }
    if (done === 0) return 'wait';
  }
  for (;;) {
    const forgotten = await run(service.rpc('forget_calls_of', { workspace, most: 100 }));
    const { calls, callsAtVapi, filesAtVapi } = forgottenRow.parse(forgotten);
    if (isLost || calls + callsAtVapi + filesAtVapi === 0) break;
    if (deps.clock.now() >= deadline) return 'more';
    const moved = (await forgetAtVapi(deps, 30)) + (await finishRemovals(deps));
    if (moved === 0 && calls === 0) return 'wait';
  }
  await run(service.rpc('finish_workspace_removal', { workspace, at: now(deps) }));
  return 'gone';
}

const forgottenRow = z.object({ calls: z.number(), callsAtVapi: z.number(), filesAtVapi: z.number() });

/** The key is no key of anybody any more. */
async function isRefused(vapi: VapiApi): Promise<boolean> {
  const listed = await vapi.listPhoneNumbers({ limit: 1 });
  return (
    !listed.ok &&
    listed.failure.kind === 'refused' &&
    (listed.failure.status === 401 || listed.failure.status === 403)
  );
}

/** One that was made and never written down, its answer lost. */
async function removeTestNumber(vapi: VapiApi, workspace: string): Promise<boolean> {
  const listed = await vapi.listPhoneNumbers({ limit: 1000 });
  if (!listed.ok) return false;
  const made = listed.value.filter(({ name }) => name === testNumberName(workspace));
  for (const { id } of made) if (!(await releaseNumber(vapi, id)).ok) return false;
  return true;
}

/** True once it is gone, and noted. */
async function remove(deps: Deps, vapi: VapiApi, thing: Left): Promise<boolean> {
  const { service } = deps;
  const { id, vapi_id } = thing;
  switch (thing.kind) {
    case 'number-import':
      // What it made is found by its name, and becomes a number of the workspace; or it is undone.
      return (await settleImports(deps, id)) > 0;
    case 'number':
      if (vapi_id !== null && !(await releaseNumber(vapi, vapi_id)).ok) return false;
      if (thing.credential !== null && !(await removeCredential(vapi, thing.credential)).ok) return false;
      // The row itself goes with the workspace: what was published on it hangs on it.
      await run(service.from('phone_numbers').update({ elsewhere: true }).eq('id', id));
      return true;
    case 'assistant':
    case 'squad':
      if (vapi_id !== null && !(await deleteResource(vapi, thing.kind, vapi_id)).ok) return false;
      await run(service.from('vapi_resources').update({ state: 'deleted' }).eq('id', id));
      return true;
    case 'create-assistant':
    case 'create-squad':
      return removeLost(deps, vapi, thing, thing.kind === 'create-squad' ? 'squad' : 'assistant');
    case 'limit-answer':
      return removeLimitAnswer(deps, vapi, thing);
    case 'file':
      // Its row remembers it in `file_removals`.
      await run(service.from('knowledge_files').delete().eq('id', id));
      await finishRemovals(deps, id);
      return true;
  }
}

/** A creation whose answer was lost: what carries its marker, once it would have appeared. */
async function removeLost(
  { service, clock }: Deps,
  vapi: VapiApi,
  { id, deployment, position, sent_at }: Left,
  kind: 'assistant' | 'squad',
): Promise<boolean> {
  if (deployment !== null && position !== null && sent_at !== null) {
    const sent = Date.parse(sent_at);
    const mark = { deployment, marker: await markerOf(deployment, position) };
    const found = await listMarked(vapi, [kind], sent - SKEW_MILLISECONDS);
    if (!found.ok) return false;
    for (const copy of found.value(kind, mark))
      if (!(await deleteResource(vapi, kind, copy)).ok) return false;
    if (clock.now() - sent < SETTLE_MILLISECONDS) return false;
  }
  await run(service.from('deployment_steps').update({ state: 'failed' }).eq('id', id));
  return true;
}

async function removeLimitAnswer(
  { service, clock }: Deps,
  vapi: VapiApi,
  { id, vapi_id, sent_at }: Left,
): Promise<boolean> {
  const sent = sent_at === null ? null : Date.parse(sent_at);
  const lost = vapi_id === null && sent !== null ? await findLimitAnswers(vapi, id, sent) : [];
  if (lost === null) return false;
  for (const one of vapi_id === null ? lost : [vapi_id])
    if (!(await deleteResource(vapi, 'assistant', one)).ok) return false;
  if (vapi_id === null && sent !== null && clock.now() - sent < SETTLE_MILLISECONDS) return false;
  await run(service.from('limit_answers').delete().eq('id', id));
  return true;
}
