/**
 * Which account at Vapi a workspace uses: its own, or the installation's. The only place that opens a stored key. Knows no HTTP
 * of ours and no flow.
 */
import * as z from 'zod';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import { VAPI_REGIONS, type VapiRegion } from '../../../src/publish/connection-wire.ts';
import type { VapiApi } from '../../../src/vapi/contract/api.ts';
import type { Server } from '../../../src/vapi/contract/server.ts';
import { row, rows, run } from './database.ts';
import type { Deps } from './deps.ts';
import type { RuntimeAddress } from './runtime-target.ts';

export interface VapiAccount {
  readonly api: VapiApi;
  /** No real telephone rings. */
  readonly isSandbox: boolean;
  /** Where Vapi is to send news of calls; null where nobody could trust them. */
  readonly server: Server | null;
  /** Where tools reach us during a call. */
  readonly runtime: RuntimeAddress | null;
}

/** `connection-unreadable`: a key is stored, but what it was sealed with is gone. Then nothing else is used in its place. */
export type NoAccount = 'vapi-not-configured' | 'connection-unreadable';

type Secret = 'key' | 'signature';
const belongsTo = (workspace: string, secret: Secret) => ['vapi-connection', workspace, secret];

const storedRow = z.object({
  workspace_id: z.string(),
  region: z.enum(VAPI_REGIONS),
  sealed_key: z.string(),
  credential_id: z.string().nullable(),
  sealed_secret: z.string().nullable(),
});
const COLUMNS = 'workspace_id, region, sealed_key, credential_id, sealed_secret';

export async function accountOf(deps: Deps, workspace: string): Promise<Result<VapiAccount, NoAccount>> {
  const stored = await findConnection(deps, workspace);
  if (!stored) return commonAccount(deps);
  const key = await deps.sealer.open(stored.sealed_key, belongsTo(workspace, 'key'));
  const api = key === null ? null : deps.vapiAt(stored.region, key);
  if (!api) {
    deps.log({ function: 'api', event: 'connection-unreadable' });
    return fail('connection-unreadable');
  }
  const addresses = deps.settings.addressesOf(workspace, stored.credential_id);
  return succeed({ api, isSandbox: stored.region === 'sandbox', ...addresses });
}

/** The installation's own; for what belongs to no workspace any more. */
export function commonAccount({ vapi, sandbox, settings }: Deps): Result<VapiAccount, NoAccount> {
  const { server, runtime } = settings;
  return vapi ? succeed({ api: vapi, isSandbox: sandbox, server, runtime }) : fail('vapi-not-configured');
}

function findConnection({ service }: Deps, workspace: string): Promise<z.infer<typeof storedRow> | null> {
  const query = service.from('vapi_connections').select(COLUMNS).eq('workspace_id', workspace);
  return row(storedRow, query.maybeSingle());
}

/** For many workspaces in a row: each account is looked up once. Null where there is none to use. */
export function rememberedAccounts(deps: Deps): (workspace: string) => Promise<VapiAccount | null> {
  const known = new Map<string, Promise<VapiAccount | null>>();
  return (workspace) => {
    const account =
      known.get(workspace) ?? accountOf(deps, workspace).then((found) => (found.ok ? found.value : null));
    known.set(workspace, account);
    return account;
  };
}

/** The secret that signs what Vapi sends for this workspace; empty, so that nothing is trusted, when there is none. */
export async function signingSecret(deps: Deps, workspace: string): Promise<string> {
  if (!z.uuid().safeParse(workspace).success) return '';
  const stored = await findConnection(deps, workspace);
  if (!stored?.sealed_secret) return '';
  return (await deps.sealer.open(stored.sealed_secret, belongsTo(workspace, 'signature'))) ?? '';
}

export interface NewConnection {
  readonly workspace: string;
  readonly person: string;
  readonly account: string | null;
  readonly region: VapiRegion;
  readonly key: string;
  readonly signature: { readonly credentialId: string; readonly secret: string } | null;
}

/** Seals and stores; what the database answers. Throws without a key to seal with. */
export async function storeConnection(
  { service, sealer }: Deps,
  connection: NewConnection,
): Promise<unknown> {
  const { workspace, person, account, region, key, signature } = connection;
  const sealed = await sealer.seal(key, belongsTo(workspace, 'key'));
  const secret = signature && (await sealer.seal(signature.secret, belongsTo(workspace, 'signature')));
  return run(
    service.rpc('set_vapi_connection', {
      workspace,
      person,
      its_account: account,
      its_region: region,
      key_sealed: sealed.text,
      sealed_with: sealed.keyId,
      four: key.slice(-4),
      credential: signature?.credentialId ?? null,
      secret_sealed: secret?.text ?? null,
    }),
  );
}

/** Seals what is under an older key with the newest one; gives back how many. One that does not open is left alone. */
export async function resealConnections({ service, sealer }: Deps, most: number): Promise<number> {
  if (sealer.newestKey === null) return 0;
  const old = await rows(
    storedRow,
    service.from('vapi_connections').select(COLUMNS).neq('key_id', sealer.newestKey).limit(most),
  );
  let done = 0;
  for (const { workspace_id, sealed_key, sealed_secret } of old) {
    const key = await sealer.open(sealed_key, belongsTo(workspace_id, 'key'));
    const secret =
      sealed_secret === null ? null : await sealer.open(sealed_secret, belongsTo(workspace_id, 'signature'));
    if (key === null || (sealed_secret !== null && secret === null)) continue;
    const anew = await sealer.seal(key, belongsTo(workspace_id, 'key'));
    const secretAnew =
      secret === null ? null : await sealer.seal(secret, belongsTo(workspace_id, 'signature'));
    // Only as it was read: somebody may have replaced it meanwhile.
    const change = service.from('vapi_connections').update({
      sealed_key: anew.text,
      sealed_secret: secretAnew?.text ?? null,
      key_id: anew.keyId,
    });
    await run(change.eq('workspace_id', workspace_id).eq('sealed_key', sealed_key));
    done += 1;
  }
  return done;
}
