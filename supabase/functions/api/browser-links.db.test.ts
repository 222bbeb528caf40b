/** Browser links through the Edge Functions, on a real database and the Vapi sandbox's rooms. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BROWSER_CALLER } from '../../../src/publish/browser-caller.ts';
import { browserLink } from '../../../src/publish/browser-link-wire.ts';
import { type LinkCallAnswer, linkCallAnswer, linkOffer } from '../../../src/publish/browser-talk-wire.ts';
import type { DeploymentAnswer } from '../../../src/publish/wire.ts';
import { codeOf } from '../../tests/functions/code-of.ts';
import {
  drawFlow,
  getNumber,
  hireViewer,
  type Office,
  openOffice,
  publishFlow,
  restaurantReservation,
  type Worker,
} from '../../tests/functions/office.ts';
import { LINK_BOUNDS, networkOf } from '../_shared/browser-links.ts';
import { handle } from './handler.ts';

let office: Office;
let owner: Worker;
let flowId: string;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
afterEach(() => {
  office.interceptVapi(null);
  office.interceptWebhooks(null);
});
beforeEach(async () => {
  owner = await office.hire();
  flowId = await drawFlow(owner);
});

const json = async (response: Promise<Response>): Promise<unknown> => (await response).json();

async function change(wanted: 'on' | 'off' | 'renew', worker = owner): Promise<string> {
  const answer = (await json(office.ask(worker, 'POST', '/links', { flowId, change: wanted }))) as {
    token: string;
  };
  return answer.token;
}

const offer = async (token: string) =>
  linkOffer.parse(await json(office.ask(null, 'POST', '/links/read', { token })));

/** As a visitor of some address. */
async function talk(token: string, from = '203.0.113.7'): Promise<LinkCallAnswer> {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': from };
  const request = new Request('http://app.test/api/links/talk', {
    method: 'POST',
    headers,
    body: JSON.stringify({ token }),
  });
  return linkCallAnswer.parse(await json(handle(request, office.deps)));
}

async function begin(token: string, from?: string) {
  const answer = await talk(token, from);
  if (answer.outcome !== 'begun') throw new Error(answer.reason);
  return answer;
}

async function inRoom(
  { webCallUrl }: { webCallUrl: string },
  doing: 'join' | 'leave' | 'messages',
  body: object = {},
) {
  const { pathname } = new URL(webCallUrl);
  return office.line(`${pathname.replace('/sandbox/line', '')}/${doing}`, body);
}

/** On the link alone, as the browser does. */
async function publishOnLink(revision = 1): Promise<DeploymentAnswer> {
  const started = await office.ask(owner, 'POST', '/links/publish', { flowId, revision });
  if (!started.ok) throw new Error(await started.text());
  let deployment = (await started.json()) as DeploymentAnswer;
  for (let round = 0; deployment.state === 'running' && round < 20; round++)
    deployment = (await json(
      office.ask(owner, 'POST', `/publications/${deployment.id}/advance`),
    )) as DeploymentAnswer;
  return deployment;
}

async function redraw(document: unknown) {
  await office.stack
    .sql`update flows set document = ${JSON.stringify(document)}::text::jsonb, revision = 2 where id = ${flowId}`;
}

const linkOf = async (worker = owner) => {
  const all = (await json(office.ask(worker, 'GET', `/links?workspaceId=${owner.workspace}`))) as unknown[];
  return all.map((one) => browserLink.parse(one)).find((one) => one.flowId === flowId);
};
const callsHere = () =>
  office.stack.sql`select caller, phone_number_id, deployment_id, status, outcome from calls
    where workspace_id = ${owner.workspace} order by created_at`;

describe('switching it', () => {
  it('is off at first, is switched on, renewed and off again, and the log says so', async () => {
    expect(await linkOf()).toMatchObject({ isOn: false, token: null, version: null });
    const token = await change('on');
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await change('on')).toBe(token);
    expect(await offer(token)).toMatchObject({ state: 'not-published' });
    const renewed = await change('renew');
    expect(renewed).not.toBe(token);
    expect(await offer(token)).toMatchObject({ state: 'closed', workspace: '' });
    expect(await change('off')).toBe(renewed);
    expect(await offer(renewed)).toMatchObject({ state: 'closed', workspace: '' });
    expect(await talk(renewed)).toMatchObject({ outcome: 'refused', reason: 'closed' });
    const log = await office.stack.sql`select action from activity
      where workspace_id = ${owner.workspace} and action like 'link-%' order by at`;
    expect(log.map(({ action }) => action)).toEqual(['link-on', 'link-renewed', 'link-off']);
  });

  it('is for those who may change; others are not told the address', async () => {
    const token = await change('on');
    const viewer = await hireViewer(office, owner);
    const stranger = await office.hire();
    const asked = (worker: Worker) => office.ask(worker, 'POST', '/links', { flowId, change: 'off' });
    expect(await codeOf(await asked(viewer))).toBe('403 not-allowed');
    expect(await codeOf(await asked(stranger))).toBe('404 not-found');
    expect(await linkOf(viewer)).toMatchObject({ isOn: true, token: null });
    expect(await linkOf()).toMatchObject({ isOn: true, token });
  });
});

describe('what it answers with', () => {
  it('is published on the link alone: the same resources, no number, and reused on a number later', async () => {
    const patched: string[] = [];
    office.interceptVapi((request, pass) => {
      if (request.method === 'PATCH') patched.push(new URL(request.url).pathname);
      return pass();
    });
    expect(await publishOnLink()).toMatchObject({
      state: 'live',
      version: 1,
      steps: expect.not.arrayContaining([expect.objectContaining({ kind: 'switch-number' })]),
    });
    expect(patched).toEqual([]);
    const token = await change('on');
    expect(await offer(token)).toMatchObject({ state: 'open', language: 'en', sandbox: true });
    expect(await linkOf()).toMatchObject({ version: 1, byItself: true });
    const number = await getNumber(office, owner);
    await publishFlow(office, owner, flowId, number.id);
    const made = await office.stack
      .sql`select count(*)::int from vapi_resources where workspace_id = ${owner.workspace}`;
    expect(made[0]?.count).toBe(1);
  });

  it('names what was published last, and what it uses is not cleared away', async () => {
    await publishOnLink();
    const token = await change('on');
    await redraw(restaurantReservation('fr'));
    expect(await publishOnLink(2)).toMatchObject({ state: 'live', version: 2 });
    expect(await offer(token)).toMatchObject({ state: 'open', language: 'fr' });
    expect(await linkOf()).toMatchObject({ version: 2 });
    const states = await office.stack.sql`select state, count(*)::int from deployments
      where flow_id = ${flowId} group by 1 order by 1`;
    expect(states.map(({ state, count }) => [state, count])).toEqual([
      ['live', 1],
      ['superseded', 1],
    ]);
    for (let minute = 0; minute < 130; minute += 5) office.wait(5 * 60_000);
    await office.cron();
    const [gone] = await office.stack.sql`select count(*)::int from vapi_resources r
      join deployment_steps s on s.vapi_id = r.vapi_id join deployments d on d.id = s.deployment_id
      where d.flow_id = ${flowId} and d.state = 'live' and r.state <> 'live'`;
    expect(gone?.count).toBe(0);
    expect(await talk(token)).toMatchObject({ outcome: 'begun', language: 'fr' });
  });

  it('goes with its flow, and then what answered it drains', async () => {
    await publishOnLink();
    const { error } = await owner.client.from('flows').delete().eq('id', flowId);
    expect(error).toBeNull();
    const [resource] = await office.stack
      .sql`select state from vapi_resources where workspace_id = ${owner.workspace}`;
    expect(resource?.state).toBe('draining');
  });
});

describe('talking', () => {
  let token: string;
  beforeEach(async () => {
    await publishOnLink();
    token = await change('on');
  });

  it('gives the browser the room and nothing else, and asks Vapi for what is in service', async () => {
    const sent: Record<string, unknown>[] = [];
    office.interceptVapi(async (request, pass) => {
      if (new URL(request.url).pathname === '/call/web') sent.push(await request.clone().json());
      return pass();
    });
    const answer = await begin(token);
    expect(Object.keys(answer).sort()).toEqual([
      'id',
      'language',
      'outcome',
      'sandbox',
      'seconds',
      'webCallUrl',
    ]);
    expect(JSON.stringify(answer)).not.toContain(office.stack.secrets.vapiApiKey);
    expect(JSON.stringify(answer)).not.toMatch(/monitor|controlUrl|listenUrl/);
    expect(sent).toEqual([
      {
        assistantId: expect.any(String),
        assistantOverrides: {
          maxDurationSeconds: answer.seconds,
          clientMessages: ['hang', 'speech-update', 'status-update', 'transcript'],
        },
        roomDeleteOnUserLeaveEnabled: true,
      },
    ]);
    expect(answer.seconds).toBeLessThanOrEqual(LINK_BOUNDS.secondsPerCall);
  });

  it('is a call of the workspace: by the browser link, with its steps, and counted', async () => {
    const call = await begin(token);
    const { said } = await inRoom(call, 'join');
    expect(said.join(' ')).toMatch(/assistant/i);
    await inRoom(call, 'messages', { type: 'add-message', message: { role: 'user', content: 'Monday' } });
    await inRoom(call, 'leave');
    expect(await callsHere()).toMatchObject([
      { caller: BROWSER_CALLER, phone_number_id: null, status: 'ended', outcome: 'caller-hung-up' },
    ]);
    const [usage] = await office.stack.sql`select calls from usage where workspace_id = ${owner.workspace}`;
    expect(usage?.calls).toBe(1);
  });

  it('says browser link also where a number answers with the very same resources', async () => {
    const number = await getNumber(office, owner);
    await publishFlow(office, owner, flowId, number.id);
    const call = await begin(token);
    await inRoom(call, 'join');
    await inRoom(call, 'leave');
    expect(await callsHere()).toMatchObject([
      { caller: BROWSER_CALLER, phone_number_id: null, status: 'ended' },
    ]);
  });

  it('fetches what no webhook told', async () => {
    office.interceptWebhooks(async () => Response.json({}));
    const call = await begin(token);
    await inRoom(call, 'join');
    await inRoom(call, 'leave');
    expect(await callsHere()).toEqual([]);
    office.interceptWebhooks(null);
    office.wait((LINK_BOUNDS.secondsPerCall + 180) * 1000);
    await office.cron();
    expect(await callsHere()).toMatchObject([{ caller: BROWSER_CALLER, status: 'ended' }]);
    const [row] = await office.stack.sql`select settled_at from link_calls where id = ${call.id}`;
    expect(row?.settled_at).not.toBeNull();
  });

  it('takes no more at once, an hour, and from one visitor than it may; others are still heard', async () => {
    for (let index = 0; index < LINK_BOUNDS.atOnce; index++) await begin(token, `203.0.113.${index}`);
    expect(await talk(token)).toMatchObject({ outcome: 'refused', reason: 'too-many-at-once' });
    const over = () =>
      office.stack.sql`update link_calls set settled_at = now() where workspace_id = ${owner.workspace}`;
    await over();
    for (let index = 0; index < LINK_BOUNDS.visitorHour; index++) {
      await begin(token, '198.51.100.9');
      await over();
    }
    expect(await talk(token, '198.51.100.9')).toMatchObject({ outcome: 'refused', reason: 'too-many' });
    await begin(token, '198.51.100.10');
    office.wait(61 * 60_000);
    await begin(token, '198.51.100.9');
  });

  it('keeps no address of anybody, and forgets by whom it was', async () => {
    const call = await begin(token, '203.0.113.77');
    const [row] = await office.stack
      .sql`select visitor, to_jsonb(c)::text as whole from link_calls c where id = ${call.id}`;
    expect(row?.visitor).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.whole).not.toContain('203.0.113');
    office.wait(3 * 24 * 60 * 60_000);
    await office.cron();
    const [later] = await office.stack.sql`select visitor from link_calls where id = ${call.id}`;
    expect(later?.visitor).toBeNull();
    const salts = await office.stack.sql`select day from private.visitor_salts`;
    expect(salts.length).toBeLessThanOrEqual(2);
  });

  it('says the owner’s words past the limit of the month', async () => {
    const limit = {
      workspaceId: owner.workspace,
      unit: 'minutes',
      most: 1,
      language: 'en',
      message: 'Back in January.',
      transferTo: null,
    };
    await office.ask(owner, 'POST', '/usage/limit', limit);
    const month = new Date(office.deps.clock.now()).toISOString().slice(0, 7);
    await office.stack
      .sql`insert into usage (workspace_id, month, seconds) values (${owner.workspace}, ${`${month}-01`}, 90)`;
    expect(await offer(token)).toMatchObject({ state: 'past-limit', message: 'Back in January.' });
    expect(await talk(token)).toEqual({
      outcome: 'refused',
      reason: 'past-limit',
      message: 'Back in January.',
    });
  });

  it('tells when Vapi does not take the call, and holds no place for it', async () => {
    office.interceptVapi(async (request, pass) =>
      new URL(request.url).pathname === '/call/web'
        ? Response.json({ message: 'no' }, { status: 400 })
        : pass(),
    );
    expect(await talk(token)).toMatchObject({ outcome: 'refused', reason: 'unavailable' });
    const [open] = await office.stack.sql`select count(*)::int from link_calls
      where workspace_id = ${owner.workspace} and settled_at is null`;
    expect(open?.count).toBe(0);
  });

  it('goes with an erased call: nothing of it is left in what was granted', async () => {
    const call = await begin(token);
    await inRoom(call, 'join');
    await inRoom(call, 'leave');
    await office.stack.sql`delete from calls where workspace_id = ${owner.workspace}`;
    const [row] = await office.stack.sql`select vapi_id, visitor from link_calls where id = ${call.id}`;
    expect(row).toEqual({ vapi_id: null, visitor: null });
  });
});

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['nonsense', ''],
  ['', ''],
])('takes %j for the network %j', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it('a flow of squads ends by itself after the granted seconds', async () => {
  flowId = await drawFlow(owner, restaurantReservation());
  await publishOnLink();
  const token = await change('on');
  const sent: { squadId?: string; squadOverrides?: { maxDurationSeconds?: number } }[] = [];
  office.interceptVapi(async (request, pass) => {
    if (new URL(request.url).pathname === '/call/web') sent.push(await request.clone().json());
    return pass();
  });
  const { seconds } = await begin(token);
  expect(sent[0]?.squadOverrides?.maxDurationSeconds).toBe(seconds);
});
