/** Secrets of a workspace: `GET /secrets`, `POST /secrets`, `POST /secrets/remove`. A value comes in and never goes out. */
import * as z from 'zod';
import { type SecretAnswer, secretRemoval, secretRequest } from '../../../src/publish/wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { rows, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { writeSecret } from '../_shared/secrets.ts';

const MOST = 100;
const namedRow = z
  .object({ name: z.string(), updated_at: z.string() })
  .transform((secret): SecretAnswer => ({ name: secret.name, updatedAt: secret.updated_at }));

export async function listSecrets(request: Request, person: Person): Promise<Response> {
  const workspace = z.uuid().safeParse(new URL(request.url).searchParams.get('workspaceId'));
  if (!workspace.success) return refuse('bad-request', { field: 'workspaceId' });
  return answer(await namesOf(person, workspace.data));
}

function namesOf(person: Person, workspace: string): Promise<SecretAnswer[]> {
  const query = person.client.from('secrets').select('name, updated_at').eq('workspace_id', workspace);
  return rows(namedRow, query.order('name'));
}

export async function setSecret(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, secretRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, name, value } = body.value;
  const refusal = await refuseUnless(person, workspaceId, 'editor');
  if (refusal) return refusal;
  if (deps.sealer.newestKey === null) return refuse('secrets-not-configured');
  const known = await namesOf(person, workspaceId);
  if (known.length >= MOST && !known.some((secret) => secret.name === name))
    return refuse('too-many-secrets', { most: MOST });
  await writeSecret(deps, workspaceId, person.id, name, value.trim());
  return answer({});
}

export async function removeSecret(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, secretRemoval);
  if (!body.ok) return body.failure;
  const { workspaceId, name } = body.value;
  const refusal = await refuseUnless(person, workspaceId, 'editor');
  if (refusal) return refusal;
  await run(deps.service.rpc('remove_secret', { workspace: workspaceId, person: person.id, secret: name }));
  return answer({});
}
