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
import { describeError } from './log.ts';
import type { RuntimeAddress } from './runtime-target.ts';
import type { SigningSecrets } from './vapi-signature.ts';

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
  former_sealed_secret: z.string().nullable(),
});
const COLUMNS = 'workspace_id, region, sealed_key, credential_id, sealed_secret, former_sealed_secret';

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

/** Where Vapi works for a workspace; no key is opened. `common`: wherever the installation's account is. */
export async function regionOf(deps: Deps, workspace: string): Promise<VapiRegion | 'common' | 'none'> {
  const stored = await findConnection(deps, workspace);
  if (stored) return stored.region;
  return deps.vapi ? (deps.sandbox ? 'sandbox' : 'common') : 'none';
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

const signingRow = z.object({
  sealed_secret: z.string().nullable(),
  former_sealed_secret: z.string().nullable(),
});

/** What signs what Vapi sends; of the installation's account without a workspace. */
export async function signingSecrets(
  { service, sealer, settings }: Deps,
  workspace: string | null,
): Promise<SigningSecrets> {
  if (workspace === null) return { present: settings.webhookSecret, former: settings.formerWebhookSecret };
  if (!z.uuid().safeParse(workspace).success) return { present: '', former: '' };
  const stored = await row(
    signingRow,
    service
      .from('vapi_connections')
      .select('sealed_secret, former_sealed_secret')
      .eq('workspace_id', workspace)
      .maybeSingle(),
  );
  const open = async (sealed: string | null | undefined) =>
    (sealed && (await sealer.open(sealed, belongsTo(workspace, 'signature')))) || '';
  return { present: await open(stored?.sealed_secret), former: await open(stored?.former_sealed_secret) };
}

/** So that a former secret is retired once nothing uses it. What it is for must not fail with it. */
export async function noteSignature(
  { service, clock, log }: Deps,
  place: 'vapi-webhook' | 'runtime',
  workspace: string | null,
  secret: keyof SigningSecrets,
): Promise<void> {
  if (workspace === null) {
    // Whoever looks after the installation takes the former secret away once this is not heard any more.
    if (secret === 'former') log({ function: place, event: 'signed-with-former-secret' });
    return;
  }
  const at = new Date(clock.now()).toISOString();
  const note = { workspace, is_former: secret === 'former', at };
  try {
    await run(service.rpc('note_vapi_signature', note));
  } catch (error) {
    log({ function: place, event: 'not-noted', ...describeError(error) });
  }
}

/** Seals and stores another secret beside the present one; what the database answers. Throws without a key to seal with. */
export async function replaceSignature(
  { service, sealer, clock }: Deps,
  workspace: string,
  person: string,
  signature: NonNullable<NewConnection['signature']>,
): Promise<unknown> {
  const sealed = await sealer.seal(signature.secret, belongsTo(workspace, 'signature'));
  return run(
    service.rpc('set_vapi_signature', {
      workspace,
      person,
      credential: signature.credentialId,
      secret_sealed: sealed.text,
      at: new Date(clock.now()).toISOString(),
    }),
  );
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
  for (const { workspace_id, sealed_key, sealed_secret, former_sealed_secret } of old) {
    const anew = await reseal(sealer, sealed_key, belongsTo(workspace_id, 'key'));
    const secret = await reseal(sealer, sealed_secret, belongsTo(workspace_id, 'signature'));
    const former = await reseal(sealer, former_sealed_secret, belongsTo(workspace_id, 'signature'));
    if (anew === undefined || secret === undefined || former === undefined) continue;
    // Only as it was read: somebody may have replaced it meanwhile.
    const change = service.from('vapi_connections').update({
      sealed_key: anew,
      sealed_secret: secret,
      former_sealed_secret: former,
      key_id: sealer.newestKey,
    });
    await run(change.eq('workspace_id', workspace_id).eq('sealed_key', sealed_key));
    done += 1;
  }
  return done;
}

/** Undefined when it does not open. */
async function reseal(
  sealer: Deps['sealer'],
  sealed: string | null,
  place: readonly string[],
): Promise<string | null | undefined> {
  if (sealed === null) return null;
  const text = await sealer.open(sealed, place);
  return text === null ? undefined : (await sealer.seal(text, place)).text;
}
