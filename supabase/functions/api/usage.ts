/** What a workspace spends, and its monthly limit: `GET /usage`, `POST /usage/limit`, `POST /usage/limit/words`, `POST /usage/limit/remove`. */
import * as z from 'zod';
import {
  LIMIT_UNITS,
  limitRequest,
  limitWordsRequest,
  type UsageAnswer,
  usageOf,
} from '../../../src/publish/workspace-wire.ts';
import { type Person, refuseUnless } from '../_shared/auth.ts';
import { type Budget, PUBLICATIONS, rehearsalsWith, simulationsWith } from '../_shared/budget.ts';
import { row, rows, run } from '../_shared/database.ts';
import type { Deps } from '../_shared/deps.ts';
import { diallingOf } from '../_shared/dialling.ts';
import { answer, readJson, refuse } from '../_shared/http.ts';
import { keepLimits } from '../_shared/limits.ts';
import { personNumber } from '../_shared/person-pattern.ts';
import { secondsLeft, TEST_BUDGET } from '../_shared/test-calls.ts';
import { accountOf } from '../_shared/vapi-accounts.ts';

const usageRow = z.object({ calls: z.number(), seconds: z.coerce.number(), cost: z.coerce.number() });
const limitRow = z
  .object({
    unit: z.enum(LIMIT_UNITS),
    most: z.number(),
    language: z.enum(['en', 'fr']),
    message: z.string(),
    transfer_to: z.string().nullable(),
  })
  .transform(({ transfer_to, ...limit }) => ({ ...limit, transferTo: transfer_to }));
const numberRow = z
  .object({
    id: z.string(),
    number: z.string(),
    label: z.string(),
    diverted_since: z.string().nullable(),
    limit_language: z.enum(['en', 'fr']).nullable(),
    limit_message: z.string().nullable(),
  })
  .transform(({ limit_language: language, limit_message: message, diverted_since, ...number }) => ({
    isDiverted: diverted_since !== null,
    shown: { ...number, words: language === null || message === null ? null : { language, message } },
  }));

/** Read as the person, but for counters that are the server's own. */
export async function getUsage(request: Request, person: Person, deps: Deps): Promise<Response> {
  const asked = z.uuid().safeParse(new URL(request.url).searchParams.get('workspaceId'));
  if (!asked.success) return refuse('bad-request', { field: 'workspaceId' });
  const workspace = asked.data;
  const refusal = await refuseUnless(person, workspace, 'viewer');
  if (refusal) return refusal;
  const { client } = person;
  const month = `${new Date(deps.clock.now()).toISOString().slice(0, 7)}-01`;
  const used = await row(
    usageRow,
    client
      .from('usage')
      .select('calls, seconds, cost')
      .eq('workspace_id', workspace)
      .eq('month', month)
      .maybeSingle(),
  );
  const limit = await row(
    limitRow,
    client
      .from('spending_limits')
      .select('unit, most, language, message, transfer_to')
      .eq('workspace_id', workspace)
      .maybeSingle(),
  );
  const numbers = await rows(
    numberRow,
    client
      .from('phone_numbers')
      .select('id, number, label, diverted_since, limit_language, limit_message')
      .eq('workspace_id', workspace)
      .is('removed_at', null)
      .order('created_at'),
  );
  const account = await accountOf(deps, workspace);
  const isSandbox = account.ok && account.value.isSandbox;
  const minutes = (used?.seconds ?? 0) / 60;
  const dollars = used?.cost ?? 0;
  return answer({
    month: month.slice(0, 7),
    calls: used?.calls ?? 0,
    minutes,
    dollars,
    limit,
    isPast: limit !== null && (limit.unit === 'minutes' ? minutes : dollars) >= limit.most,
    diverted: numbers.flatMap(({ isDiverted, shown }) => (isDiverted ? [shown.label || shown.number] : [])),
    numbers: numbers.map(({ shown }) => shown),
    rehearsals: await rateOf(deps, workspace, rehearsalsWith(isSandbox)),
    simulations: await rateOf(deps, workspace, simulationsWith(isSandbox)),
    testMinutes: await testMinutesOf(deps, workspace),
    publications: await rateOf(deps, workspace, PUBLICATIONS),
  } satisfies UsageAnswer);
}

async function rateOf({ service }: Deps, workspace: string, { name, most, seconds }: Budget) {
  const used = await run(service.rpc('read_budget', { workspace, budget: name, seconds }));
  return { used: z.number().parse(used), most };
}

async function testMinutesOf(deps: Deps, workspace: string) {
  const most = TEST_BUDGET.daySeconds / 60;
  return { used: most - Math.floor((await secondsLeft(deps, workspace)) / 60), most };
}

const outcome = z.enum(['done', 'not-found', 'not-allowed']);

export async function setLimit(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, limitRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, unit, most, language, message, transferTo } = body.value;
  const refusal = await refuseUnless(person, workspaceId, 'owner');
  if (refusal) return refusal;
  const number = transferTo === null ? null : (personNumber(transferTo)?.number ?? '');
  const mayDial = number === null || (await diallingOf(deps.service, workspaceId))(number) === null;
  if (!mayDial) return refuse('bad-request', { field: 'transferTo' });
  return changed(deps, workspaceId, 'set_spending_limit', {
    workspace: workspaceId,
    person: person.id,
    its_unit: unit,
    its_most: most,
    its_language: language,
    its_message: message.trim(),
    its_transfer: number,
  });
}

export async function setLimitWords(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, limitWordsRequest);
  if (!body.ok) return body.failure;
  const { workspaceId, numberId, words } = body.value;
  return changed(deps, workspaceId, 'set_limit_words', {
    workspace: workspaceId,
    person: person.id,
    number_id: numberId,
    its_language: words?.language ?? null,
    its_message: words?.message.trim() ?? null,
    at: new Date(deps.clock.now()).toISOString(),
  });
}

export async function removeLimit(request: Request, person: Person, deps: Deps): Promise<Response> {
  const body = await readJson(request, usageOf);
  if (!body.ok) return body.failure;
  const { workspaceId } = body.value;
  return changed(deps, workspaceId, 'remove_spending_limit', { workspace: workspaceId, person: person.id });
}

/** Numbers follow at once; what Vapi does not do now, `cron` does. */
async function changed(deps: Deps, workspace: string, name: string, parameters: object): Promise<Response> {
  const result = outcome.parse(await run(deps.service.rpc(name, parameters)));
  if (result !== 'done') return refuse(result);
  await keepLimits(deps, workspace);
  return answer({});
}
