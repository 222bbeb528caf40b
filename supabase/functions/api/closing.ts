/** The end of a workspace and of an account: `POST /workspaces/close`, `POST /account/close`. Closed at once; emptied step by step. */
import * as z from 'zod';
import { closeAccountRequest, closeRequest } from '../../../src/publish/workspace-wire.ts';
import type { Person } from '../_shared/auth.ts';
import { run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { describeError } from '../_shared/log.ts';
import { removeWorkspaces } from '../_shared/removal.ts';

/** Of a request; `cron` goes on with the rest. */
const AT_ONCE = 8_000;

const closed = z.enum(['done', 'not-found', 'not-allowed', 'name-differs']);

export async function closeWorkspace(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, closeRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, name } = body.value;
  const parameters = { workspace: workspaceId, person: person.id, typed: name };
  const result = closed.parse(await run(deps.service.rpc('close_workspace', parameters)));
  if (result !== 'done') return refuse(result);
  await begin(deps);
  return answer({});
}

export async function closeAccount(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, closeAccountRequest);
  if (!body.ok) return body.failure;
  const { data, error } = await deps.service.auth.admin.getUserById(person.id);
  if (error) return refuse('unexpected');
  if ((data.user.email ?? '').toLowerCase() !== body.value.email.trim().toLowerCase())
    return refuse('name-differs');
  const left = z
    .enum(['done', 'last-owner'])
    .parse(await run(deps.service.rpc('leave_everything', { person: person.id })));
  if (left !== 'done') return refuse(left);
  const removed = await deps.service.auth.admin.deleteUser(person.id);
  if (removed.error) {
    // The workspaces are left already; asked again, it goes on here.
    deps.log({ function: 'api', event: 'account-not-removed', status: removed.error.status ?? 0 });
    return refuse('unexpected');
  }
  await begin(deps);
  return answer({});
}

/** It is closed whatever happens now. */
async function begin(deps: Deps): Promise<void> {
  try {
    await removeWorkspaces(deps, AT_ONCE);
  } catch (error) {
    deps.log({ function: 'api', event: 'removal-paused', ...describeError(error) });
  }
}
