/**
 * The monthly limit of a workspace: past it its numbers answer with the owner's message, and go back by themselves when the month ends or
 * the limit is raised. Works towards what the database says should be, so it may be killed at any instant and run again: the assistant
 * that answers is a recorded intent, created once and adopted by its mark; a number is switched by one PATCH. Knows no requests.
 */
import * as z from 'zod';
import { compileFlow } from '../../../src/kinds/registry.ts';
import { contentHash } from '../../../src/lib/hash.ts';
import { divert } from '../../../src/publish/diversion.ts';
import { SETTLE_MILLISECONDS } from '../../../src/publish/job.ts';
import type { NumberTarget } from '../../../src/publish/plan.ts';
import { deleteResource } from '../../../src/publish/resources.ts';
import { type LimitAnswer, limitAnswerFlow } from '../../../src/templates/limit-answer.ts';
import type { VapiApi } from '../../../src/vapi/contract/api.ts';
import type { AssistantBody } from '../../../src/vapi/contract/assistant.ts';
import { row, rows, run } from './database.ts';
import type { Deps } from './deps.ts';
import { diallingOf } from './dialling.ts';
import { rememberedAccounts } from './vapi-accounts.ts';

const dueRow = z.object({
  id: z.string(),
  workspace_id: z.string(),
  vapi_id: z.string(),
  is_past: z.boolean(),
  diverted_to: z.string().nullable(),
  target_kind: z.enum(['assistant', 'squad']).nullable(),
  target_id: z.string().nullable(),
  language: z.enum(['en', 'fr']).nullable(),
  message: z.string().nullable(),
  transfer_to: z.string().nullable(),
});
type Due = z.infer<typeof dueRow>;

const now = ({ clock }: Deps) => new Date(clock.now()).toISOString();

/** Switches what must be switched; with a workspace, of that one alone. Gives back how many numbers were. */
export async function keepLimits(deps: Deps, workspace?: string): Promise<number> {
  const accountFor = rememberedAccounts(deps);
  const only = workspace === undefined ? {} : { only_workspace: workspace };
  const due = await rows(dueRow, deps.service.rpc('claim_diversions', { at: now(deps), most: 10, ...only }));
  let switched = 0;
  for (const number of due) {
    const account = await accountFor(number.workspace_id);
    if (account && (await settle(deps, account.api, number))) switched += 1;
  }
  return switched;
}

async function settle(deps: Deps, vapi: VapiApi, number: Due): Promise<boolean> {
  if (number.target_id === null || number.target_kind === null) return false;
  const published = targetOf(number.target_kind, number.target_id);
  const own = number.diverted_to === null ? [] : [targetOf('assistant', number.diverted_to)];
  const answer = number.is_past ? await answerOf(deps, vapi, number) : null;
  if (number.is_past && answer === null) return false;
  const wanted = answer === null ? published : targetOf('assistant', answer);
  const result = await divert(vapi, number.vapi_id, wanted, [published, ...own]);
  if (result === 'wait') return false;
  if (result === 'foreign') {
    deps.log({ function: 'cron', event: 'number-changed-elsewhere' });
    // Somebody else decides what it answers: nothing of ours stands on it any more.
    if (number.is_past) return false;
  }
  const parameters = { number_id: number.id, answer_id: answer, at: now(deps) };
  await run(deps.service.rpc('finish_diversion', parameters));
  return result === 'done';
}

function targetOf(kind: 'assistant' | 'squad', id: string): NumberTarget {
  return kind === 'squad' ? { squadId: id, assistantId: null } : { assistantId: id, squadId: null };
}

const answerRow = z.object({
  id: z.string(),
  vapi_id: z.string().nullable(),
  sent_at: z.string().nullable(),
});

/** The id at Vapi of the assistant that says it, made if need be; null when that cannot be told now. */
async function answerOf(deps: Deps, vapi: VapiApi, number: Due): Promise<string | null> {
  const { workspace_id: workspace, language, message, transfer_to } = number;
  if (language === null || message === null) return null;
  const body = await bodyOf(deps, workspace, { language, message, transferTo: transfer_to });
  if (!body) return null;
  const hash = await contentHash(body);
  const known = answerRow.parse(await run(deps.service.rpc('limit_answer', { workspace, hash })));
  if (known.vapi_id !== null) return (await stillThere(deps, vapi, known.id, known.vapi_id)) ?? null;
  const { service, clock } = deps;
  if (known.sent_at !== null) {
    const sent = Date.parse(known.sent_at);
    const found = await findLimitAnswers(vapi, known.id, sent);
    if (found === null) return null;
    const [oldest] = found;
    if (oldest !== undefined) return keepAnswer(deps, known.id, oldest);
    if (clock.now() - sent < SETTLE_MILLISECONDS) return null;
  }
  // The intent; of two who want to, one does.
  const claim = service
    .from('limit_answers')
    .update({ sent_at: now(deps) })
    .eq('id', known.id);
  const mine = await row(
    answerRow,
    (known.sent_at === null ? claim.is('sent_at', null) : claim.eq('sent_at', known.sent_at))
      .select('id, vapi_id, sent_at')
      .maybeSingle(),
  );
  if (!mine) return null;
  const created = await vapi.createAssistant({ ...body, metadata: { ...body.metadata, limit: known.id } });
  if (created.ok) return keepAnswer(deps, known.id, created.value.id);
  if (created.failure.kind !== 'unknown')
    await run(service.from('limit_answers').update({ sent_at: null }).eq('id', known.id));
  return null;
}

/** What the drawing of the limit compiles to; a number that may not be dialled any more leaves the message alone. */
async function bodyOf(deps: Deps, workspace: string, answer: LimitAnswer): Promise<AssistantBody | null> {
  const dialRefusal = await diallingOf(deps.service, workspace);
  const mayDial = answer.transferTo !== null && dialRefusal(answer.transferTo) === null;
  const drawn = limitAnswerFlow({ ...answer, transferTo: mayDial ? answer.transferTo : null });
  const target = { mode: 'publish', files: {}, dialRefusal, secrecy: true } as const;
  const { payload } = compileFlow(drawn, target);
  return payload?.type === 'assistant' ? payload.assistant : null;
}

async function keepAnswer({ service }: Deps, id: string, vapiId: string): Promise<string> {
  await run(service.from('limit_answers').update({ vapi_id: vapiId }).eq('id', id));
  return vapiId;
}

async function stillThere(deps: Deps, vapi: VapiApi, id: string, vapiId: string): Promise<string | null> {
  const found = await vapi.getAssistant(vapiId);
  if (found.ok) return vapiId;
  if (found.failure.kind === 'refused' && found.failure.status === 404)
    await run(deps.service.from('limit_answers').update({ vapi_id: null, sent_at: null }).eq('id', id));
  return null;
}

/** Clocks differ: lists are read from this long before. */
const SKEW_MILLISECONDS = 5 * 60_000;
const PAGE = 1000;

/** Assistants that carry the mark, oldest first; null when the list could not be read to its end. */
export async function findLimitAnswers(vapi: VapiApi, id: string, since: number): Promise<string[] | null> {
  const createdAtGe = new Date(since - SKEW_MILLISECONDS).toISOString();
  const listed = await vapi.listAssistants({ limit: PAGE, createdAtGe });
  if (!listed.ok || listed.value.length >= PAGE) return null;
  const marked = listed.value.filter(
    ({ metadata }) => (metadata as { limit?: unknown } | null | undefined)?.limit === id,
  );
  return marked.sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt)).map((one) => one.id);
}

const unusedRow = z.object({ id: z.string(), workspace_id: z.string(), vapi_id: z.string() });

/** Removes at Vapi what no number is switched to any more. Gives back how many. */
export async function removeLimitAnswers(deps: Deps): Promise<number> {
  const accountFor = rememberedAccounts(deps);
  const unused = await rows(unusedRow, deps.service.rpc('unused_limit_answers', { at: now(deps), most: 10 }));
  let removed = 0;
  for (const { id, workspace_id, vapi_id } of unused) {
    const account = await accountFor(workspace_id);
    if (!account || !(await deleteResource(account.api, 'assistant', vapi_id)).ok) continue;
    await run(deps.service.from('limit_answers').delete().eq('id', id));
    removed += 1;
  }
  return removed;
}
