/** `POST /calls/traffic`: where the calls of a flow went. Everybody of the workspace may know; of a foreign flow there is nothing. */
import { type TrafficAnswer, trafficAnswer, trafficRequest } from '../../../src/publish/calls-wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';

export async function flowTraffic(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, trafficRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, flow, version, since } = body.value;
  const refusal = await refuseUnless(person, workspaceId, 'viewer');
  if (refusal) return refusal;
  const traffic = await run(
    deps.service.rpc('flow_traffic', {
      workspace: workspaceId,
      person: person.id,
      flow,
      version: version ?? null,
      since,
    }),
  );
  return traffic === null
    ? refuse('not-found')
    : answer(trafficAnswer.parse(traffic) satisfies TrafficAnswer);
}
