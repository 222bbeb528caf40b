/** What is in service: `POST /publications/:id/restore`, `…/unpublish`, `…/compare` and `…/drift`. */

import * as z from 'zod';
import type { Result } from '../../../src/lib/result.ts';
import { driftRequest, unpublishRequest } from '../../../src/publish/service-wire.ts';
import type { DeploymentAnswer } from '../../../src/publish/wire.ts';
import type { Person } from '../_shared/auth.ts';
import { rows, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { wordsInPlaceOf } from '../_shared/derive.ts';
import { diallingOf } from '../_shared/dialling.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { answeringInstead, recordDrift, resourceIds, type StoredDeployment } from '../_shared/in-service.ts';
import { lookRecord } from '../_shared/publish-store.ts';
import { refuseAsVapi } from '../_shared/vapi-failure.ts';
import { adoptForeign } from './adopting.ts';
import { type Former, findFormer, startDerived } from './derived.ts';

export async function restoreVersion(id: string, person: Person, deps: Deps): Promise<Response> {
  const former = await findFormer(id, person, deps);
  if (!former.ok) return former.failure;
  const restored = await restore(former.value, person, deps);
  return restored.ok ? answer(restored.value) : restored.failure;
}

/** The very same resources; those that were deleted meanwhile are made anew. */
async function restore(
  former: Former,
  person: Person,
  deps: Deps,
): Promise<Result<DeploymentAnswer, Response>> {
  const { stored } = former;
  if (stored.state === 'running' || stored.state === 'failed' || !(await isStillAllowed(stored, deps)))
    return { ok: false, failure: refuse('version-not-possible') };
  const { plan, manifest, purpose } = stored;
  const { resources, stepVersions } = plan;
  return startDerived(former, { purpose, resources, stepVersions, manifest }, person, deps);
}

/** What was compiled then must be allowed today: the numbers it dials, the account it was made in. Its files the database checks. */
async function isStillAllowed(stored: StoredDeployment, deps: Deps): Promise<boolean> {
  const refusal = await diallingOf(deps.service, stored.workspace_id);
  const dialled = (stored.manifest.effects ?? []).filter(
    ({ kind, to }) => (kind === 'dials' || kind === 'texts') && to.type === 'address',
  );
  if (dialled.some(({ to }) => refusal(to.value) !== null)) return false;
  const query = deps.service
    .from('vapi_resources')
    .select('vapi_id')
    .eq('workspace_id', stored.workspace_id)
    .eq('elsewhere', true)
    .in('vapi_id', resourceIds(stored));
  return (await rows(z.object({ vapi_id: z.string() }), query)).length === 0;
}

/** A number is never left without an answer: words take the place of the flow. */
export async function unpublish(id: string, request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, unpublishRequest);
  if (!body.ok) return body.failure;
  const former = await findFormer(id, person, deps);
  if (!former.ok) return former.failure;
  const { stored } = former.value;
  if (stored.state !== 'live') return refuse('flow-changed');
  // A link is paused instead, with words to read: `POST /links`.
  if (stored.phone_numbers === null) return refuse('not-found');
  const said = await wordsInPlaceOf(deps, former.value, body.value.words.trim());
  if (!said) return refuse('flow-has-errors', { count: 1 });
  const started = await startDerived(former.value, { purpose: 'fallback', ...said }, person, deps);
  return started.ok ? answer(started.value) : started.failure;
}

export async function compareNow(id: string, person: Person, deps: Deps): Promise<Response> {
  const former = await findFormer(id, person, deps);
  if (!former.ok) return former.failure;
  const { stored, account } = former.value;
  if (stored.state !== 'live') return answer({ drift: null });
  const found = await recordDrift(deps, account.api, stored);
  return found.ok ? answer({ drift: found.value.drift }) : refuseAsVapi(found.failure);
}

/** Nothing is done about anything but what the person has seen. */
export async function settleDrift(
  id: string,
  request: Request,
  person: Person,
  deps: Deps,
): Promise<Response> {
  const body = await readJson(request, driftRequest);
  if (!body.ok) return body.failure;
  const { choice, state } = body.value;
  const former = await findFormer(id, person, deps);
  if (!former.ok) return former.failure;
  const { stored, account } = former.value;
  if (stored.state !== 'live') return refuse('drift-changed');
  const found = await recordDrift(deps, account.api, stored);
  if (!found.ok) return refuseAsVapi(found.failure);
  const { drift, comparison } = found.value;
  if (drift?.state !== state || !drift.choices.includes(choice)) return refuse('drift-changed');
  const { gone, changed, looks } = comparison;
  const isReplaced = drift.findings.some(({ kind }) => kind !== 'changed' && kind !== 'gone');
  const release = async (answering: string | null) =>
    (await run(deps.service.rpc('release_number', { deployment: stored.id, answering }))) === true
      ? answer({ deployment: null, flowId: null })
      : refuse('drift-changed');

  if (choice === 'overwrite') {
    await run(deps.service.rpc('forget_looks', { workspace: stored.workspace_id, gone, different: changed }));
    const restored = await restore(former.value, person, deps);
    return restored.ok ? answer({ deployment: restored.value, flowId: null }) : restored.failure;
  }
  const instead = await answeringInstead(deps, stored, comparison);
  if (choice === 'adopt' && !instead) {
    const flow = await adoptForeign(account.api, comparison, stored, person);
    return flow.ok ? answer({ deployment: null, flowId: flow.value }) : flow.failure;
  }
  if (isReplaced) return release(choice === 'adopt' ? (instead?.id ?? null) : null);
  const accepted = looks.filter(({ vapiId }) => changed.includes(vapiId)).map(lookRecord);
  await run(deps.service.rpc('accept_looks', { deployment: stored.id, looks: accepted }));
  return answer({ deployment: null, flowId: null });
}
