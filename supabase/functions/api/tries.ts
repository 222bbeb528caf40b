/** `POST /requests/try`: the request of a step, made now, and what its answer would fill. Knows no calls. */
import { shortened, textOfValue, valueAt } from '../../../src/kinds/connect/answer.ts';
import { type ConnectData, keptInformation } from '../../../src/kinds/connect/settings.ts';
import type { TriedRequest } from '../../../src/kinds/tried-request.ts';
import { tryRequest } from '../../../src/publish/wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { type Budget, takeBudget } from '../_shared/budget.ts';
import type { Deps } from '../_shared/deps.ts';
import { askDrawn, type DrawnAnswer, type DrawnFault } from '../_shared/drawn-request.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';

const BUDGET: Budget = { name: 'tries', most: 20, seconds: 60 };

export async function tryDrawnRequest(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, tryRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, step, values } = body.value;
  const refusal = await refuseUnless(person, workspaceId, 'editor');
  if (refusal) return refusal;
  if (!(await takeBudget(deps.service, workspaceId, BUDGET))) return refuse('too-often');
  const began = deps.clock.now();
  const answered = await askDrawn(deps, workspaceId, step, values, step.timeoutSeconds * 1000);
  return answer(
    answered.ok
      ? answeredOf(step, answered.value, Math.round(deps.clock.now() - began))
      : ({ outcome: 'failed', ...faultOf(answered.failure) } satisfies TriedRequest),
  );
}

function answeredOf(step: ConnectData, given: DrawnAnswer, milliseconds: number): TriedRequest {
  const { status, json, isEmpty } = given;
  return {
    outcome: 'answered',
    status,
    milliseconds,
    isEmpty,
    shown: json === undefined ? null : shortened(json),
    works: status < 400 && (json !== undefined || keptInformation(step).length === 0),
    kept: step.answers.map(({ path, information }) => ({
      path,
      information,
      value: json === undefined ? null : textOfValue(valueAt(json, path)),
    })),
  };
}

function faultOf(fault: DrawnFault): {
  fault: (TriedRequest & { outcome: 'failed' })['fault'];
  about: string;
} {
  switch (fault.code) {
    case 'bad-address':
    case 'address':
      return { fault: fault.reason === 'private' ? 'private' : 'address', about: '' };
    case 'header':
    case 'missing-secret':
      return { fault: fault.code, about: fault.name };
    default:
      return { fault: fault.code, about: '' };
  }
}
