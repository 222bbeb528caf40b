/** Connecting a number of one's own, naming it, giving it back: `POST /numbers/import`, `/numbers/free`, `/numbers/:id/label|remove|keep|schedule`. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import * as z from 'zod';
import {
  freeNumberRequest,
  importRequest,
  labelRequest,
  scheduleRequest,
} from '../../../src/publish/numbers-wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { type Budget, takeBudget } from '../_shared/budget.ts';
import { row, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import {
  carryOutImport,
  type ImportFailure,
  providerOf,
  settleImports,
  type Wanted,
} from '../_shared/number-imports.ts';
import { GRACE_MILLISECONDS } from '../_shared/number-removal.ts';
import { keepSchedules } from '../_shared/number-schedules.ts';
import { NUMBER_COLUMNS, numberRow } from '../_shared/numbers.ts';
import { accountOf } from '../_shared/vapi-accounts.ts';
import { numberAnswerOf } from './numbers.ts';

/** Nobody finds out a provider's keys by trying. */
const BUDGET: Budget = { name: 'numbers', most: 30, seconds: 3600 };

export async function importNumber(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, importRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, number, label, account } = body.value;
  const refusal = await refuseUnless(person, workspaceId, 'editor');
  if (refusal) return refusal;
  // Whether it is a number at all, by its country's numbering plan.
  if (!parsePhoneNumberFromString(number)?.isValid()) return refuse('bad-request', { field: 'number' });
  return addNumber(deps, person, workspaceId, label, { kind: 'own', number, account });
}

export async function getFreeNumber(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, freeNumberRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, label, areaCode } = body.value;
  const refusal = await refuseUnless(person, workspaceId, 'editor');
  if (refusal) return refusal;
  return addNumber(deps, person, workspaceId, label, { kind: 'free', area: areaCode });
}

const begun = z.object({ outcome: z.enum(['begun', 'open', 'known']), id: z.string().optional() });

async function addNumber(
  deps: Deps,
  person: Person,
  workspace: string,
  label: string,
  wanted: Wanted,
): Promise<Response> {
  const account = await accountOf(deps, workspace);
  if (!account.ok) return refuse(account.failure);
  if (!(await takeBudget(deps.service, workspace, BUDGET))) return refuse('too-often');
  const begin = async () =>
    begun.parse(
      await run(
        deps.service.rpc('begin_number_import', {
          workspace,
          person: person.id,
          its_provider: providerOf(wanted),
          digits: wanted.kind === 'own' ? wanted.number : '',
          its_label: label,
          at: new Date(deps.clock.now()).toISOString(),
        }),
      ),
    );
  let intent = await begin();
  if (intent.outcome === 'open' && (await settleImports(deps, intent.id)) > 0) intent = await begin();
  if (intent.outcome !== 'begun' || intent.id === undefined)
    return refuse('number-busy', { reason: intent.outcome });
  const made = await carryOutImport(deps, account.value.api, intent.id, wanted);
  if (!made.ok) return refuseImport(made.failure);
  const stored = await row(
    numberRow,
    deps.service.from('phone_numbers').select(NUMBER_COLUMNS).eq('id', made.value).maybeSingle(),
  );
  return stored ? answer(numberAnswerOf(stored)) : refuse('unexpected');
}

function refuseImport(failure: ImportFailure): Response {
  switch (failure.type) {
    case 'refused':
      return refuse('vapi-refused', { reason: failure.reason, message: failure.message });
    case 'limited':
      return refuse('vapi-limited', { seconds: failure.seconds });
    case 'unknown':
      return refuse('vapi-unreachable');
  }
}

const ownRow = z.object({ workspace_id: z.string() });

/** The number, where this person may change it; a refusal otherwise. */
async function refuseUnlessChanging(id: string, person: Person): Promise<Response | null> {
  if (!z.uuid().safeParse(id).success) return refuse('not-found');
  const found = await row(
    ownRow,
    person.client.from('phone_numbers').select('workspace_id').eq('id', id).maybeSingle(),
  );
  return found ? refuseUnless(person, found.workspace_id, 'editor') : refuse('not-found');
}

export async function nameNumber(
  id: string,
  request: Request,
  person: Person,
  { service }: Deps,
): Promise<Response> {
  const body = await readJson(request, labelRequest);
  if (!body.ok) return body.failure;
  const refusal = await refuseUnlessChanging(id, person);
  if (refusal) return refusal;
  await run(service.from('phone_numbers').update({ label: body.value.label }).eq('id', id));
  return answer({});
}

const outcome = z.enum(['done', 'not-found', 'publication-running']);

/** It answers until then, and the wish can be taken back. */
export async function removeNumber(id: string, person: Person, { service, clock }: Deps): Promise<Response> {
  const refusal = await refuseUnlessChanging(id, person);
  if (refusal) return refusal;
  const dueAt = new Date(clock.now() + GRACE_MILLISECONDS).toISOString();
  const parameters = { number_id: id, person: person.id, due_at: dueAt };
  const asked = outcome.parse(await run(service.rpc('ask_number_removal', parameters)));
  return asked === 'done' ? answer({ dueAt }) : refuse(asked);
}

export async function keepNumber(id: string, person: Person, { service }: Deps): Promise<Response> {
  const refusal = await refuseUnlessChanging(id, person);
  if (refusal) return refusal;
  const kept = await run(service.rpc('keep_number', { number_id: id }));
  return kept === true ? answer({}) : refuse('number-busy');
}

const scheduled = z.enum(['done', 'not-found', 'publication-running', 'number-switching']);

/** Who answers when; pointed at what is due now before it is answered, where that is in service already. */
export async function scheduleNumber(
  id: string,
  request: Request,
  person: Person,
  deps: Deps,
): Promise<Response> {
  const body = await readJson(request, scheduleRequest);
  if (!body.ok) return body.failure;
  const refusal = await refuseUnlessChanging(id, person);
  if (refusal) return refusal;
  const { rows, rest } = body.value;
  const wanted = [
    ...rows.map(({ hoursId, flowId }) => ({ hours: hoursId, flow: flowId })),
    'flowId' in rest ? { flow: rest.flowId } : { words: rest.words },
  ];
  const parameters = { number_id: id, person: person.id, rows: wanted };
  const set = scheduled.parse(await run(deps.service.rpc('set_number_schedule', parameters)));
  if (set !== 'done') return refuse(set);
  await keepSchedules(deps, id);
  return answer({});
}
