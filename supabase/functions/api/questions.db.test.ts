/** Questions without an answer, from the webhook to the page: grouped, settled, forgotten with the words they are, and noted when read. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawFlow as drawn } from '../../../src/kinds/testing/play-flow.ts';
import { type OpenQuestion, questionsAnswer, reportAnswer } from '../../../src/publish/report-wire.ts';
import { codeOf } from '../../tests/functions/code-of.ts';
import {
  drawFlow,
  getNumber,
  hireViewer,
  type Office,
  ORIGIN,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';

const FAQ = drawn('en', {
  answer: {
    kind: 'answer',
    data: { greeting: 'Hello.', disclosure: 'I am an automated assistant.', assistantName: '' },
    to: { next: 'faq' },
  },
  faq: {
    kind: 'inform',
    data: {
      invitation: 'What would you like to know?',
      facts: [{ id: 'hours', question: 'What are your opening hours?', answer: 'From nine to noon.' }],
      strictness: 'only-these',
    },
    to: { satisfied: 'bye', 'could-not-answer': 'sorry' },
  },
  bye: { kind: 'hang-up', data: { closing: 'Have a nice day, goodbye.', outcome: '' } },
  sorry: { kind: 'hang-up', data: { closing: 'Sorry, I do not know that. Goodbye.', outcome: '' } },
});

let office: Office;
let owner: Worker;
let flowId = '';
let numberId = '';

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  flowId = await drawFlow(owner, FAQ);
  numberId = (await getNumber(office, owner)).id;
  await publishFlow(office, owner, flowId, numberId);
}, 120_000);
afterAll(() => office.close());

const sql = () => office.stack.sql;

/** A call that asks this and gets no answer; one that is answered with `null`. */
async function takeCall(id: string, question: string | null, customer = '+33612345678'): Promise<void> {
  const [target] = await sql()`select vapi_id from phone_numbers where id = ${numberId}`;
  const lines: [string, string][] = [
    ['bot', 'Hello. I am an automated assistant. What would you like to know?'],
    ['user', question ?? 'What are your opening hours?'],
    ...(question === null
      ? ([
          ['bot', 'From nine to noon. Anything else?'],
          ['user', 'No, thank you'],
        ] as [string, string][])
      : []),
    ['bot', question === null ? 'Have a nice day, goodbye.' : 'Sorry, I do not know that. Goodbye.'],
  ];
  const message = {
    type: 'end-of-call-report',
    timestamp: office.deps.clock.now(),
    startedAt: new Date(office.deps.clock.now() - 65_000).toISOString(),
    endedAt: new Date(office.deps.clock.now() - 5000).toISOString(),
    endedReason: 'assistant-ended-call',
    cost: 0.1,
    call: { id, phoneNumberId: target?.vapi_id as string, customer: { number: customer } },
    artifact: {
      messages: lines.map(([role, text], second) => ({ role, message: text, secondsFromStart: second })),
    },
  };
  const body = JSON.stringify({ message });
  const timestamp = String(Math.floor(office.deps.clock.now() / 1000));
  const mac = createHmac('sha256', office.stack.secrets.webhookSecret).update(`${timestamp}.${body}`);
  const headers = { 'x-timestamp': timestamp, 'x-signature': mac.digest('hex') };
  const request = new Request(`${ORIGIN}/vapi-webhook`, { method: 'POST', body, headers });
  expect((await office.webhook(request)).status).toBe(200);
}

async function open(worker = owner): Promise<OpenQuestion[]> {
  const response = await office.ask(worker, 'GET', `/questions?workspaceId=${owner.workspace}`);
  return questionsAnswer.parse(await response.json()).questions;
}
const settle = (one: OpenQuestion, state: string, worker = owner) =>
  office.ask(worker, 'POST', '/questions/settle', {
    workspaceId: owner.workspace,
    flowId: one.flowId,
    digest: one.digest,
    state,
  });

it('are the same question in another spelling, most frequent first; calls that were answered reach their goal', async () => {
  await takeCall('q1', 'Do you take dogs along?');
  await takeCall('q2', 'do you take DOGS along');
  await takeCall('q3', 'Is there a car park nearby?');
  await takeCall('q4', null);
  expect(await open()).toMatchObject([
    { flowId, node: 'faq', times: 2, question: 'do you take DOGS along' },
    { flowId, node: 'faq', times: 1, question: 'Is there a car park nearby?' },
  ]);
  const body = {
    workspaceId: owner.workspace,
    filter: {},
    since: new Date(office.deps.clock.now() - 86_400_000).toISOString(),
    days: 7,
    zone: 'Europe/Paris',
  };
  const report = reportAnswer.parse(await (await office.ask(owner, 'POST', '/calls/report', body)).json());
  expect(report.now).toEqual({ calls: 4, answered: 4, goal: 1, transferred: 0, seconds: 240, cost: 0.4 });
  expect(report.before.calls).toBe(0);
  expect(report.parts).toMatchObject([{ flow: flowId, version: 1, before: null }]);
});

it('are noted once when they are read', async () => {
  await open();
  const read = await sql()`select person from activity where action = 'questions-read'`;
  expect(read).toHaveLength(1);
});

it('are settled by who may edit, and wait again when that is taken back', async () => {
  const [dogs] = await open();
  const viewer = await hireViewer(office, owner);
  expect(await open(viewer)).toHaveLength(2);
  expect(await codeOf(await settle(dogs!, 'dismissed', viewer))).toBe('403 not-allowed');
  expect(await codeOf(await settle(dogs!, 'dismissed', await office.hire()))).toBe('404 not-found');
  expect((await settle(dogs!, 'dismissed')).status).toBe(200);
  expect((await open()).map(({ times }) => times)).toEqual([1]);
  await takeCall('q5', 'Do you take dogs along?');
  expect(await open()).toHaveLength(1);
  expect((await settle(dogs!, 'open')).status).toBe(200);
  expect((await open())[0]).toMatchObject({ times: 3 });
});

it('come again after an answer when a later version still does not know it', async () => {
  const [dogs] = await open();
  await settle(dogs!, 'answered');
  await takeCall('q6', 'Do you take dogs along?');
  expect(await open()).toHaveLength(1);
  const { data } = await owner.client.from('flows').select('document').eq('id', flowId).single();
  const document = { ...(data?.document as object), name: 'Without dogs' };
  expect((await owner.client.from('flows').update({ document }).eq('id', flowId)).error).toBeNull();
  await publishFlow(office, owner, flowId, numberId, 2);
  await takeCall('q7', 'Do you take dogs along?');
  expect((await open()).find(({ digest }) => digest === dogs!.digest)).toMatchObject({ times: 1 });
});

it('go with the words of their call and with the person who asked', async () => {
  await takeCall('q8', 'Can I pay by cheque, please?');
  const [call] = await sql()`select id from calls where vapi_call_id = 'q8'`;
  expect((await office.ask(owner, 'POST', `/calls/${call!.id}/erase`, {})).status).toBe(200);
  expect((await open()).some(({ question }) => question.includes('cheque'))).toBe(false);
  await takeCall('q9', 'Will you ring me on +33 6 39 98 00 44 tonight?');
  await takeCall('q10', 'Do you sell gift cards too?', '+33639980044');
  const person = { workspaceId: owner.workspace, number: '+33639980044' };
  expect((await office.ask(owner, 'POST', '/person/erase', person)).status).toBe(200);
  const left = await sql()`select question from call_questions where question ~ 'gift|99800|98 00'`;
  expect(left).toEqual([]);
});

it('are not stored under professional secrecy, and those that were are forgotten', async () => {
  const { error } = await owner.client.from('workspaces').update({ secrecy: true }).eq('id', owner.workspace);
  expect(error).toBeNull();
  await takeCall('q11', 'Are your treatments refunded?');
  await office.cron();
  expect(await sql()`select question from call_questions`).toEqual([]);
  expect(await open()).toEqual([]);
});
