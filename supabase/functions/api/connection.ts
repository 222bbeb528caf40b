/**
 * A workspace's own account at Vapi: `GET /connection`, `POST /connection`, and below it `test`, `remove`, `signature` and
 * `signature/retire`.
 */
import * as z from 'zod';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import {
  type ConnectionAnswer,
  connectionOf,
  connectionRequest,
  signatureRequest,
  VAPI_REGIONS,
} from '../../../src/publish/connection-wire.ts';
import type { VapiApi, VapiFailure } from '../../../src/vapi/contract/api.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { type Budget, takeBudget } from '../_shared/budget.ts';
import { row, rows, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { accountOf, replaceSignature, storeConnection } from '../_shared/vapi-accounts.ts';
import { refuseAsVapi } from '../_shared/vapi-failure.ts';

/** Nobody finds a key by trying. */
const BUDGET: Budget = { name: 'connection', most: 20, seconds: 600 };

const ownRow = z.object({
  region: z.enum(VAPI_REGIONS),
  last_four: z.string(),
  tested_at: z.string(),
  credential_id: z.string().nullable(),
  signed_at: z.string().nullable(),
  former_signed_at: z.string().nullable(),
  replaced_at: z.string().nullable(),
});
type OwnRow = z.infer<typeof ownRow>;

/** Read as the person: the key is withheld from them by the database itself. */
export async function getConnection(request: Request, person: Person, deps: Deps): Promise<Response> {
  const workspace = z.uuid().safeParse(new URL(request.url).searchParams.get('workspaceId'));
  if (!workspace.success) return refuse('bad-request', { field: 'workspaceId' });
  const refusal = await refuseUnless(person, workspace.data, 'viewer');
  if (refusal) return refusal;
  const own = await row(
    ownRow,
    person.client
      .from('vapi_connections')
      .select('region, last_four, tested_at, credential_id, signed_at, former_signed_at, replaced_at')
      .eq('workspace_id', workspace.data)
      .maybeSingle(),
  );
  return answer({
    own: own && { ...tellOwn(own), replacing: await tellReplacing(deps, workspace.data, own) },
    hasCommon: deps.vapi !== null,
    isSandbox: own ? own.region === 'sandbox' : deps.sandbox,
    regions: VAPI_REGIONS.filter((region) => region !== 'sandbox' || deps.sandbox),
    here: await whatIsHere(person, workspace.data),
  } satisfies ConnectionAnswer);
}

function tellOwn(own: OwnRow) {
  return {
    region: own.region,
    endsIn: own.last_four,
    testedAt: own.tested_at,
    isSigned: own.credential_id !== null,
  };
}

async function tellReplacing({ service }: Deps, workspace: string, own: OwnRow) {
  if (own.replaced_at === null) return null;
  return {
    since: own.replaced_at,
    signedAt: own.signed_at,
    formerSignedAt: own.former_signed_at,
    numbers: z.number().parse(await run(service.rpc('numbers_signed_formerly', { workspace }))),
  };
}

async function whatIsHere({ client }: Person, workspace: string): Promise<ConnectionAnswer['here']> {
  const numbers = await rows(
    z.object({ deployment_id: z.string().nullable() }),
    client.from('phone_numbers').select('deployment_id').eq('workspace_id', workspace).eq('elsewhere', false),
  );
  const files = await rows(
    z.object({ id: z.string() }),
    client.from('knowledge_files').select('id').eq('workspace_id', workspace).eq('elsewhere', false),
  );
  const inService = numbers.filter(({ deployment_id }) => deployment_id !== null).length;
  return { numbers: numbers.length, inService, files: files.length };
}

export async function setConnection(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, connectionRequest);
  // Whatever is wrong with it: its text is never spoken of.
  if (!body.ok) return body.failure;
  const { workspaceId: workspace, region, key, signature = null } = body.value;
  const refusal = await refuseUnless(person, workspace, 'owner');
  if (refusal) return refusal;
  if (deps.sealer.newestKey === null) return refuse('secrets-not-configured');
  const api = deps.vapiAt(region, key);
  if (!api) return refuse('bad-request', { field: 'region' });
  if (!(await takeBudget(deps.service, workspace, BUDGET))) return refuse('too-often');
  const tested = await test(api);
  if (tested) return tested;
  const account = await identify(deps, workspace, api);
  if (!account.ok) return refuseAsVapi(account.failure);
  const isSame = account.value !== undefined;
  const stored = outcome.parse(
    await storeConnection(deps, {
      workspace,
      person: person.id,
      account: account.value === undefined ? deps.newId() : account.value,
      region,
      key,
      signature,
    }),
  );
  return stored === 'done' ? answer({ isSame }) : refuse(stored);
}

const outcome = z.enum(['done', 'not-found', 'not-allowed', 'publication-running']);

/** Reads one line of a list, and changes nothing. Null when that worked. */
async function test(api: VapiApi): Promise<Response | null> {
  const listed = await api.listPhoneNumbers({ limit: 1 });
  if (listed.ok) return null;
  const { failure } = listed;
  return failure.kind === 'refused' && (failure.status === 401 || failure.status === 403)
    ? refuse('vapi-key-refused')
    : refuseAsVapi(failure);
}

const knownRow = z.object({
  account: z.string().nullable(),
  kind: z.enum(['number', 'assistant', 'squad']),
  vapi_id: z.string(),
});

/**
 * The account among those that the workspace used, by something that was made in it (null: the installation's); undefined when
 * it is none of them.
 */
async function identify(
  deps: Deps,
  workspace: string,
  api: VapiApi,
): Promise<Result<string | null | undefined, VapiFailure>> {
  for (const { account, kind, vapi_id } of await rows(
    knownRow,
    deps.service.rpc('known_accounts', { workspace }),
  )) {
    const read = { number: api.getPhoneNumber, assistant: api.getAssistant, squad: api.getSquad }[kind];
    const found = await read(vapi_id);
    if (found.ok) return succeed(account);
    if (found.failure.kind !== 'refused') return fail(found.failure);
  }
  return succeed(undefined);
}

/** The stored key, tried now. */
export async function testConnection(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, connectionOf);
  if (!body.ok) return body.failure;
  const { workspaceId: workspace } = body.value;
  const refusal = await refuseUnless(person, workspace, 'owner');
  if (refusal) return refusal;
  if (!(await takeBudget(deps.service, workspace, BUDGET))) return refuse('too-often');
  const account = await accountOf(deps, workspace);
  if (!account.ok) return refuse(account.failure);
  const tested = await test(account.value.api);
  if (tested) return tested;
  const now = new Date(deps.clock.now()).toISOString();
  await run(deps.service.from('vapi_connections').update({ tested_at: now }).eq('workspace_id', workspace));
  return answer({});
}

export async function removeConnection(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, connectionOf);
  if (!body.ok) return body.failure;
  const parameters = { workspace: body.value.workspaceId, person: person.id };
  const removed = outcome.parse(await run(deps.service.rpc('remove_vapi_connection', parameters)));
  return removed === 'done' ? answer({}) : refuse(removed);
}

export async function setSignature(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, signatureRequest);
  if (!body.ok) return body.failure;
  const { workspaceId: workspace, ...signature } = body.value;
  const refusal = await refuseUnless(person, workspace, 'owner');
  if (refusal) return refusal;
  if (deps.sealer.newestKey === null) return refuse('secrets-not-configured');
  if (!(await takeBudget(deps.service, workspace, BUDGET))) return refuse('too-often');
  const stored = outcome.parse(await replaceSignature(deps, workspace, person.id, signature));
  return stored === 'done' ? answer({}) : refuse(stored);
}

export async function retireSignature(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, connectionOf);
  if (!body.ok) return body.failure;
  const parameters = { workspace: body.value.workspaceId, person: person.id };
  const retired = outcome.parse(await run(deps.service.rpc('retire_vapi_signature', parameters)));
  return retired === 'done' ? answer({}) : refuse(retired);
}
