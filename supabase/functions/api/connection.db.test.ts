/** A workspace's own account at Vapi, and that its key is nowhere to be seen. Two sandboxes play the two accounts. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConnectionAnswer } from '../../../src/publish/connection-wire.ts';
import { createSandbox } from '../../../src/vapi/sandbox/sandbox.ts';
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
import { TABLES } from '../../tests/rls/matrix.ts';
import { createSealer } from '../_shared/sealing.ts';
import { hex, hmac } from '../_shared/secret.ts';
import { resealConnections } from '../_shared/vapi-accounts.ts';

const KEY = 'vk-CANARY-0f3c1d9e8b7a6542';
const SECRET = 'ws-CANARY-55aa66bb77cc88dd';
const CREDENTIAL = 'a7c0c9b0-5d53-4f0e-9a58-3f0a5d1c2b11';

let office: Office;
let owner: Worker;
/** Everything that went out of the functions or into their log. */
const seen: string[] = [];

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire('owner@example.com');
  const own = createSandbox({ key: KEY, fetch: async () => new Response('{}') });
  office.interceptVapi((request, pass) =>
    request.headers.get('authorization') === `Bearer ${KEY}` ? own.fetch(request) : pass(),
  );
});
afterAll(() => office.close());

async function ask(worker: Worker | null, method: 'GET' | 'POST', path: string, body?: unknown) {
  const response = await office.ask(worker, method, path, body);
  const text = await response.text();
  seen.push(text, JSON.stringify([...response.headers]));
  const json = JSON.parse(text) as { error?: { code: string } };
  return { status: response.status, code: json.error?.code ?? '', json };
}

const look = async (worker = owner) =>
  (await ask(worker, 'GET', `/connection?workspaceId=${owner.workspace}`))
    .json as unknown as ConnectionAnswer;
const connect = (worker: Worker, more: object = {}) =>
  ask(worker, 'POST', '/connection', {
    workspaceId: owner.workspace,
    region: 'sandbox',
    key: KEY,
    ...more,
  });
const signature = { credentialId: CREDENTIAL, secret: SECRET };
const accountNow = async () => {
  const [row] = await office.stack
    .sql`select account from vapi_connections where workspace_id = ${owner.workspace}`;
  return row?.account as string | undefined;
};

it('begins with the account of the installation, and tells what a change would leave behind', async () => {
  const number = await getNumber(office, owner);
  const flow = await drawFlow(owner);
  expect((await publishFlow(office, owner, flow, number.id)).state).toBe('live');
  expect(await look()).toEqual({
    own: null,
    hasCommon: true,
    isSandbox: true,
    regions: ['us', 'eu', 'sandbox'],
    here: { numbers: 1, inService: 1, files: 0 },
  });
});

it('takes no key that Vapi does not know, and none from anybody but an owner', async () => {
  expect(await connect(owner, { key: 'vk-CANARY-unknown-9999' })).toMatchObject({
    status: 422,
    code: 'vapi-key-refused',
  });
  expect(await connect(owner, { key: 'short' })).toMatchObject({ status: 400, code: 'bad-request' });
  const viewer = await hireViewer(office, owner);
  expect(await connect(viewer)).toMatchObject({ status: 403, code: 'not-allowed' });
  const stranger = await office.hire();
  expect(await connect(stranger)).toMatchObject({ status: 404, code: 'not-found' });
  expect(await connect(owner, { extra: 1 })).toMatchObject({ status: 400 });
  expect((await look()).own).toBeNull();
});

it('is used for everything once it is there; what the other account holds stays there', async () => {
  expect(await connect(owner, { signature })).toMatchObject({ status: 200, json: { isSame: false } });
  const viewer = await hireViewer(office, owner);
  expect((await look(viewer)).own).toMatchObject({
    region: 'sandbox',
    endsIn: KEY.slice(-4),
    isSigned: true,
  });
  expect((await look()).here).toEqual({ numbers: 0, inService: 0, files: 0 });
  const [old] = await office.stack.sql`select id, elsewhere from phone_numbers`;
  expect(old?.elsewhere).toBe(true);
  const flow = await drawFlow(owner);
  const refused = await ask(owner, 'POST', '/publications/plan', { flowId: flow, numberId: old?.id });
  expect(refused).toMatchObject({ status: 409, code: 'number-elsewhere' });
  const number = await getNumber(office, owner);
  expect(number.id).not.toBe(old?.id);
  expect((await publishFlow(office, owner, flow, number.id)).state).toBe('live');
  const made = await office.stack.sql`select distinct account from vapi_resources where not elsewhere`;
  expect(made.map((row) => row.account)).toEqual([await accountNow()]);
  const [plan] = await office.stack
    .sql`select plan::text as text from deployments order by created_at desc limit 1`;
  expect(plan?.text).toContain(`/vapi-webhook/${owner.workspace}`);
  expect(plan?.text).toContain(CREDENTIAL);
  const spoken = await ask(owner, 'POST', '/rehearsals', { flowId: flow });
  expect(spoken.status).toBe(200);
  expect(await (await office.cron()).json()).toMatchObject({ refreshNumbers: expect.any(Number) });
});

it('keeps its account when the key is changed, and finds the former one again', async () => {
  const before = await accountNow();
  expect(await connect(owner)).toMatchObject({ status: 200, json: { isSame: true } });
  expect(await accountNow()).toBe(before);
  expect(await ask(owner, 'POST', '/connection/test', { workspaceId: owner.workspace })).toMatchObject({
    status: 200,
  });
  const removed = await ask(owner, 'POST', '/connection/remove', { workspaceId: owner.workspace });
  expect(removed.status).toBe(200);
  expect((await look()).here).toEqual({ numbers: 1, inService: 1, files: 0 });
  expect(await connect(owner, { signature })).toMatchObject({ json: { isSame: true } });
  expect(await accountNow()).toBe(before);
});

async function signed(secret: string, workspace: string, body: string): Promise<Response> {
  const timestamp = String(Math.floor(office.deps.clock.now() / 1000));
  const bytes = new TextEncoder().encode(body);
  const headers = {
    'content-type': 'application/json',
    'x-timestamp': timestamp,
    'x-signature': hex(await hmac(secret, `${timestamp}.`, bytes)),
  };
  const url = `${ORIGIN}/vapi-webhook${workspace === '' ? '' : `/${workspace}`}`;
  return office.webhook(new Request(url, { method: 'POST', headers, body }));
}

it('signs for its own workspace alone', async () => {
  const other = await office.hire();
  const others = await getNumber(office, other);
  await publishFlow(office, other, await drawFlow(other), others.id);
  const message = async (workspace: string, call: string) => {
    const [row] = await office.stack.sql`select n.vapi_id from phone_numbers n
      where n.workspace_id = ${workspace} and not n.elsewhere and n.deployment_id is not null`;
    const about = { id: call, phoneNumberId: row?.vapi_id as string };
    return JSON.stringify({ message: { type: 'status-update', status: 'in-progress', call: about } });
  };
  const callsOf = async (workspace: string) =>
    (await office.stack.sql`select vapi_call_id from calls where workspace_id = ${workspace}`).map(
      (row) => row.vapi_call_id as string,
    );
  const mine = await message(owner.workspace, 'call-mine');
  expect((await signed(SECRET, owner.workspace, mine)).status).toBe(200);
  expect(await callsOf(owner.workspace)).toContain('call-mine');
  expect((await signed(SECRET, '', mine)).status).toBe(401);
  expect((await signed(SECRET, other.workspace, mine)).status).toBe(401);
  expect((await signed('guessed', other.workspace, mine)).status).toBe(401);
  expect((await signed(SECRET, 'nonsense', mine)).status).toBe(401);
  const theirs = await message(other.workspace, 'call-theirs');
  expect((await signed(SECRET, owner.workspace, theirs)).status).toBe(200);
  expect(await callsOf(other.workspace)).toEqual([]);
  expect(await callsOf(owner.workspace)).not.toContain('call-theirs');
  const [kept] = await office.stack.sql`select error from call_events where vapi_call_id = 'call-theirs'`;
  expect(kept?.error).toBe('foreign-call');
});

it('is not replaced by the installation’s when its key cannot be opened; a new sealing key is taken over', async () => {
  const { sql } = office.stack;
  const [before] = await sql`select sealed_key, sealed_secret from vapi_connections`;
  const anew = createSealer(`new:${btoa('n'.repeat(32))},${office.stack.secrets.encryptionKeys}`);
  expect(await resealConnections({ ...office.deps, sealer: anew }, 10)).toBe(1);
  const [after] = await sql`select sealed_key, key_id from vapi_connections`;
  expect(after?.key_id).toBe('new');
  expect(after?.sealed_key).not.toBe(before?.sealed_key);
  const flow = await drawFlow(owner);
  expect(await ask(owner, 'POST', '/rehearsals', { flowId: flow })).toMatchObject({
    status: 503,
    code: 'connection-unreadable',
  });
  await sql`update vapi_connections set sealed_key = ${before?.sealed_key ?? ''}, sealed_secret = ${before?.sealed_secret ?? null}, key_id = 'local'`;
  expect((await ask(owner, 'POST', '/rehearsals', { flowId: flow })).status).toBe(200);
});

it('its key and secret are in no answer, no log, no row that a browser reads, and no row in plain', async () => {
  office.interceptVapi(async (request) =>
    Response.json({ message: `Invalid ${request.headers.get('authorization')}` }, { status: 400 }),
  );
  await ask(owner, 'POST', '/connection/test', { workspaceId: owner.workspace });
  const rows: unknown[] = [];
  for (const [table, { columns }] of Object.entries(TABLES)) {
    if (columns.select.length === 0) continue;
    const { data, error } = await owner.client.from(table).select(columns.select.join(', '));
    expect(error, table).toBeNull();
    rows.push(data);
  }
  for (const column of ['sealed_key', 'sealed_secret', 'key_id', 'account', '*']) {
    const { error } = await owner.client.from('vapi_connections').select(column);
    expect(error?.code, column).toBe('42501');
  }
  const stored: unknown[] = [];
  for (const table of Object.keys(TABLES))
    stored.push(await office.stack.sql`select * from ${office.stack.sql(table)}`);
  const places = { answers: seen, log: office.log, rows, stored };
  for (const [place, content] of Object.entries(places))
    expect(JSON.stringify(content).includes('CANARY'), place).toBe(false);
  console.log(
    `canary of the Vapi key: 0 finds in ${seen.length / 2} answers, ${office.log.length} log lines, ${rows.length} tables read by a browser`,
  );
});
