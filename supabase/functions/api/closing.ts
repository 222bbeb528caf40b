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
  const parameters = { person: person.id, typed: body.value.email };
  const result = z
    .enum(['done', 'last-owner', 'name-differs'])
    .parse(await run(deps.service.rpc('close_account', parameters)));
  if (result !== 'done') return refuse(result);
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
