/** Replacing the secret of Vapi's signature: both are accepted, and the former one goes once nothing uses it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectionAnswer } from '../../../src/publish/connection-wire.ts';
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
import { hex, hmac } from '../_shared/secret.ts';
import { handle } from '../vapi-webhook/handler.ts';

const KEY = 'vk-own-0f3c1d9e8b7a6542';
const FIRST = { credentialId: 'a7c0c9b0-5d53-4f0e-9a58-3f0a5d1c2b11', secret: 'first-55aa66bb77cc88dd' };
const SECOND = { credentialId: 'b8d1d0c1-5d53-4f0e-9a58-3f0a5d1c2b22', secret: 'second-55aa66bb77cc88' };
const THIRD = { ...SECOND, secret: 'third-55aa66bb77cc88dd' };
const DAY = 24 * 60 * 60_000;

let office: Office;
let owner: Worker;
let flow: string;
let numberId: string;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  const own = createSandbox({ key: KEY, fetch: async () => new Response('{}') });
  office.interceptVapi((request, pass) =>
    request.headers.get('authorization') === `Bearer ${KEY}` ? own.fetch(request) : pass(),
  );
  const connection = { workspaceId: owner.workspace, region: 'sandbox', key: KEY, signature: FIRST };
  expect((await office.ask(owner, 'POST', '/connection', connection)).status).toBe(200);
  flow = await drawFlow(owner);
  numberId = (await getNumber(office, owner)).id;
  expect((await publishFlow(office, owner, flow, numberId)).state).toBe('live');
});
afterAll(() => office.close());

let sent = 0;
async function news(secret: string, settings = office.deps.settings, workspace = `/${owner.workspace}`) {
  const [row] = await office.stack.sql`select vapi_id from phone_numbers where id = ${numberId}`;
  sent += 1;
  const call = { id: `call-${sent}`, phoneNumberId: row?.vapi_id };
  const body = JSON.stringify({ message: { type: 'status-update', status: 'in-progress', call } });
  const timestamp = String(Math.floor(office.deps.clock.now() / 1000));
  const signature = hex(await hmac(secret, `${timestamp}.`, new TextEncoder().encode(body)));
  const headers = { 'x-timestamp': timestamp, 'x-signature': signature };
  const request = new Request(`${ORIGIN}/vapi-webhook${workspace}`, { method: 'POST', headers, body });
  return (await handle(request, { ...office.deps, settings })).status;
}

const replacing = async () => {
  const response = await office.ask(owner, 'GET', `/connection?workspaceId=${owner.workspace}`);
  return connectionAnswer.parse(await response.json()).own?.replacing;
};
const replace = (signature: object, worker = owner) =>
  office.ask(worker, 'POST', '/connection/signature', { workspaceId: owner.workspace, ...signature });
const retire = (worker = owner) =>
  office.ask(worker, 'POST', '/connection/signature/retire', { workspaceId: owner.workspace });
const cron = async () =>
  ((await (await office.cron()).json()) as { retireSignatures: number }).retireSignatures;

it('accepts the new secret and the former one, until nothing uses the former one any more', async () => {
  expect([await news(FIRST.secret), await news(SECOND.secret)]).toEqual([200, 401]);
  expect(await replacing()).toBeNull();
  expect((await replace(SECOND)).status).toBe(200);
  expect([await news(FIRST.secret), await news(SECOND.secret), await news('neither of them')]).toEqual([
    200, 200, 401,
  ]);
  // What is in service still names the former credential.
  expect(await replacing()).toMatchObject({
    numbers: 1,
    signedAt: expect.any(String),
    formerSignedAt: expect.any(String),
  });
  office.wait(3 * DAY);
  expect(await news(SECOND.secret)).toBe(200);
  expect(await cron()).toBe(0);
  expect((await publishFlow(office, owner, flow, numberId)).state).toBe('live');
  expect(await replacing()).toMatchObject({ numbers: 0 });
  // A call that began before goes on, and is signed as it was.
  expect(await news(FIRST.secret)).toBe(200);
  expect(await cron()).toBe(0);
  office.wait(DAY + 1);
  expect(await cron()).toBe(1);
  expect([await news(FIRST.secret), await news(SECOND.secret)]).toEqual([401, 200]);
  expect(await replacing()).toBeNull();
});

it('a secret that signed nothing yet was mistyped: it is replaced, and the former one stays', async () => {
  expect((await replace({ ...THIRD, secret: 'mistyped-3333' })).status).toBe(200);
  office.wait(30 * DAY);
  // Vapi does not sign with the new one: the former must not go, however long ago it was used.
  expect(await cron()).toBe(0);
  expect((await replace(THIRD)).status).toBe(200);
  expect([await news(SECOND.secret), await news(THIRD.secret), await news('mistyped-3333')]).toEqual([
    200, 200, 401,
  ]);
});

it('a former secret in wrong hands is refused at once, by owners only', async () => {
  const viewer = await hireViewer(office, owner);
  const stranger = await office.hire();
  expect([(await retire(viewer)).status, (await retire(stranger)).status]).toEqual([403, 404]);
  expect([(await replace(FIRST, viewer)).status, (await replace(FIRST, stranger)).status]).toEqual([
    403, 404,
  ]);
  expect((await retire()).status).toBe(200);
  expect([await news(SECOND.secret), await news(THIRD.secret)]).toEqual([401, 200]);
});

it('the installation has two as well, and tells when the former one is used', async () => {
  const settings = { ...office.deps.settings, formerWebhookSecret: 'the former secret of all' };
  const present = settings.webhookSecret;
  expect([
    await news(present, settings, ''),
    await news('the former secret of all', settings, ''),
    await news('the former secret of all', office.deps.settings, ''),
  ]).toEqual([200, 200, 401]);
  const told = office.log.filter(({ event }) => event === 'signed-with-former-secret');
  expect(told).toHaveLength(1);
});
