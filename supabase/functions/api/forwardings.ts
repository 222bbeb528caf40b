/**
 * Numbers of one's own that are forwarded to a number of the workspace: `POST /numbers/:id/forwardings`, `POST /forwardings/:id/test|look|remove`.
 * A test waits for any call on the number that began after it did: Vapi says nothing of the number that a call was forwarded from.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import * as z from 'zod';
import { forwardingRequest } from '../../../src/publish/numbers-wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { row, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { accountOf } from '../_shared/vapi-accounts.ts';

const numberRow = z.object({ workspace_id: z.string(), number: z.string() });
const idRow = z.object({ id: z.string() });

/** A line is forwarded to one number, in one way: what was said of it before is replaced. */
export async function saveForwarding(
  number: string,
  request: Request,
  person: Person,
  { service }: Deps,
): Promise<Response> {
  const body = await readJson(request, forwardingRequest);
  if (!body.ok) return body.failure;
  if (!z.uuid().safeParse(number).success) return refuse('not-found');
  const found = await row(
    numberRow,
    person.client.from('phone_numbers').select('workspace_id, number').eq('id', number).maybeSingle(),
  );
  if (!found) return refuse('not-found');
  const refusal = await refuseUnless(person, found.workspace_id, 'editor');
  if (refusal) return refusal;
  const { ownNumber, operator, line, mode, seconds } = body.value;
  if (ownNumber === found.number || !parsePhoneNumberFromString(ownNumber)?.isValid())
    return refuse('bad-request', { field: 'ownNumber' });
  const said = {
    workspace_id: found.workspace_id,
    phone_number_id: number,
    own_number: ownNumber,
    operator,
    line,
    mode,
    seconds,
    tested_from: null,
    verified_at: null,
  };
  const stored = await row(
    idRow,
    service
      .from('forwardings')
      .upsert(said, { onConflict: 'phone_number_id,own_number' })
      .select('id')
      .single(),
  );
  return stored ? answer({ id: stored.id }) : refuse('unexpected');
}

const forwardingRow = z.object({
  id: z.string(),
  workspace_id: z.string(),
  phone_number_id: z.string(),
  tested_from: z.string().nullable(),
  verified_at: z.string().nullable(),
});
type Forwarding = z.infer<typeof forwardingRow>;

async function forwardingOf(id: string, person: Person): Promise<Forwarding | Response> {
  if (!z.uuid().safeParse(id).success) return refuse('not-found');
  const columns = 'id, workspace_id, phone_number_id, tested_from, verified_at';
  const found = await row(
    forwardingRow,
    person.client.from('forwardings').select(columns).eq('id', id).maybeSingle(),
  );
  if (!found) return refuse('not-found');
  return (await refuseUnless(person, found.workspace_id, 'editor')) ?? found;
}

export async function testForwarding(
  id: string,
  person: Person,
  { service, clock }: Deps,
): Promise<Response> {
  const forwarding = await forwardingOf(id, person);
  if (forwarding instanceof Response) return forwarding;
  const from = new Date(clock.now()).toISOString();
  await run(service.from('forwardings').update({ tested_from: from }).eq('id', id));
  return answer({});
}

export async function removeForwarding(id: string, person: Person, { service }: Deps): Promise<Response> {
  const forwarding = await forwardingOf(id, person);
  if (forwarding instanceof Response) return forwarding;
  await run(service.from('forwardings').delete().eq('id', id));
  return answer({});
}

const calledRow = z.object({ created_at: z.string() });

/** Our own news first; where none came, Vapi is asked. */
export async function lookForCall(id: string, person: Person, deps: Deps): Promise<Response> {
  const forwarding = await forwardingOf(id, person);
  if (forwarding instanceof Response) return forwarding;
  const { tested_from: from } = forwarding;
  if (from === null) return answer({ arrivedAt: forwarding.verified_at });
  const called = await row(
    calledRow,
    deps.service
      .from('calls')
      .select('created_at')
      .eq('phone_number_id', forwarding.phone_number_id)
      .gte('created_at', from)
      .order('created_at')
      .limit(1)
      .maybeSingle(),
  );
  const at = called?.created_at ?? (await firstCallAtVapi(deps, forwarding, from));
  if (at === null) return answer({ arrivedAt: null });
  const noted = await run(deps.service.rpc('note_forwarded_call', { forwarding: id, at }));
  return answer({ arrivedAt: z.string().nullable().parse(noted) });
}

const vapiIdRow = z.object({ vapi_id: z.string() });

async function firstCallAtVapi(deps: Deps, forwarding: Forwarding, from: string): Promise<string | null> {
  const account = await accountOf(deps, forwarding.workspace_id);
  const number = await row(
    vapiIdRow,
    deps.service
      .from('phone_numbers')
      .select('vapi_id')
      .eq('id', forwarding.phone_number_id)
      .eq('elsewhere', false)
      .maybeSingle(),
  );
  if (!account.ok || !number) return null;
  const list = await account.value.api.listCalls({
    phoneNumberId: number.vapi_id,
    createdAtGe: new Date(from).toISOString(),
    limit: 100,
  });
  if (!list.ok) return null;
  const incoming = list.value.filter(({ type }) => type === 'inboundPhoneCall');
  return incoming.at(-1)?.createdAt ?? null;
}
