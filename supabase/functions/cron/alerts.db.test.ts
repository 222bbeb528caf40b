/** Alerts on a real database: what begins and ends, who is told by mail and by webhook, and what becomes of it when things break. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AlertsAnswer, ChannelAnswer, LinkAnswer } from '../../../src/publish/alerts-wire.ts';
import {
  drawFlow,
  getNumber,
  hireViewer,
  type Office,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';
import { type OtherSystem, openOtherSystem } from '../../tests/functions/other-system.ts';
import { resealChannels } from '../_shared/alert-channels.ts';
import { HELD, MOST_ATTEMPTS } from '../_shared/alert-deliveries.ts';
import { createOutbound } from '../_shared/outbound.ts';
import { createSealer } from '../_shared/sealing.ts';
import { deliverAlerts, forgetAlerts, lookAtNumbers, watchWorkspaces } from './alert-tasks.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const HOOK = 'https://hooks.example.com/alerts';
const CALLER = '+33612345678';
const ALL = ['failed-calls', 'budget', 'drift', 'silent-number'];

let office: Office;
let owner: Worker;
let flowId: string;
let numberId: string;
let resend: OtherSystem;
let hook: OtherSystem;
let made = 0;

beforeAll(async () => {
  office = await openOffice({
    environment: { RESEND_API_KEY: 're_1', EMAIL_FROM: 'AlloKoli <hello@example.com>' },
  });
  resend = await openOtherSystem();
  hook = await openOtherSystem();
  office.localHost('api.resend.com', resend.port);
  office.localHost('hooks.example.com', hook.port);
  owner = await office.hire('owner@example.com');
  numberId = (await getNumber(office, owner)).id;
  flowId = await drawFlow(owner);
  await publishFlow(office, owner, flowId, numberId);
  await office.stack.sql`update phone_numbers set label = 'Front desk'`;
});
afterAll(async () => {
  resend.close();
  hook.close();
  await office.close();
});
beforeEach(async () => {
  office.interceptVapi(null);
  const { sql } = office.stack;
  for (const table of ['alerts', 'alert_channels', 'calls', 'spending_limits', 'usage', 'budgets'])
    await sql.unsafe(`delete from ${table}`);
  await sql`update phone_numbers set state = 'active', looked_at = null`;
  await sql`update deployments set drift = null`;
  resend.received = [];
  hook.received = [];
  resend.reply = () => ({ status: 200, body: '{"id":"re-1"}' });
  hook.reply = () => ({ status: 200, body: '' });
});

const sql = () => office.stack.sql;
const ask = (path: string, body: object = {}, worker: Worker | null = owner) =>
  office.ask(worker, 'POST', path, body);

async function add(body: object, worker = owner): Promise<ChannelAnswer> {
  const common = { workspaceId: owner.workspace, kinds: ALL, language: 'en' };
  const response = await ask('/alerts/channels', { ...common, ...body }, worker);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as ChannelAnswer;
}
const addMember = () => add({ type: 'member', userId: owner.userId });
const addHook = () => add({ type: 'webhook', url: HOOK });
const addAddress = () => add({ type: 'address', address: 'Accountant@Example.com' });

const list = async (worker = owner) =>
  (await (await office.ask(worker, 'GET', `/alerts?workspaceId=${owner.workspace}`)).json()) as AlertsAnswer;

/** The tasks of `cron` that are about alerts; the whole of it once, below. */
async function cron() {
  office.wait(MINUTE);
  await lookAtNumbers(office.deps);
  await watchWorkspaces(office.deps);
  await deliverAlerts(office.deps);
  await forgetAlerts(office.deps);
}

async function call(outcome: string, steps = 1): Promise<void> {
  made += 1;
  const at = new Date(office.deps.clock.now()).toISOString();
  const path = JSON.stringify(Array.from({ length: steps }, () => ({ node: 'answer' })));
  await sql()`insert into calls (workspace_id, vapi_call_id, flow_id, phone_number_id, caller, status, outcome, path, cost, created_at, started_at, ended_at)
    values (${owner.workspace}, ${`call-${made}`}, ${flowId}, ${numberId}, ${CALLER}, 'ended', ${outcome}, ${path}::text::jsonb, 0, ${at}, ${at}, ${at})`;
  office.wait(1000);
}

const mails = () =>
  resend.received.map(({ body }) => JSON.parse(body) as { subject: string; text: string; to: string[] });
const told = () =>
  hook.received.map(
    ({ body }) =>
      JSON.parse(body) as { type: string; data: { alert: { reason: string } | null; text: string } },
  );

describe('failed calls', () => {
  it('are told by mail and webhook, once, and that it is over; no caller is in it', async () => {
    await addMember();
    const { secret = '' } = await addHook();
    await call('failed');
    await cron();
    expect(hook.received).toEqual([]);
    await call('failed');
    office.wait(MINUTE);
    expect(await (await office.cron()).json()).toMatchObject({ watchWorkspaces: 1, deliverAlerts: 2 });
    expect(mails()).toEqual([
      expect.objectContaining({
        to: ['owner@example.com'],
        subject: expect.stringMatching(/: Calls fail$/),
        text: expect.stringContaining('The latest 2 calls of “Reception” failed.'),
      }),
    ]);
    expect(told()[0]).toMatchObject({
      type: 'alert.began',
      data: { alert: { reason: 'in-a-row', count: 2 } },
    });
    const [request] = hook.received;
    const {
      'webhook-id': id,
      'webhook-timestamp': time,
      'webhook-signature': signature,
    } = request?.headers ?? {};
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const expected = createHmac('sha256', key).update(`${id}.${time}.${request?.body}`).digest('base64');
    expect(signature).toBe(`v1,${expected}`);
    await cron();
    await call('failed');
    await cron();
    expect(hook.received).toHaveLength(1);
    for (const outcome of Array.from({ length: 8 }, () => 'completed')) await call(outcome);
    await cron();
    expect(hook.received).toHaveLength(1);
    office.wait(16 * MINUTE);
    await cron();
    expect(told().map(({ type }) => type)).toEqual(['alert.began', 'alert.ended']);
    expect(mails().at(-1)?.subject).toContain('all right again');
    const everything = JSON.stringify([resend.received, hook.received, await list()]);
    expect(everything).not.toContain(CALLER.slice(-8));
    const { alerts, channels } = await list();
    expect(alerts).toMatchObject([{ kind: 'failed-calls', overAt: expect.any(String) }]);
    expect(alerts[0]?.deliveries.map(({ phase, state }) => `${phase} ${state}`).sort()).toEqual([
      'began sent',
      'began sent',
      'ended sent',
      'ended sent',
    ]);
    expect(channels.map(({ last }) => last?.phase)).toEqual(['ended', 'ended']);
  });

  it('do not count once a new version is in service', async () => {
    await addHook();
    await call('failed');
    await call('failed');
    await sql()`update deployments set finished_at = ${new Date(office.deps.clock.now()).toISOString()} where state = 'live'`;
    await cron();
    expect(hook.received).toEqual([]);
    await sql()`update deployments set finished_at = now() where state = 'live'`;
  });

  it('go only where their kind goes, and a day later once more', async () => {
    const { id } = await addHook();
    await ask(`/alerts/channels/${id}/kinds`, { kinds: ['budget'] });
    await call('failed');
    await call('failed');
    await cron();
    expect(hook.received).toEqual([]);
    await ask(`/alerts/channels/${id}/kinds`, { kinds: ['failed-calls'] });
    office.wait(DAY - 5 * MINUTE);
    await cron();
    expect(hook.received).toEqual([]);
    office.wait(6 * MINUTE);
    await cron();
    expect(told().map(({ type }) => type)).toEqual(['alert.still']);
  });
});

describe('the other kinds', () => {
  const reasons = async () => {
    await cron();
    const { alerts } = await list();
    return alerts.filter(({ overAt }) => overAt === null).map(({ told: { reason } }) => reason);
  };

  it('the limit of the month: near, then reached', async () => {
    await addHook();
    await sql()`insert into spending_limits (workspace_id, unit, most, language, message)
      values (${owner.workspace}, 'dollars', 10, 'en', 'Later.')`;
    const month = `${new Date(office.deps.clock.now()).toISOString().slice(0, 7)}-01`;
    await sql()`insert into usage (workspace_id, month, cost) values (${owner.workspace}, ${month}, 7)`;
    expect(await reasons()).toEqual([]);
    await sql()`update usage set cost = 8.5`;
    expect(await reasons()).toEqual(['near-limit']);
    await sql()`update usage set cost = 10`;
    expect(await reasons()).toEqual(['limit-reached']);
    expect(told().map(({ type }) => type)).toEqual(['alert.began', 'alert.worse']);
    expect(told()[1]?.data.text).toContain('$10.00 of $10');
    await sql()`delete from spending_limits`;
    await cron();
  });

  it('what somebody changed at Vapi, found by the comparison', async () => {
    await addHook();
    const drift = (kind: string) => JSON.stringify({ findings: [{ kind, name: 'x' }], state: 's' });
    await sql()`update deployments set drift = ${drift('changed')}::text::jsonb, checked_at = now() + interval '1 year' where state = 'live'`;
    expect(await reasons()).toEqual(['changed-at-vapi']);
    await sql()`update deployments set drift = ${drift('number-silent')}::text::jsonb where state = 'live'`;
    expect(await reasons()).toContain('nothing-answers');
    await sql()`update deployments set drift = null, checked_at = null where state = 'live'`;
  });

  it('a number that Vapi blocked meanwhile', async () => {
    const [stored] = await sql()`select vapi_id from phone_numbers where id = ${numberId}`;
    office.interceptVapi(async (request, pass) => {
      const answer = await pass();
      if (!request.url.endsWith(`/phone-number/${stored?.vapi_id}`) || !answer.ok) return answer;
      return Response.json({ ...((await answer.json()) as object), status: 'blocked' });
    });
    expect(await reasons()).toEqual(['blocked']);
    office.interceptVapi(null);
    office.wait(61 * MINUTE);
    await cron();
    expect((await sql()`select state from phone_numbers where id = ${numberId}`)[0]?.state).toBe('active');
  });

  it('a call that failed before the first word', async () => {
    await call('failed', 0);
    expect(await reasons()).toEqual(['no-word']);
    await call('completed');
    await cron();
    office.wait(16 * MINUTE);
    expect(await reasons()).toEqual([]);
  });

  it('a number that is quiet for longer than ever', async () => {
    await sql()`update deployments set finished_at = now() - interval '60 days' where state = 'live'`;
    await sql()`update phone_numbers set created_at = now() - interval '60 days'`;
    for (let index = 0; index < 10; index += 1) {
      await call('completed');
      office.wait(DAY);
    }
    expect(await reasons()).toEqual([]);
    office.wait(2.5 * DAY);
    expect(await reasons()).toEqual(['no-calls']);
  });
});

describe('sending', () => {
  const begin = async () => {
    await call('failed');
    await call('failed');
  };
  const state = async () =>
    (await sql()`select state, attempts, error from alert_deliveries order by created_at`).map(
      (row) => `${row.state} ${row.attempts} ${row.error}`,
    );

  it('goes on after a crash between sending and noting it, under the same id', async () => {
    await addHook();
    await begin();
    const killed = {
      ...office.deps,
      outbound: async (request: Parameters<typeof office.deps.outbound>[0]) => {
        await office.deps.outbound(request);
        throw new Error('killed');
      },
    };
    office.wait(MINUTE);
    await watchWorkspaces(office.deps);
    await expect(deliverAlerts(killed)).rejects.toThrow('killed');
    expect(await state()).toEqual(['sending 1 null']);
    expect(await deliverAlerts(office.deps)).toBe(0);
    office.wait(HELD);
    expect(await deliverAlerts(office.deps)).toBe(1);
    expect(await state()).toEqual(['sent 2 null']);
    const ids = hook.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await deliverAlerts(office.deps)).toBe(0);
  });

  it('is tried again ever later, and given up on screen', async () => {
    hook.reply = () => ({ status: 500, body: '' });
    await addHook();
    await begin();
    await cron();
    expect(await state()).toEqual(['queued 1 500']);
    await deliverAlerts(office.deps);
    expect(await state()).toEqual(['queued 1 500']);
    for (let minutes = 1; minutes <= 64; minutes *= 2) {
      office.wait(minutes * MINUTE);
      await deliverAlerts(office.deps);
    }
    expect(await state()).toEqual([`failed ${MOST_ATTEMPTS} 500`]);
    expect((await list()).channels[0]?.last).toMatchObject({ state: 'failed', error: '500' });
  });

  it('goes nowhere inside: refused when it is added, and when the name leads there later', async () => {
    for (const [url, reason] of [
      ['https://10.0.0.1/x', 'private'],
      ['https://localhost/x', 'private'],
      ['http://example.com/x', 'not-https'],
      ['nonsense', 'malformed'],
    ]) {
      const refused = await ask('/alerts/channels', {
        workspaceId: owner.workspace,
        kinds: ALL,
        language: 'en',
        type: 'webhook',
        url,
      });
      expect(await refused.json()).toMatchObject({ error: { params: { field: 'url', reason } } });
    }
    await addHook();
    await begin();
    office.wait(MINUTE);
    const inside = createOutbound({ resolve: async () => ['169.254.169.254'] });
    await watchWorkspaces(office.deps);
    await deliverAlerts({ ...office.deps, outbound: inside });
    expect(await state()).toEqual(['failed 1 private']);
    expect(hook.received).toEqual([]);
  });

  it('of mails that are caught on this machine says so', async () => {
    await addMember();
    await begin();
    office.wait(MINUTE);
    await watchWorkspaces(office.deps);
    const caught: string[] = [];
    const email = {
      isCatcher: true,
      deliver: async ({ id, text }: { id: string; text: string }) => {
        caught.push(text);
        return { type: 'sent', id } as const;
      },
      lookUp: async ({ id }: { id: string }) => ({ type: 'sent', id }) as const,
    };
    await deliverAlerts({ ...office.deps, couriers: { ...office.deps.couriers, email } });
    expect(await state()).toEqual(['caught 1 null']);
    expect(caught[0]).toContain('/calls?flow=');
  });
});

describe('channels', () => {
  it('an address is told nothing before it says yes, and stops by its own link', async () => {
    const { id, asked, link } = await addAddress();
    expect([asked, link]).toEqual(['sent', undefined]);
    await call('failed');
    await call('failed');
    await cron();
    expect(mails()).toHaveLength(1);
    const token = /#(\S+)/.exec(mails()[0]?.text ?? '')?.[1] ?? '';
    expect(await ask('/alerts/links', { token: `${token}x`, act: true }, null)).toMatchObject({
      status: 404,
    });
    const follow = async (one: string, act: boolean) =>
      (await (await ask('/alerts/links', { token: one, act }, null)).json()) as LinkAnswer;
    expect(await follow(token, false)).toMatchObject({
      wish: 'confirm',
      state: 'open',
      address: 'accountant@example.com',
    });
    expect((await list()).channels[0]?.isConfirmed).toBe(false);
    expect((await ask(`/alerts/channels/${id}/test`)).status).toBe(404);
    expect(await follow(token, true)).toMatchObject({ state: 'done' });
    expect(await follow(token, true)).toMatchObject({ state: 'done' });
    expect(await (await ask(`/alerts/channels/${id}/test`)).json()).toEqual({ state: 'sent', error: null });
    const stop = /#(stop\S+)/.exec(mails().at(-1)?.text ?? '')?.[1] ?? '';
    expect(await follow(stop, true)).toMatchObject({ wish: 'stop', state: 'done' });
    expect((await list()).channels).toEqual([]);
    expect(await follow(stop, true)).toMatchObject({ state: 'done' });
  });

  it('an address that does not answer is forgotten; asked again, it has a week again', async () => {
    const { id } = await addAddress();
    office.wait(6 * DAY);
    await ask(`/alerts/channels/${id}/again`);
    expect(mails()).toHaveLength(2);
    office.wait(6 * DAY);
    await cron();
    expect((await list()).channels).toHaveLength(1);
    office.wait(2 * DAY);
    await cron();
    expect((await list()).channels).toEqual([]);
  });

  it('are nobody else’s: not a stranger’s, and a viewer only looks', async () => {
    const { id } = await addHook();
    const stranger = await office.hire();
    const viewer = await hireViewer(office, owner);
    expect((await office.ask(stranger, 'GET', `/alerts?workspaceId=${owner.workspace}`)).status).toBe(404);
    for (const [path, body] of [
      [`/alerts/channels/${id}/kinds`, { kinds: [] }],
      [`/alerts/channels/${id}/test`, {}],
      [`/alerts/channels/${id}/remove`, {}],
    ] as const) {
      expect((await ask(path, body, stranger)).status).toBe(404);
      expect((await ask(path, body, viewer)).status).toBe(403);
    }
    const foreign = { type: 'member', workspaceId: owner.workspace, kinds: ALL, language: 'en' };
    expect((await ask('/alerts/channels', { ...foreign, userId: stranger.userId })).status).toBe(404);
    expect((await list(viewer)).channels.map(({ kinds }) => kinds)).toEqual([ALL]);
    expect(hook.received).toEqual([]);
    // What goes on elsewhere is not told here.
    await sql()`insert into flows (workspace_id, name, document) values (${stranger.workspace}, 'Other', '{}')`;
    await cron();
    expect(hook.received).toEqual([]);
  });

  it('of somebody who leaves go, are noted in the log, and are there once', async () => {
    const viewer = await hireViewer(office, owner);
    await add({ type: 'member', userId: viewer.userId });
    const again = await ask('/alerts/channels', {
      workspaceId: owner.workspace,
      type: 'member',
      userId: viewer.userId,
      kinds: ALL,
      language: 'en',
    });
    expect([again.status, await again.json()]).toMatchObject([
      409,
      { error: { params: { field: 'known' } } },
    ]);
    await ask('/people/remove', { workspaceId: owner.workspace, userId: viewer.userId });
    expect((await list()).channels).toEqual([]);
    const log =
      await sql()`select action from activity where action like 'alert-channel%' order by at desc limit 2`;
    expect(log.map(({ action }) => action)).toEqual(['alert-channel-removed', 'alert-channel-added']);
  });

  it('keep their secret under a newer key', async () => {
    const { secret, id } = await addHook();
    const keys = `new:${Buffer.alloc(32, 7).toString('base64')},${office.stack.secrets.encryptionKeys}`;
    const sealer = createSealer(keys);
    const { service } = office.deps;
    expect(await resealChannels({ service, sealer }, 10)).toBe(1);
    expect(await resealChannels({ service, sealer }, 10)).toBe(0);
    const [row] = await sql()`select sealed_secret, key_id from alert_channels where id = ${id}`;
    expect(row?.key_id).toBe('new');
    expect(await sealer.open(row?.sealed_secret as string, ['alert-channel', owner.workspace, id])).toBe(
      secret,
    );
  });
});

it('goes with its workspace', async () => {
  await addHook();
  await call('failed');
  await call('failed');
  await cron();
  await sql()`update workspaces set closed_at = now() where id = ${owner.workspace}`;
  await sql()`delete from workspaces where id = ${owner.workspace}`;
  const [left] = await sql()`select (select count(*) from alerts) + (select count(*) from alert_channels)
    + (select count(*) from alert_deliveries) + (select count(*) from private.alert_checks where workspace_id = ${owner.workspace}) as rows`;
  expect(Number(left?.rows)).toBe(0);
});
