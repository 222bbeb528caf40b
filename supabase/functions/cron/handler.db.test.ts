/** The Edge Function `cron` on a real database and the Vapi sandbox. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  drawFlow,
  getNumber,
  type Office,
  ORIGIN,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';
import { handle as handleApi } from '../api/handler.ts';
import { handle } from './handler.ts';

let office: Office;
let worker: Worker;
let flowId: string;
let numberId: string;
let phone: string;

beforeAll(async () => {
  office = await openOffice();
  worker = await office.hire();
  flowId = await drawFlow(worker);
  const number = await getNumber(office, worker);
  numberId = number.id;
  phone = number.number;
});

beforeEach(() => {
  office.interceptVapi(null);
  office.interceptWebhooks(null);
});

afterAll(() => office.close());

const run = async () => (await office.cron()).json() as Promise<Record<string, number | string>>;

async function ring(): Promise<string> {
  const { callId } = await office.line('/calls', { to: phone, from: '+33612345678' });
  await office.line(`/calls/${callId}/say`, { text: 'An appointment, please' });
  await office.line(`/calls/${callId}/hang-up`, {});
  return callId;
}

async function callRow(vapiId: string) {
  const [row] = await office.stack.sql`select status, outcome, jsonb_array_length(path) as steps,
    (select count(*)::int from call_turns t where t.call_id = c.id) as turns from calls c where vapi_call_id = ${vapiId}`;
  return row;
}

it('wants its secret', async () => {
  expect((await office.cron('wrong')).status).toBe(401);
  expect((await handle(new Request(`${ORIGIN}/cron`, { method: 'POST' }), office.deps)).status).toBe(401);
  expect((await handle(new Request(`${ORIGIN}/cron`), office.deps)).status).toBe(405);
  const open = { ...office.deps, settings: { ...office.deps.settings, cronSecret: '' } };
  const headers = { authorization: 'Bearer ' };
  expect((await handle(new Request(`${ORIGIN}/cron`, { method: 'POST', headers }), open)).status).toBe(401);
});

it('marks numbers that ring by now', async () => {
  await run();
  const [row] = await office.stack.sql`select state from phone_numbers where id = ${numberId}`;
  expect(row?.state).toBe('active');
});

it('finishes a publication whose browser went away', async () => {
  const started = await office.ask(worker, 'POST', '/publications', { flowId, numberId, revision: 1 });
  const { id } = (await started.json()) as { id: string };
  expect(await run()).toMatchObject({ resumePublications: 0 });
  office.wait(60_000);
  expect(await run()).toMatchObject({ resumePublications: 1 });
  const [row] = await office.stack.sql`select state from deployments where id = ${id}`;
  expect(row?.state).toBe('live');
});

describe('after a publication', () => {
  beforeAll(async () => {
    await publishFlow(office, worker, flowId, numberId);
  });

  it('shows events that were kept but not shown', async () => {
    const id = await ring();
    await office.stack.sql`delete from call_turns`;
    await office.stack
      .sql`update call_events set projected_at = null, call_id = null, received_at = now() - interval '1 minute'`;
    await office.stack.sql`delete from calls where vapi_call_id = ${id}`;
    await office.stack.sql`delete from private.call_removals`;
    expect(await run()).toMatchObject({ showEvents: expect.any(Number) });
    expect(await callRow(id)).toMatchObject({ status: 'ended' });
    const [left] = await office.stack
      .sql`select count(*)::int as events from call_events where projected_at is null`;
    expect(left?.events).toBe(0);
  });

  it('fetches the end of a call whose report was lost', async () => {
    const { callId } = await office.line('/calls', { to: phone, from: '+33612345678' });
    office.interceptWebhooks(async () => new Response('', { status: 200 }));
    await office.line(`/calls/${callId}/hang-up`, {});
    office.interceptWebhooks(null);
    expect(await callRow(callId)).toMatchObject({ status: 'in-progress' });
    await office.stack
      .sql`update calls set updated_at = now() - interval '1 hour', created_at = now() - interval '1 hour'
      where vapi_call_id = ${callId}`;
    expect(await run()).toMatchObject({ pollOpenCalls: 1 });
    expect(await callRow(callId)).toMatchObject({ status: 'ended' });
    // Asked again, nothing new is stored.
    expect(await run()).toMatchObject({ pollOpenCalls: 0 });
  });

  it('finds calls of which no message came at all', async () => {
    office.interceptWebhooks(async () => new Response('', { status: 200 }));
    const id = await ring();
    office.interceptWebhooks(null);
    expect(await callRow(id)).toBeUndefined();
    office.wait(15 * 60_000);
    expect(await run()).toMatchObject({ findLostCalls: 1 });
    expect(await callRow(id)).toMatchObject({ status: 'ended' });
    expect((await callRow(id))?.turns).toBeGreaterThan(1);
    expect((await callRow(id))?.steps).toBeGreaterThan(0);
  });

  it('gives a quarantined event its workspace once its deployment is known', async () => {
    const { sql } = office.stack;
    const id = await ring();
    await sql`update call_events set workspace_id = null, call_id = null, projected_at = null, error = 'unknown-call'
      where vapi_call_id = ${id}`;
    await sql`delete from calls where vapi_call_id = ${id}`;
    await sql`delete from private.call_removals`;
    await run();
    expect(await callRow(id)).toMatchObject({ status: 'ended' });
  });

  it('goes on when a task fails', async () => {
    const broken = {
      ...office.deps,
      vapi: new Proxy({}, { get: () => async () => Promise.reject(new Error('broken on purpose')) }) as never,
    };
    await office.stack.sql`update phone_numbers set state = 'activating' where id = ${numberId}`;
    const headers = { authorization: `Bearer ${office.stack.secrets.cronSecret}` };
    const response = await handle(new Request(`${ORIGIN}/cron`, { method: 'POST', headers }), broken);
    expect(await response.json()).toMatchObject({ refreshNumbers: 'failed', showEvents: 0 });
    expect(JSON.stringify(office.log)).not.toContain('on purpose');
  });
});

describe('one at a time', () => {
  it('leaves the work to the invocation that is at it, until its turn is over', async () => {
    const { sql } = office.stack;
    const now = () => new Date(office.deps.clock.now());
    await sql`update private.cron_runs set busy_until = ${new Date(now().getTime() + 60_000)}`;
    expect(await run()).toEqual({ busy: true });
    office.wait(60_000);
    const begun = now();
    expect(await run()).toHaveProperty('showEvents');
    const [row] = await sql`select busy_until, done_at >= ${begun} as is_told from private.cron_runs`;
    expect({ ...row }).toEqual({ busy_until: null, is_told: true });
  });

  it('is told by the health of the service', async () => {
    const health = () => handleApi(new Request(`${ORIGIN}/api/health`), office.deps);
    await run();
    expect((await health()).status).toBe(200);
    office.wait(16 * 60_000);
    const silent = await health();
    expect(silent.status).toBe(503);
    const told = await silent.json();
    expect(told).toMatchObject({ ok: false, database: true, environment: [] });
    expect(told.cronSilentSeconds).toBeGreaterThanOrEqual(960);
  });
});
