/** Numbers that are brought along and given back, through the Edge Function `api`, on a real database and the Vapi sandbox. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { numberAnswer } from '../../../src/publish/wire.ts';
import {
  drawFlow,
  getNumber,
  type Office,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';

const ACCOUNTS = {
  twilio: { provider: 'twilio', accountSid: `AC${'ab'.repeat(16)}`, authToken: 'cd'.repeat(16) },
  telnyx: { provider: 'telnyx', apiKey: 'KEY0123456789_secret' },
  vonage: { provider: 'vonage', apiKey: 'ab12cd34', apiSecret: 'a-vonage-secret' },
  sip: {
    provider: 'sip',
    address: '203.0.113.7',
    login: { user: 'office', password: 'a-sip-password' },
    leadingPlus: true,
  },
} as const;
const SECRETS = [
  ACCOUNTS.twilio.authToken,
  ACCOUNTS.telnyx.apiKey,
  ACCOUNTS.vonage.apiSecret,
  'a-sip-password',
];

let office: Office;
let worker: Worker;
let digits = 5300;

beforeAll(async () => {
  office = await openOffice();
});
beforeEach(async () => {
  worker = await office.hire();
  digits += 1;
});
afterEach(() => {
  office.interceptVapi(null);
  office.interceptWebhooks(null);
});
afterAll(() => office.close());

const number = () => `+3314268${digits}`;
const bring = (account: object, more: object = {}) =>
  office.ask(worker, 'POST', '/numbers/import', {
    workspaceId: worker.workspace,
    number: number(),
    label: 'Front desk',
    account,
    ...more,
  });
const reasonOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string; params: { reason?: string } } }).error;
const atVapi = async () => {
  const numbers = await office.deps.vapi!.listPhoneNumbers({ limit: 1000 });
  const credentials = await office.deps.vapi!.listCredentials();
  if (!numbers.ok || !credentials.ok) throw new Error('no list');
  return {
    numbers: numbers.value.filter((one) => one.number === number()).length,
    credentials: credentials.value.length,
  };
};

describe('a number of one’s own', () => {
  it.each(Object.keys(ACCOUNTS) as (keyof typeof ACCOUNTS)[])(
    'of %s rings at Vapi from then on, and what opens the account stays nowhere here',
    async (provider) => {
      const before = await atVapi();
      const response = await bring(ACCOUNTS[provider]);
      const text = await response.text();
      const told = numberAnswer.parse(JSON.parse(text));
      expect(told).toMatchObject({ number: number(), label: 'Front desk', state: 'active' });
      expect(await atVapi()).toEqual({
        numbers: 1,
        credentials: before.credentials + (provider === 'twilio' ? 0 : 1),
      });
      const [kept] = await office.stack.sql`select * from phone_numbers where id = ${told.id}`;
      const rows = JSON.stringify([
        kept,
        await office.stack.sql`select * from number_imports`,
        office.log,
        text,
      ]);
      for (const secret of SECRETS) expect(rows).not.toContain(secret);
      expect(await office.stack.sql`select from number_imports`).toHaveLength(0);
    },
  );

  it.each([
    ['twilio', { ...ACCOUNTS.twilio, authToken: '0'.repeat(32) }, 'credentials'],
    ['telnyx', { ...ACCOUNTS.telnyx, apiKey: 'KEY_this_is_wrong' }, 'credentials'],
    ['vonage', { ...ACCOUNTS.vonage, apiSecret: 'wrong-secret' }, 'credentials'],
  ])('is not taken with wrong keys of %s, and nothing stays', async (_provider, account, reason) => {
    const before = await atVapi();
    expect(await reasonOf(await bring(account))).toMatchObject({ code: 'vapi-refused', params: { reason } });
    expect(await atVapi()).toEqual(before);
    expect(await office.stack.sql`select from number_imports`).toHaveLength(0);
  });

  it('that is not in the account takes its credential with it', async () => {
    const before = await atVapi();
    const refused = await bring(ACCOUNTS.telnyx, { number: '+33142680404' });
    expect(await reasonOf(refused)).toMatchObject({ params: { reason: 'not-in-account' } });
    expect((await atVapi()).credentials).toBe(before.credentials);
  });

  it('is refused before anything is sent when it is none, or the account cannot be one', async () => {
    const asked: string[] = [];
    office.interceptVapi((request, pass) => {
      asked.push(request.url);
      return pass();
    });
    const wrong = [
      bring(ACCOUNTS.twilio, { number: '+33012345678' }),
      bring({ ...ACCOUNTS.twilio, accountSid: 'SK123' }),
      bring({ ...ACCOUNTS.sip, address: '192.168.1.4' }),
      bring({ ...ACCOUNTS.sip, address: 'sip.example.com' }),
    ];
    for (const each of wrong) expect((await each).status).toBe(400);
    office.interceptVapi(null);
    expect(asked).toEqual([]);
  });

  it('is there once', async () => {
    await bring(ACCOUNTS.twilio);
    expect(await reasonOf(await bring(ACCOUNTS.twilio))).toMatchObject({
      code: 'number-busy',
      params: { reason: 'known' },
    });
  });

  it.each(['/credential', '/phone-number'])('whose %s lost its answer is adopted', async (path) => {
    const before = await atVapi();
    office.interceptVapi(async (request, pass) => {
      const response = await pass();
      const isLost = request.method === 'POST' && new URL(request.url).pathname === path;
      return isLost ? new Response('', { status: 502 }) : response;
    });
    const response = await bring(ACCOUNTS.vonage);
    office.interceptVapi(null);
    expect(response.status).toBe(200);
    expect(await atVapi()).toEqual({ numbers: 1, credentials: before.credentials + 1 });
  });

  it('that got half-way is undone, or kept, by the repairs', async () => {
    const before = await atVapi();
    // Nothing comes through any more once the credential is made.
    let isDown = false;
    office.interceptVapi(async (_request, pass) => {
      if (isDown) return new Response('', { status: 503 });
      isDown = true;
      return pass();
    });
    expect((await bring(ACCOUNTS.telnyx)).status).toBe(502);
    office.interceptVapi(null);
    expect((await atVapi()).credentials).toBe(before.credentials + 1);
    expect(await reasonOf(await bring(ACCOUNTS.telnyx))).toMatchObject({ params: { reason: 'open' } });
    office.wait(3 * 60_000);
    await office.cron();
    expect(await atVapi()).toEqual(before);
    expect(await office.stack.sql`select from number_imports`).toHaveLength(0);

    // The number was made, and the function was cut before it could write that down.
    office.interceptVapi(async (request, pass) => {
      const response = await pass();
      const isNumber = new URL(request.url).pathname === '/phone-number';
      return isNumber ? new Response('', { status: 502 }) : response;
    });
    await bring(ACCOUNTS.telnyx);
    office.interceptVapi(null);
    office.wait(3 * 60_000);
    await office.cron();
    const { data } = await worker.client.from('phone_numbers').select('number, label, credential_id');
    expect(data).toEqual([
      { number: number(), label: 'Front desk', credential_id: expect.stringMatching(/.+/) },
    ]);
  });
});

describe('a free number', () => {
  it('is of the area wished for, or the reason is told', async () => {
    const ask = (areaCode: string) =>
      office.ask(worker, 'POST', '/numbers/free', { workspaceId: worker.workspace, label: '', areaCode });
    const given = numberAnswer.parse(await (await ask('212')).json());
    expect(given.number).toMatch(/^\+1212/);
    expect(given.state).toBe('activating');
    expect(await reasonOf(await ask('911'))).toMatchObject({ params: { reason: 'area' } });
    expect((await ask('099')).status).toBe(400);
  });
});

describe('a number that is given back', () => {
  it('answers for a while, can be kept, and then is gone here and at Vapi with its credential', async () => {
    const before = await atVapi();
    const { id } = numberAnswer.parse(await (await bring(ACCOUNTS.sip)).json());
    const flow = await drawFlow(worker);
    expect((await publishFlow(office, worker, flow, id)).state).toBe('live');
    const change = (what: string) => office.ask(worker, 'POST', `/numbers/${id}/${what}`);
    expect((await change('remove')).status).toBe(200);
    expect((await change('keep')).status).toBe(200);
    office.wait(11 * 60_000);
    await office.cron();
    expect((await atVapi()).numbers).toBe(1);

    await change('remove');
    office.wait(11 * 60_000);
    await office.cron();
    expect(await atVapi()).toEqual({ numbers: 0, credentials: before.credentials });
    expect((await worker.client.from('phone_numbers').select('id')).data).toEqual([]);
    expect((await change('keep')).status).toBe(404);
    const notes = await office.stack
      .sql`select action from activity where workspace_id = ${worker.workspace}`;
    expect(notes.map(({ action }) => action)).toContain('number-removed');
    // The flow is free to be deleted, and the number to be brought along again.
    expect((await worker.client.from('flows').delete().eq('id', flow)).error).toBeNull();
    expect((await bring(ACCOUNTS.sip)).status).toBe(200);
  });

  it('is kept by whoever publishes on it', async () => {
    const { id } = await getNumber(office, worker);
    await office.ask(worker, 'POST', `/numbers/${id}/remove`);
    await publishFlow(office, worker, await drawFlow(worker), id);
    office.wait(11 * 60_000);
    await office.cron();
    expect((await worker.client.from('phone_numbers').select('id, removal_due_at')).data).toEqual([
      { id, removal_due_at: null },
    ]);
  });

  it('goes once Vapi answers again', async () => {
    const { id } = await getNumber(office, worker);
    await office.ask(worker, 'POST', `/numbers/${id}/remove`);
    office.wait(11 * 60_000);
    office.interceptVapi(async (request, pass) =>
      request.method === 'DELETE' ? new Response('', { status: 503 }) : pass(),
    );
    await office.cron();
    office.interceptVapi(null);
    expect((await worker.client.from('phone_numbers').select('id')).data).toHaveLength(1);
    expect((await office.ask(worker, 'POST', `/numbers/${id}/keep`)).status).toBe(409);
    office.wait(3 * 60_000);
    await office.cron();
    expect((await worker.client.from('phone_numbers').select('id')).data).toHaveLength(0);
  });
});

describe('a number that is forwarded', () => {
  const forward = (id: string, more: object = {}) =>
    office.ask(worker, 'POST', `/numbers/${id}/forwardings`, {
      ownNumber: '+33612345678',
      operator: 'orange',
      line: 'mobile',
      mode: 'unavailable',
      seconds: 20,
      ...more,
    });
  const look = async (id: string) =>
    (
      (await (await office.ask(worker, 'POST', `/forwardings/${id}/look`)).json()) as {
        arrivedAt: string | null;
      }
    ).arrivedAt;

  it.each(['webhooks', 'no news'])('is proved by the first call that arrives, with %s', async (news) => {
    const own = await getNumber(office, worker);
    const flow = await drawFlow(worker);
    await publishFlow(office, worker, flow, own.id);
    const { id } = (await (await forward(own.id)).json()) as { id: string };
    await office.line('/calls', { to: own.number, from: '+33639980042' });
    office.wait(60_000);
    await office.ask(worker, 'POST', `/forwardings/${id}/test`);
    expect(await look(id)).toBeNull();
    if (news === 'no news') office.interceptWebhooks(async () => Response.json({}));
    office.wait(1000);
    await office.line('/calls', { to: own.number, from: '+33639980042' });
    office.interceptWebhooks(null);
    const arrived = await look(id);
    expect(arrived).not.toBeNull();
    const { data } = await worker.client.from('forwardings').select('verified_at, tested_from').single();
    expect(data).toEqual({ verified_at: arrived, tested_from: null });
    // Another way of forwarding has to be proved again.
    await forward(own.id, { mode: 'always', seconds: null });
    const { data: changed } = await worker.client.from('forwardings').select('mode, verified_at').single();
    expect(changed).toEqual({ mode: 'always', verified_at: null });
    expect((await office.ask(worker, 'POST', `/forwardings/${id}/remove`)).status).toBe(200);
  });

  it('is another one, and one that exists', async () => {
    const own = await getNumber(office, worker);
    for (const ownNumber of [own.number, '+33012345678'])
      expect((await forward(own.id, { ownNumber })).status).toBe(400);
  });
});
