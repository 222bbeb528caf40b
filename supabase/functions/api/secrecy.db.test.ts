/** Professional secrecy on a real database: what is published says so, and not a word is stored whatever comes in. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlanAnswer } from '../../../src/publish/wire.ts';
import type { SecrecyAnswer, WordsAnswer } from '../../../src/publish/workspace-wire.ts';
import {
  appointmentBooking,
  drawFlow,
  getNumber,
  hireViewer,
  type Office,
  ORIGIN,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';

let office: Office;
let owner: Worker;
let flowId: string;
let numberId: string;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  flowId = await drawFlow(owner);
  numberId = (await getNumber(office, owner)).id;
  await publishFlow(office, owner, flowId, numberId);
});
afterAll(() => office.close());

const sql = () => office.stack.sql;
const setSecrecy = async (secrecy: boolean) => {
  const change = owner.client.from('workspaces').update({ secrecy }).eq('id', owner.workspace);
  const { error } = await change.select('secrecy').single();
  if (error) throw error;
};
const inService = async () => {
  const response = await office.ask(owner, 'GET', `/secrecy?workspaceId=${owner.workspace}`);
  return ((await response.json()) as SecrecyAnswer).inService;
};

it('says what must be put in service again, and shortens what is kept', async () => {
  expect(await inService()).toMatchObject([{ flowId, isSecret: false }]);
  await setSecrecy(true);
  expect(await inService()).toMatchObject([{ flowId, isSecret: false }]);
  const [kept] =
    await sql()`select keep_words, keep_information, keep_calls from workspaces where id = ${owner.workspace}`;
  expect(kept).toEqual({ keep_words: 1, keep_information: 30, keep_calls: 180 });
  const { data } = await owner.client
    .from('workspaces')
    .update({ keep_information: 200 })
    .eq('id', owner.workspace)
    .select('keep_information')
    .single();
  expect(data).toEqual({ keep_information: 30 });
});

it('is told in the plan, and compiled', async () => {
  const drawn = {
    ...appointmentBooking(),
    settings: { ...appointmentBooking().settings, maximumSeconds: 500 },
  };
  await sql()`update flows set document = ${sql().json(drawn as never)} where id = ${flowId}`;
  const [flow] = await sql()`select revision from flows where id = ${flowId}`;
  const plan = (await (
    await office.ask(owner, 'POST', '/publications/plan', { flowId, numberId })
  ).json()) as PlanAnswer;
  expect(plan.secrecy).toBe('on');
  const live = await publishFlow(office, owner, flowId, numberId, flow?.revision as number);
  expect(live.state).toBe('live');
  expect(await inService()).toMatchObject([{ flowId, isSecret: true }]);
  const [stored] =
    await sql()`select jsonb_path_query_array(plan, '$.resources[*].body.artifactPlan') as plans
    from deployments where id = ${live.id}`;
  for (const artifactPlan of (stored?.plans ?? []) as unknown[])
    expect(artifactPlan).toEqual({
      recordingEnabled: false,
      videoRecordingEnabled: false,
      loggingEnabled: false,
      pcapEnabled: false,
      fullMessageHistoryEnabled: true,
      transcriptPlan: { enabled: false },
    });
});

it('refuses a plan that was made before', async () => {
  const again = sql()`insert into deployments (workspace_id, flow_id, version_id, phone_number_id, plan, manifest)
    select workspace_id, flow_id, version_id, phone_number_id, plan, manifest from deployments
    where workspace_id = ${owner.workspace} order by created_at limit 1`;
  await expect(again).rejects.toMatchObject({ code: '55000' });
});

const CANARY = 'CANARY words of a patient';

/** A report about a call on the live flow, as if Vapi kept words all the same. */
async function report(call: string): Promise<void> {
  const [target] = await sql()`select s.vapi_id, s.kind, n.vapi_id as number_id from deployments d
    join deployment_steps s on s.deployment_id = d.id join phone_numbers n on n.id = d.phone_number_id
    where d.state = 'live' and s.kind in ('create-assistant', 'create-squad') order by s.position desc limit 1`;
  const id = target?.kind === 'create-squad' ? { squadId: target.vapi_id } : { assistantId: target?.vapi_id };
  const said = (role: string, message: string) => ({ role, message, secondsFromStart: 1 });
  const artifact = {
    messages: [
      said('bot', `Hello, ${CANARY}`),
      said('user', CANARY),
      { role: 'tool_call_result', name: 'lookup', result: CANARY, secondsFromStart: 2 },
    ],
    structuredOutputs: { a: { name: 'record', result: { reason: CANARY } } },
  };
  const about = { id: call, phoneNumberId: target?.number_id, customer: { number: '+33612345678' }, ...id };
  for (const message of [
    { type: 'transcript', role: 'user', transcript: CANARY, call: about },
    { type: 'end-of-call-report', endedReason: 'customer-ended-call', cost: 0.1, artifact, call: about },
    { type: 'status-update', status: 'ended', call: about },
  ]) {
    const body = JSON.stringify({ message: { timestamp: office.deps.clock.now(), ...message } });
    const timestamp = String(Math.floor(office.deps.clock.now() / 1000));
    const mac = createHmac('sha256', office.stack.secrets.webhookSecret).update(`${timestamp}.${body}`);
    const headers = { 'x-timestamp': timestamp, 'x-signature': mac.digest('hex') };
    const request = new Request(`${ORIGIN}/vapi-webhook`, { method: 'POST', body, headers });
    expect((await office.webhook(request)).status).toBe(200);
  }
}

it('stores not a word, whatever Vapi sends, and has Vapi forget the call', async () => {
  await report('call-secret');
  const tables = ['calls', 'call_turns', 'call_events', 'messages', 'activity'];
  for (const table of tables)
    expect(JSON.stringify(await sql().unsafe(`select * from ${table}`)), table).not.toContain('CANARY');
  const [call] = await sql()`select id, status, caller, jsonb_array_length(path) as steps from calls
    where vapi_call_id = 'call-secret'`;
  expect(call).toMatchObject({ status: 'ended', caller: '+33612345678' });
  expect(call?.steps).toBeGreaterThan(0);
  await office.cron();
  const [after] = await sql()`select words_erased_at is not null as erased,
    (select count(*)::int from call_events where vapi_call_id = 'call-secret') as events,
    (select gone_at is not null from private.call_removals where vapi_call_id = 'call-secret') as gone
    from calls where vapi_call_id = 'call-secret'`;
  expect(after).toEqual({ erased: true, events: 0, gone: true });
});

it('forgets what was said before it was switched on, and viewers read nothing', async () => {
  await setSecrecy(false);
  const [call] = await sql()`insert into calls (workspace_id, vapi_call_id, status, started_at, ended_at)
    values (${owner.workspace}, 'call-before', 'ended', now() - interval '2 hours', now() - interval '1 hour') returning id`;
  await sql()`insert into call_turns (workspace_id, call_id, position, role, text)
    values (${owner.workspace}, ${call?.id}, 0, 'caller', 'Hello')`;
  const viewer = await hireViewer(office, owner);
  const words = async (worker: Worker) =>
    ((await (await office.ask(worker, 'GET', `/calls/${call?.id}/words`)).json()) as WordsAnswer).turns;
  expect(await words(viewer)).toHaveLength(1);
  await setSecrecy(true);
  expect(await words(viewer)).toEqual([]);
  expect(await words(owner)).toHaveLength(1);
  await office.cron();
  expect(await words(owner)).toEqual([]);
});
