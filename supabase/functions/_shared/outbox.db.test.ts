/** Messages through real providers' addresses, played by servers of this machine, with a real table behind. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, type Worker } from '../../tests/functions/office.ts';
import { type OtherSystem, openOtherSystem } from '../../tests/functions/other-system.ts';
import { createDeps, type Deps } from './deps.ts';
import { deliverOpen, forgetRehearsed, type Outgoing, sendOff } from './outbox.ts';

let office: Office;
let owner: Worker;
let twilio: OtherSystem;
let resend: OtherSystem;
let flow: string;
let deps: Deps;

const KEYS: Readonly<Record<string, string>> = {
  TWILIO_ACCOUNT_SID: 'AC1',
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_FROM: '+33757000000',
  RESEND_API_KEY: 're_1',
  EMAIL_FROM: 'AlloKoli <hello@example.com>',
};
const MINUTE = 60_000;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  twilio = await openOtherSystem();
  resend = await openOtherSystem();
  office.localHost('api.twilio.com', twilio.port);
  office.localHost('api.resend.com', resend.port);
  const [row] = await office.stack.sql`
    insert into flows (workspace_id, name, document) values (${owner.workspace}, 'Flow', '{}') returning id`;
  flow = row?.id;
  deps = createDeps((name) => ({ ...office.environment, ...KEYS })[name], {
    fetch: office.stack.fetch,
    outbound: office.deps.outbound,
    clock: office.deps.clock,
    log: () => {},
  });
});
afterAll(async () => {
  twilio.close();
  resend.close();
  await office.close();
});
beforeEach(async () => {
  await office.stack.sql`delete from messages`;
  for (const system of [twilio, resend]) {
    system.received = [];
    system.reply = () => ({ status: 201, body: '{"sid":"SM1","id":"re-1"}' });
  }
});

const message = (rest: Partial<Outgoing> = {}): Outgoing => ({
  workspace: owner.workspace,
  flow,
  call: 'call-1',
  node: 'send',
  channel: 'sms',
  recipient: '+33612345678',
  subject: '',
  text: 'À jeudi !',
  ...rest,
});
const email = (): Outgoing => message({ channel: 'email', recipient: 'zoe@example.com', subject: 'Jeudi' });
const stored = async () => {
  const [row] = await office.stack.sql`select state, attempts, provider_id, error from messages`;
  return row;
};
const goOn = (minutes: number) => {
  office.wait(minutes * MINUTE);
  return deliverOpen(deps, 10, 2_000);
};

describe('a provider that answers', () => {
  it('gets an SMS as Twilio has it', async () => {
    expect(await sendOff(deps, message(), 2_000)).toBe(true);
    const [request] = twilio.received;
    expect(request).toMatchObject({ method: 'POST', url: '/2010-04-01/Accounts/AC1/Messages.json' });
    expect(request?.headers.authorization).toBe(`Basic ${btoa('AC1:token')}`);
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      To: '+33612345678',
      From: '+33757000000',
      Body: 'À jeudi !',
    });
    expect(await stored()).toMatchObject({ state: 'sent', provider_id: 'SM1', attempts: 1 });
    expect(await goOn(10)).toBe(0);
    expect(twilio.received).toHaveLength(1);
  });

  it('gets an e-mail as Resend has it, under a key of its own', async () => {
    expect(await sendOff(deps, email(), 2_000)).toBe(true);
    const [request] = resend.received;
    expect(request).toMatchObject({ method: 'POST', url: '/emails' });
    expect(request?.headers.authorization).toBe('Bearer re_1');
    expect(request?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.parse(request?.body ?? '')).toEqual({
      from: 'AlloKoli <hello@example.com>',
      to: ['zoe@example.com'],
      subject: 'Jeudi',
      text: 'À jeudi !',
    });
    expect(await stored()).toMatchObject({ state: 'sent', provider_id: 're-1' });
  });

  it('and refuses is not asked again', async () => {
    twilio.reply = () => ({ status: 400, body: '{"code":21614}' });
    expect(await sendOff(deps, message(), 2_000)).toBe(false);
    expect(await stored()).toMatchObject({ state: 'failed', error: '400 21614' });
    expect(await goOn(10)).toBe(0);
  });

  it('and has too much to do is asked again later', async () => {
    twilio.reply = () => ({ status: 429, body: '{}' });
    expect(await sendOff(deps, message(), 2_000)).toBe(false);
    expect(await stored()).toMatchObject({ state: 'queued' });
    expect(await goOn(0.2)).toBe(0);
    twilio.reply = () => ({ status: 201, body: '{"sid":"SM2"}' });
    expect(await goOn(2)).toBe(1);
    expect(await stored()).toMatchObject({ state: 'sent', attempts: 2 });
  });
});

describe('an attempt of which nobody knows the end', () => {
  const listed = (messages: object[]) => () =>
    twilio.received.at(-1)?.method === 'GET'
      ? { status: 200, body: JSON.stringify({ messages }) }
      : { status: 201, body: '{"sid":"SM3"}' };
  const posts = () => twilio.received.filter(({ method }) => method === 'POST').length;

  it('is looked for, and an SMS that was taken is not sent again', async () => {
    twilio.reply = () => ({ status: 500, body: '' });
    expect(await sendOff(deps, message(), 2_000)).toBe(false);
    expect(await stored()).toMatchObject({ state: 'sending' });
    expect(await goOn(1)).toBe(0);
    const created = new Date(office.deps.clock.now()).toUTCString();
    twilio.reply = listed([{ sid: 'SM9', body: 'À jeudi !', date_created: created }]);
    expect(await goOn(2)).toBe(1);
    expect(await stored()).toMatchObject({ state: 'sent', provider_id: 'SM9' });
    expect(posts()).toBe(1);
  });

  it('and that was not taken is made again, by one of two who find it', async () => {
    twilio.reply = () => ({ status: 500, body: '' });
    await sendOff(deps, message(), 2_000);
    const old = new Date(office.deps.clock.now() - 60 * MINUTE).toUTCString();
    twilio.reply = listed([
      { sid: 'SM8', body: 'À jeudi !', date_created: old },
      { sid: 'SM7', body: 'Another', date_created: new Date(office.deps.clock.now()).toUTCString() },
    ]);
    office.wait(3 * MINUTE);
    const done = await Promise.all([deliverOpen(deps, 10, 2_000), deliverOpen(deps, 10, 2_000)]);
    expect(done.sort()).toEqual([0, 1]);
    expect(posts()).toBe(2);
    expect(await stored()).toMatchObject({ state: 'sent', provider_id: 'SM3', attempts: 2 });
  });

  it('while the provider does not say is left alone, and given up when it is of no use any more', async () => {
    twilio.reply = () => ({ status: 503, body: '' });
    await sendOff(deps, message(), 2_000);
    expect(await goOn(3)).toBe(1);
    expect(posts()).toBe(1);
    expect(await stored()).toMatchObject({ state: 'sending' });
    expect(await goOn(400)).toBe(1);
    expect(await stored()).toMatchObject({ state: 'failed', error: 'too-late' });
    expect(posts()).toBe(1);
  });

  it('is made again with the same key where the provider knows one', async () => {
    resend.reply = () => ({ status: 502, body: '' });
    expect(await sendOff(deps, email(), 2_000)).toBe(false);
    resend.reply = () => ({ status: 200, body: '{"id":"re-2"}' });
    expect(await goOn(3)).toBe(1);
    const keys = resend.received.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(await stored()).toMatchObject({ state: 'sent', provider_id: 're-2' });
  });
});

it('is caught on a local stack, and goes nowhere where nobody carries it', async () => {
  expect(await sendOff(office.deps, message(), 2_000)).toBe(true);
  expect(await stored()).toMatchObject({ state: 'caught' });
  await office.stack.sql`delete from messages`;
  const nobody = { ...deps, couriers: { sms: null, email: null } };
  expect(await sendOff(nobody, message(), 2_000)).toBe(false);
  expect(await stored()).toBeUndefined();
  expect([...twilio.received, ...resend.received]).toEqual([]);
});

it('of a rehearsal is kept to be read, and not sent', async () => {
  expect(await sendOff(deps, message({ call: '', recipient: '' }), 2_000)).toBe(true);
  expect(await stored()).toMatchObject({ state: 'rehearsed' });
  expect(await goOn(60)).toBe(0);
  expect(twilio.received).toEqual([]);
  expect(await forgetRehearsed(deps)).toBe(0);
  office.wait(24 * 60 * MINUTE);
  expect(await forgetRehearsed(deps)).toBe(1);
});
