/**
 * Connecting a number: an account at its provider (a credential at Vapi) and the number itself. The row in `number_imports` is the
 * recorded intent; its id names both at Vapi, so that what was made is found again when the answer was lost, and undone when only half of
 * it was. What opens the account is passed on and kept nowhere. Knows no requests.
 */
import * as z from 'zod';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import { SETTLE_MILLISECONDS } from '../../../src/publish/job.ts';
import type { ImportReason, ProviderAccount } from '../../../src/publish/numbers-wire.ts';
import { removeCredential } from '../../../src/publish/resources.ts';
import type { VapiApi, VapiFailure } from '../../../src/vapi/contract/api.ts';
import type { CreateCredentialBody } from '../../../src/vapi/contract/credential.ts';
import type {
  CreatePhoneNumberBody,
  ImportPhoneNumberBody,
  SavedPhoneNumber,
} from '../../../src/vapi/contract/phone-number.ts';
import { rows, run } from './database.ts';
import type { Deps } from './deps.ts';
import { numberState } from './numbers.ts';
import { rememberedAccounts } from './vapi-accounts.ts';

/** At Vapi: as much of the id as its 40 characters take. */
export function importName(id: string): string {
  return `AlloKoli ${id.replaceAll('-', '').slice(0, 31)}`;
}

/** `area`: Vapi chooses a number, there if it can. */
export type Wanted =
  | { readonly kind: 'own'; readonly number: string; readonly account: ProviderAccount }
  | { readonly kind: 'free'; readonly area: string | undefined };

export type ImportFailure =
  | { readonly type: 'refused'; readonly reason: ImportReason; readonly message: string }
  | { readonly type: 'limited'; readonly seconds: number }
  /** Nobody knows what became of it; `settleImports` will. */
  | { readonly type: 'unknown' };

/** Our id of the number. Of whatever fails here nothing is left at Vapi, or it is left to be settled. */
export async function carryOutImport(
  deps: Deps,
  vapi: VapiApi,
  id: string,
  wanted: Wanted,
): Promise<Result<string, ImportFailure>> {
  const name = importName(id);
  const body = wanted.kind === 'own' ? credentialBody(wanted.account, name) : null;
  let credential: string | null = null;
  if (body) {
    const made = await makeCredential(vapi, body);
    if (!made.ok) return giveUp(deps, vapi, id, null, made.failure, wanted);
    credential = made.value;
    const change = deps.service.from('number_imports').update({ credential_id: credential });
    await run(change.eq('id', id));
  }
  const created = await vapi.createPhoneNumber(numberBody(wanted, name, credential));
  if (created.ok) return succeed(await keep(deps, id, created.value));
  const late = created.failure.kind === 'unknown' ? await findNumber(vapi, name) : null;
  if (late?.ok && late.value) return succeed(await keep(deps, id, late.value));
  return giveUp(deps, vapi, id, credential, created.failure, wanted);
}

/** One whose answer was lost is looked for by its name. */
async function makeCredential(
  vapi: VapiApi,
  body: CreateCredentialBody,
): Promise<Result<string, VapiFailure>> {
  const created = await vapi.createCredential(body);
  if (created.ok) return succeed(created.value.id);
  if (created.failure.kind !== 'unknown') return created;
  const list = await vapi.listCredentials();
  const found = list.ok ? list.value.find(({ name }) => name === body.name) : undefined;
  return found ? succeed(found.id) : created;
}

async function findNumber(
  vapi: VapiApi,
  name: string,
): Promise<Result<SavedPhoneNumber | null, VapiFailure>> {
  const list = await vapi.listPhoneNumbers({ limit: 1000 });
  return list.ok ? succeed(list.value.find((number) => number.name === name) ?? null) : list;
}

async function keep({ service }: Deps, id: string, number: SavedPhoneNumber): Promise<string> {
  const parameters = {
    import: id,
    vapi_number: number.id,
    digits: number.number ?? '',
    its_state: numberState(number.status),
  };
  return z.string().parse(await run(service.rpc('finish_number_import', parameters)));
}

async function giveUp(
  deps: Deps,
  vapi: VapiApi,
  id: string,
  credential: string | null,
  failure: VapiFailure,
  wanted: Wanted,
): Promise<Result<never, ImportFailure>> {
  if (failure.kind === 'unknown') return fail({ type: 'unknown' });
  const isClean = credential === null || (await removeCredential(vapi, credential)).ok;
  if (isClean) await run(deps.service.from('number_imports').delete().eq('id', id));
  return fail(
    failure.kind === 'limited'
      ? { type: 'limited', seconds: failure.retryAfterSeconds ?? 60 }
      : { type: 'refused', ...explain(failure.messages, wanted) },
  );
}

const SIGNS: readonly (readonly [ImportReason, RegExp])[] = [
  ['gateway', /gateway/i],
  ['taken', /already (?:exists|in use|taken)|existing phone number|identical/i],
  ['area', /area code/i],
  ['limit', /limit|maximum|upgrade|payment|credit card/i],
  ['credentials', /authenticat|unauthori[sz]ed|credential|forbidden|invalid.*(?:key|token|sid)/i],
  ['not-in-account', /not found|does(?:n't| not) exist|could(?:n't| not) find|not own/i],
];

/** What Vapi's sentences are about, and the sentences, without anything that was entered. Pure. */
function explain(messages: readonly string[], wanted: Wanted): { reason: ImportReason; message: string } {
  const text = messages.join('; ');
  const reason = SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? 'other';
  const secrets = wanted.kind === 'own' ? secretsOf(wanted.account) : [];
  const message = secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
  // A part of it, or another spelling: the reason says enough.
  const tells = secrets.some((secret) => spellings(secret).some((part) => message.includes(part)));
  return { reason, message: tells ? '' : message.slice(0, 300) };
}

const PIECE = 8;

/** Its ends, as text, JSON, a part of an address, and base64 wherever it begins there. */
function spellings(secret: string): readonly string[] {
  return [secret.slice(0, 2 * PIECE), secret.slice(-PIECE)].flatMap((piece) => {
    const inBase64 = [0, 1, 2].map((shift) => btoa(' '.repeat(shift) + piece).slice(shift === 0 ? 0 : 4, -4));
    return [piece, JSON.stringify(piece).slice(1, -1), encodeURIComponent(piece), ...inBase64];
  });
}

function secretsOf(account: ProviderAccount): readonly string[] {
  switch (account.provider) {
    case 'twilio':
      return [account.authToken];
    case 'telnyx':
      return [account.apiKey];
    case 'vonage':
      return [account.apiSecret, account.apiKey];
    case 'sip':
      return account.login ? [account.login.password] : [];
  }
}

/** Null: the keys go along with the number. */
function credentialBody(account: ProviderAccount, name: string): CreateCredentialBody | null {
  switch (account.provider) {
    case 'twilio':
      return null;
    case 'telnyx':
      return { provider: 'telnyx', name, apiKey: account.apiKey };
    case 'vonage':
      return { provider: 'vonage', name, apiKey: account.apiKey, apiSecret: account.apiSecret };
    case 'sip': {
      const { address, login, leadingPlus } = account;
      return {
        provider: 'byo-sip-trunk',
        name,
        gateways: [{ ip: address, inboundEnabled: true, outboundEnabled: true }],
        outboundLeadingPlusEnabled: leadingPlus,
        ...(login
          ? { outboundAuthenticationPlan: { authUsername: login.user, authPassword: login.password } }
          : {}),
      };
    }
  }
}

function numberBody(
  wanted: Wanted,
  name: string,
  credential: string | null,
): CreatePhoneNumberBody | ImportPhoneNumberBody {
  if (wanted.kind === 'free')
    return { provider: 'vapi', name, ...(wanted.area ? { numberDesiredAreaCode: wanted.area } : {}) };
  const { number, account } = wanted;
  const credentialId = credential ?? '';
  switch (account.provider) {
    case 'twilio':
      return {
        provider: 'twilio',
        number,
        name,
        twilioAccountSid: account.accountSid,
        twilioAuthToken: account.authToken,
        smsEnabled: false,
      };
    case 'telnyx':
    case 'vonage':
      return { provider: account.provider, number, name, credentialId };
    case 'sip':
      return { provider: 'byo-phone-number', number, name, credentialId, numberE164CheckEnabled: true };
  }
}

/** As the database has it. */
export function providerOf(wanted: Wanted): string {
  if (wanted.kind === 'free') return 'vapi';
  return wanted.account.provider === 'sip' ? 'byo-phone-number' : wanted.account.provider;
}

const importRow = z.object({
  id: z.string(),
  workspace_id: z.string(),
  credential_id: z.string().nullable(),
  started_at: z.string(),
});

/** Goes on with imports that nobody works on: one that got through is kept, of any other nothing stays. Gives back how many are settled. */
export async function settleImports(deps: Deps, only?: string): Promise<number> {
  const accountFor = rememberedAccounts(deps);
  const at = new Date(deps.clock.now()).toISOString();
  const claim = { at, most: 10, ...(only === undefined ? {} : { only_one: only }) };
  const claimed = await rows(importRow, deps.service.rpc('claim_number_imports', claim));
  let settled = 0;
  for (const each of claimed) {
    const account = await accountFor(each.workspace_id);
    if (account && (await settleOne(deps, account.api, each))) settled += 1;
  }
  return settled;
}

async function settleOne(deps: Deps, vapi: VapiApi, open: z.infer<typeof importRow>): Promise<boolean> {
  const name = importName(open.id);
  const found = await findNumber(vapi, name);
  if (!found.ok) return false;
  const list = await vapi.listCredentials();
  if (!list.ok) return false;
  const credentials = list.value.filter((one) => one.name === name || one.id === open.credential_id);
  if (found.value) {
    const credential = open.credential_id ?? credentials[0]?.id ?? null;
    const change = deps.service.from('number_imports').update({ credential_id: credential });
    await run(change.eq('id', open.id));
    await keep(deps, open.id, found.value);
    return true;
  }
  // The number may still appear.
  if (deps.clock.now() - Date.parse(open.started_at) < SETTLE_MILLISECONDS) return false;
  for (const { id } of credentials) if (!(await removeCredential(vapi, id)).ok) return false;
  await run(deps.service.from('number_imports').delete().eq('id', open.id));
  return true;
}
