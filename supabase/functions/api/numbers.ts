/** Phone numbers of a workspace: `GET /numbers` and `POST /numbers/test`. Knows nothing of flows. */
import * as z from 'zod';
import { type NumberAnswer, testNumberRequest } from '../../../src/publish/wire.ts';
import type { VapiApi } from '../../../src/vapi/contract/api.ts';
import type { SavedPhoneNumber } from '../../../src/vapi/contract/phone-number.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { row, rows, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import {
  NUMBER_COLUMNS,
  type NumberRow,
  numberRow,
  numberState,
  testNumberName,
} from '../_shared/numbers.ts';
import { accountOf } from '../_shared/vapi-accounts.ts';
import { refuseAsVapi } from '../_shared/vapi-failure.ts';

/** The stored numbers; those that are being set up are asked after at Vapi first. */
export async function listNumbers(request: Request, person: Person, deps: Deps): Promise<Response> {
  const workspace = z.uuid().safeParse(new URL(request.url).searchParams.get('workspaceId'));
  if (!workspace.success) return refuse('bad-request', { field: 'workspaceId' });
  const numbers = await rows(
    numberRow,
    person.client
      .from('phone_numbers')
      .select(NUMBER_COLUMNS)
      .eq('workspace_id', workspace.data)
      .order('created_at'),
  );
  const account = await accountOf(deps, workspace.data);
  const vapi = account.ok ? account.value.api : null;
  return answer(
    await Promise.all(numbers.map(async (number) => numberAnswerOf(await lookAfter(number, deps, vapi)))),
  );
}

/** A number that cannot be asked after now keeps the state it had. */
async function lookAfter(number: NumberRow, { service }: Deps, vapi: VapiApi | null): Promise<NumberRow> {
  if (number.state !== 'activating' || number.elsewhere || !vapi) return number;
  const stored = await row(
    z.object({ vapi_id: z.string() }),
    service.from('phone_numbers').select('vapi_id').eq('id', number.id).single(),
  );
  const found = stored && (await vapi.getPhoneNumber(stored.vapi_id));
  if (!found?.ok) return number;
  const state = numberState(found.value.status);
  const digits = found.value.number ?? number.number;
  if (state !== number.state || digits !== number.number)
    await service.from('phone_numbers').update({ state, number: digits }).eq('id', number.id);
  return { ...number, state, number: digits };
}

/** The workspace's test number: the one it has, one that was made for it and forgotten, or a new one. */
export async function getTestNumber(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, testNumberRequest);
  if (!body.ok) return body.failure;
  const workspace = body.value.workspaceId;
  const refusal = await refuseUnless(person, workspace, 'editor');
  if (refusal) return refusal;
  const known = await row(
    numberRow,
    person.client
      .from('phone_numbers')
      .select(NUMBER_COLUMNS)
      .eq('workspace_id', workspace)
      .eq('provider', 'vapi')
      .eq('elsewhere', false)
      .order('created_at')
      .limit(1)
      .maybeSingle(),
  );
  if (known) return answer(numberAnswerOf(known));
  const account = await accountOf(deps, workspace);
  if (!account.ok) return refuse(account.failure);
  const made = await makeTestNumber(account.value.api, testNumberName(workspace));
  if (made instanceof Response) return made;
  const id = await run(
    deps.service.rpc('add_number', {
      workspace,
      person: person.id,
      vapi_number: made.id,
      // A SIP-only number has none; a free one gets its digits when it is created.
      digits: made.number ?? '',
      its_provider: made.provider,
      its_state: numberState(made.status),
    }),
  );
  const stored = await row(
    numberRow,
    deps.service.from('phone_numbers').select(NUMBER_COLUMNS).eq('id', id).maybeSingle(),
  );
  return stored ? answer(numberAnswerOf(stored)) : refuse('unexpected');
}

/** By name, so that a number whose answer was lost is found again instead of paid for twice. */
async function makeTestNumber(vapi: VapiApi, name: string): Promise<SavedPhoneNumber | Response> {
  const find = async () => {
    const list = await vapi.listPhoneNumbers({ limit: 1000 });
    return list.ok ? (list.value.find((number) => number.name === name) ?? null) : refuseAsVapi(list.failure);
  };
  const existing = await find();
  if (existing !== null) return existing;
  const created = await vapi.createPhoneNumber({ provider: 'vapi', name });
  if (created.ok) return created.value;
  const late = created.failure.kind === 'unknown' ? await find() : null;
  return late !== null && !(late instanceof Response) ? late : refuseAsVapi(created.failure);
}

/** As browsers are told of it. */
export function numberAnswerOf(number: NumberRow): NumberAnswer {
  return {
    id: number.id,
    number: number.number,
    label: number.label,
    provider: number.provider,
    state: number.state,
    flowId: number.flow_id,
  };
}
