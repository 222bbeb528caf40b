/** A person who calls, by telephone number: what is kept of them, all of it, or none of it any more (GDPR art. 15, 17, 20). */
import * as z from 'zod';
import { fail, type Result, succeed } from '../../../src/lib/result.ts';
import {
  type ErasedAnswer,
  erasedAnswer,
  type PersonAnswer,
  type PersonExport,
  personAnswer,
  personExport,
  personRequest,
} from '../../../src/publish/wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { forgetAtVapi } from '../_shared/forgetting.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { type PersonNumber, personNumber } from '../_shared/person-pattern.ts';

/** Of a request; `cron` goes on with the rest. */
const AT_ONCE = 10;

export async function findPerson(request: Request, person: Person, deps: Deps): Promise<Response> {
  const asked = await whoIsMeant(request, person);
  if (!asked.ok) return asked.failure;
  const found = await run(deps.service.rpc('find_person', asked.value.where));
  return answer({ number: asked.value.number, ...foundRow.parse(found) } satisfies PersonAnswer);
}

export async function exportPerson(request: Request, person: Person, deps: Deps): Promise<Response> {
  const asked = await whoIsMeant(request, person);
  if (!asked.ok) return asked.failure;
  const kept = await run(deps.service.rpc('hand_out_person', inNameOf(person, asked.value)));
  const exportedAt = new Date(deps.clock.now()).toISOString();
  return answer(
    personExport.parse({
      number: asked.value.number,
      exportedAt,
      ...z.looseObject({}).parse(kept),
    }) satisfies PersonExport,
  );
}

export async function erasePerson(request: Request, person: Person, deps: Deps): Promise<Response> {
  const asked = await whoIsMeant(request, person);
  if (!asked.ok) return asked.failure;
  const erased = erasedAnswer.parse(
    await run(deps.service.rpc('erase_person', inNameOf(person, asked.value))),
  );
  await forgetAtVapi(deps, AT_ONCE);
  return answer(erased satisfies ErasedAnswer);
}

/** Noted with the number shortened, in the same transaction. */
function inNameOf({ id }: Person, { where, number }: Meant) {
  return { ...where, person: id, number };
}

const foundRow = personAnswer.omit({ number: true });

interface Meant extends PersonNumber {
  readonly where: { readonly workspace: string; readonly pattern: string };
}

async function whoIsMeant(request: Request, person: Person): Promise<Result<Meant, Response>> {
  const body = await readJson(request, personRequest);
  if (!body.ok) return body;
  const { workspaceId, number } = body.value;
  const refusal = await refuseUnless(person, workspaceId, 'owner');
  if (refusal) return fail(refusal);
  const meant = personNumber(number);
  if (!meant) return fail(refuse('bad-request', { field: 'number' }));
  return succeed({ ...meant, where: { workspace: workspaceId, pattern: meant.pattern } });
}
