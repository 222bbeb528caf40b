/**
 * No secret leaves the functions (T5): every secret of an installation and of a workspace is a canary, a whole life is played
 * with them, and whatever a browser, a log, an export or a build could carry out is searched. Each place is then shown to be
 * one where a leak would have been found.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { FlowDocument } from '../../../src/flow/document.ts';
import { drawFlow as draw } from '../../../src/kinds/testing/play-flow.ts';
import { personCsv } from '../../../src/pages/privacy/person-csv.ts';
import type { DeploymentAnswer, NumberAnswer } from '../../../src/publish/wire.ts';
import { personExport } from '../../../src/publish/wire.ts';
import { createSandbox, type Sandbox } from '../../../src/vapi/sandbox/sandbox.ts';
import { handle as handleApi } from '../../functions/api/handler.ts';
import { handle as handleCalendar } from '../../functions/calendar/handler.ts';
import { PROJECT_ROOT } from '../../local/settings.ts';
import { hireViewer, type Office, ORIGIN, openOffice, type Worker } from '../functions/office.ts';
import { type OtherSystem, openOtherSystem } from '../functions/other-system.ts';
import { TABLES } from '../rls/matrix.ts';
import { ACCOUNTS, KEPT_NOWHERE, numberOf, VISITORS, wholeDatabase } from './kept-nowhere.ts';
import { type Canary, findCanaries } from './search.ts';

const HOST = 'crm.example.com';
const CALLER = '+33612345678';
const random = (mark: string) => `${mark}${randomBytes(20).toString('hex')}`;
/** Of the workspace: typed in by its owner. */
const KEY = random('vk-');
const FIRST = { credentialId: 'a7c0c9b0-5d53-4f0e-9a58-3f0a5d1c2b11', secret: random('ws-') };
const SECOND = { credentialId: 'b8d1d0c1-5d53-4f0e-9a58-3f0a5d1c2b22', secret: random('ws-') };
const CONNECTION = `Bearer ${random('crm-')}`;
/** Of the installation: set by whoever runs it. */
const COURIERS = {
  TWILIO_ACCOUNT_SID: random('AC'),
  TWILIO_API_KEY: random('SK'),
  TWILIO_API_SECRET: random('tw-'),
  TWILIO_FROM: '+33757000000',
  RESEND_API_KEY: random('re_'),
  EMAIL_FROM: 'AlloKoli <hello@example.com>',
};
const PUBLIC = ['TWILIO_FROM', 'EMAIL_FROM'];

let office: Office;
let owner: Worker;
let own: Sandbox;
let others: OtherSystem[];
let canaries: Canary[];
let folder: string;
/** Everything that was answered, with its headers. */
const answers: string[] = [];
const printed: unknown[] = [];
const exported: string[] = [];
/** What reached Vapi of the accounts at providers. */
const passedOn: string[] = [];

async function recorded(response: Response): Promise<Response> {
  answers.push(await response.clone().text(), JSON.stringify([...response.headers]));
  return response;
}

beforeAll(async () => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void printed.push(words.map(String)));
  office = await openOffice({ environment: COURIERS });
  others = await Promise.all([openOtherSystem(), openOtherSystem(), openOtherSystem()]);
  const [crm, twilio, resend] = others as [OtherSystem, OtherSystem, OtherSystem];
  office.localHost(HOST, crm.port);
  office.localHost('api.twilio.com', twilio.port);
  office.localHost('api.resend.com', resend.port);
  // Systems of others that say back whatever they were sent.
  crm.reply = () => ({
    status: 200,
    body: JSON.stringify({ tier: 'gold', echo: crm.received.at(-1)?.headers }),
  });
  for (const courier of [twilio, resend])
    courier.reply = () => ({
      status: 201,
      body: JSON.stringify({ sid: 'SM1', id: 're-1', message: courier.received.at(-1)?.headers }),
    });
  own = createSandbox({
    key: KEY,
    webhookSecret: FIRST.secret,
    webhookCredentialId: FIRST.credentialId,
    appUrl: ORIGIN,
    now: office.deps.clock.now,
    fetch: async (url, init) => recorded(await office.atFunctions(new Request(url, init))),
  });
  office.interceptVapi((request, pass) =>
    request.headers.get('authorization') === `Bearer ${KEY}` ? own.fetch(request) : pass(),
  );
  owner = await office.hire('owner@example.com');
  const [, encryptionKey = ''] = office.stack.secrets.encryptionKeys.split(':');
  const { webhookCredentialId: _, encryptionKeys: __, ...installation } = office.stack.secrets;
  const texts = {
    ...installation,
    encryptionKey,
    ...Object.fromEntries(Object.entries(COURIERS).filter(([name]) => !PUBLIC.includes(name))),
    'key of the workspace': KEY,
    'its signature': FIRST.secret,
    'its next signature': SECOND.secret,
    'secret of a connection': CONNECTION,
  };
  canaries = [...Object.entries(texts).map(([name, value]) => ({ name, value })), ...KEPT_NOWHERE];
  folder = mkdtempSync(join(tmpdir(), 'allokoli-canary-'));
});
afterAll(async () => {
  vi.restoreAllMocks();
  for (const system of others) system.close();
  rmSync(folder, { recursive: true, force: true });
  await office.close();
});

async function ask<Answer>(
  method: 'GET' | 'POST',
  path: string,
  body?: Record<string, unknown>,
  worker: Worker | null = owner,
): Promise<Answer> {
  const sent = body && {
    ...(path.includes(':') || 'flowId' in body ? {} : { workspaceId: owner.workspace }),
    ...body,
  };
  const response = await recorded(await office.ask(worker, method, path, sent));
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answers.at(-2)}`);
  return (await response.json()) as Answer;
}
const read = <Answer>(path: string) => ask<Answer>('GET', `/${path}?workspaceId=${owner.workspace}`);

async function advanced(begun: DeploymentAnswer): Promise<void> {
  let deployment = begun;
  for (let round = 0; deployment.state === 'running' && round < 30; round += 1)
    deployment = await ask('POST', `/publications/${deployment.id}/advance`);
  expect(deployment).toMatchObject({ state: 'live', error: null });
}

async function line(path: string, body: object) {
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await own.fetch(new Request(`http://127.0.0.1:8787/sandbox/line${path}`, init));
  await own.settled();
  return (await response.json()) as { callId: string; said: string[] };
}

const connect = {
  label: 'Look up',
  method: 'POST',
  url: `https://${HOST}/customers`,
  headers: [{ name: 'Authorization', value: 'secret:crm' }],
  body: [{ name: 'customer', information: 'who', value: '' }],
  answers: [{ path: 'tier', information: 'tier' }],
  timeoutSeconds: 5,
  say: 'One moment.',
};
const send = (data: object, to: Record<string, string>) => ({
  kind: 'send',
  data: { channel: 'sms', to: 'caller', address: '', subject: '', text: 'Thank you, {{who}}.', ...data },
  to,
});

function drawing(): FlowDocument {
  return draw(
    'en',
    {
      answer: {
        kind: 'answer',
        data: { greeting: 'Hello.', disclosure: 'I am an automated assistant.', assistantName: '' },
        to: { next: 'ask' },
      },
      ask: {
        kind: 'ask',
        data: {
          question: 'What is your name?',
          items: [{ information: 'who', optional: false }],
          readBack: false,
        },
        to: { 'got-it': 'case', 'would-not-say': 'failed' },
      },
      case: { kind: 'connect', data: connect, to: { worked: 'text', problem: 'failed' } },
      text: send({}, { sent: 'mail', problem: 'failed' }),
      mail: send(
        { channel: 'email', to: 'me', address: 'office@example.com', subject: 'A call' },
        { sent: 'done', problem: 'failed' },
      ),
      done: { kind: 'hang-up', data: { closing: 'You are {{tier}}. Goodbye.', outcome: '' } },
      failed: { kind: 'hang-up', data: { closing: 'I am sorry, it did not work.', outcome: '' } },
    },
    { who: { name: 'Name', type: 'name' }, tier: { name: 'Tier', type: 'text' } },
  );
}

/** What a browser of this person reads of every table, under its own policies. */
async function rowsOf(worker: Worker): Promise<unknown> {
  const fetch: typeof globalThis.fetch = async (input, init) =>
    recorded(await office.stack.fetch(input, init));
  const client = createClient(office.stack.url, office.stack.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch, headers: { Authorization: `Bearer ${worker.session.access_token}` } },
  });
  const found: Record<string, unknown> = {};
  for (const [table, { columns }] of Object.entries(TABLES)) {
    if (columns.select.length === 0) continue;
    const { data, error } = await client.from(table).select(columns.select.join(', '));
    expect(error, table).toBeNull();
    found[table] = data;
  }
  return found;
}

/** Numbers of one's own: each is connected, then refused by a provider that says back what it was shown. */
async function bringNumbers(): Promise<void> {
  for (const [index, account] of Object.values(ACCOUNTS).entries()) {
    await ask<NumberAnswer>('POST', '/numbers/import', { number: numberOf(index), label: '', account });
    const seen = JSON.stringify(account);
    office.interceptVapi(async (request) => {
      const shown = await request.text();
      passedOn.push(shown);
      const secret = Object.values(account).findLast((value) => typeof value === 'string') ?? '';
      const message = `Invalid ${shown} ${encodeURIComponent(seen)} Basic ${btoa(`AC:${secret}`)} ${secret.slice(0, 20)}`;
      return Response.json({ message: [message] }, { status: 400 });
    });
    const refused = { workspaceId: owner.workspace, number: numberOf(index + 5), label: '', account };
    const response = await recorded(await office.ask(owner, 'POST', '/numbers/import', refused));
    expect(response.status).toBe(502);
    const odd = { ...refused, account: { ...account, x: 1 } };
    await recorded(await office.ask(owner, 'POST', '/numbers/import', odd));
    office.interceptVapi((request, pass) =>
      request.headers.get('authorization') === `Bearer ${KEY}` ? own.fetch(request) : pass(),
    );
  }
}

/**
 * A browser link, opened by two visitors. Editors are shown its address, to hand it on: those answers alone are not searched for the
 * token. Everybody else, and whatever is written down, must not have it.
 */
async function openLink(flowId: string, viewer: Worker): Promise<void> {
  const switched = await office.ask(owner, 'POST', '/links', { flowId, change: 'on' });
  const { token } = (await switched.json()) as { token: string };
  canaries.push({ name: 'token of a browser link', value: token });
  await ask('GET', `/links?workspaceId=${owner.workspace}`, undefined, viewer);
  for (const visitor of VISITORS)
    for (const path of ['read', 'talk']) {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': visitor };
      const init = { method: 'POST', headers, body: JSON.stringify({ token }) };
      const response = await handleApi(new Request(`${ORIGIN}/api/links/${path}`, init), office.deps);
      expect((await recorded(response)).status).toBe(200);
    }
  const granted = await office.stack.sql`select visitor from link_calls where visitor is not null`;
  expect(granted.length).toBe(VISITORS.length);
}

/** The whole of a life, in the order in which somebody comes to it. */
async function live(): Promise<Worker> {
  await ask('POST', '/connection', { region: 'sandbox', key: KEY, signature: FIRST });
  await ask('POST', '/secrets', { name: 'crm', value: CONNECTION });
  await ask('POST', '/requests/try', { step: connect, values: { who: 'Anna' } });
  // Its secret is told this once, to whoever adds it.
  const hook = { type: 'webhook', url: `https://${HOST}/alerts`, kinds: ['budget'], language: 'en' };
  const added = await office.ask(owner, 'POST', '/alerts/channels', {
    workspaceId: owner.workspace,
    ...hook,
  });
  const { id: channel, secret } = (await added.json()) as { id: string; secret: string };
  canaries.push({ name: 'secret of a webhook', value: secret.replace('whsec_', '') });
  await ask('POST', `/alerts/channels/${channel}/test`);
  await ask('POST', '/alerts/channels', { type: 'member', userId: owner.userId, kinds: [], language: 'en' });
  const { data } = await owner.client
    .from('flows')
    .insert({ workspace_id: owner.workspace, name: 'Reception', document: drawing() })
    .select('id')
    .single();
  const flowId = (data as { id: string }).id;
  const begun = await ask<{ conversation: string }>('POST', '/rehearsals', { flowId });
  await ask('POST', '/rehearsals', { flowId, previous: begun.conversation, input: 'Anna Smith' });
  const number = await ask<NumberAnswer>('POST', '/numbers/test', {});
  office.wait(5_000);
  await ask('POST', '/publications/plan', { flowId, numberId: number.id });
  const publish = () =>
    ask<DeploymentAnswer>('POST', '/publications', { flowId, numberId: number.id, revision: 1 });
  const published = await publish();
  await advanced(published);
  const { callId } = await line('/calls', { to: number.number, from: CALLER });
  expect((await line(`/calls/${callId}/say`, { text: 'Anna Smith' })).said.join(' ')).toContain(
    'You are gold.',
  );
  await recorded(await office.cron());
  const [call] = await office.stack.sql`select id from calls where vapi_call_id = ${callId}`;
  await ask('GET', `/calls/${call?.id}/words`);
  await ask('POST', '/connection/signature', SECOND);
  await advanced(await publish());
  await ask('POST', `/publications/${published.id}/compare`).catch(() => null);
  await ask('POST', '/invitations', { email: 'guest@example.com', role: 'editor', language: 'en' });
  const { data: feed } = await owner.client
    .from('calendar_feeds')
    .insert({ workspace_id: owner.workspace })
    .select('token')
    .single();
  const address = `${ORIGIN}/calendar/${(feed as { token: string }).token}.ics`;
  exported.push(await (await recorded(await handleCalendar(new Request(address), office.deps))).text());
  const viewer = await hireViewer(office, owner);
  await openLink(flowId, viewer);
  await bringNumbers();
  for (const path of [
    'activity',
    'activity/check',
    'usage',
    'people',
    'numbers',
    'secrets',
    'files',
    'connection',
    'secrecy',
    'alerts',
    'processors',
    'calendars',
  ])
    await read(path);
  await ask('GET', '/status', undefined, null);
  await recorded(await office.ask(null, 'GET', '/health'));
  await ask('POST', '/person/find', { number: CALLER });
  const person = personExport.parse(await ask('POST', '/person/export', { number: CALLER }));
  expect(person.calls.length).toBeGreaterThan(0);
  exported.push(JSON.stringify(person), personCsv(person));
  // Vapi itself says back what it was shown, and the functions break at every step.
  office.interceptVapi(async (request) =>
    Response.json({ message: `Invalid ${request.headers.get('authorization')}` }, { status: 400 }),
  );
  for (const path of ['/connection/test', '/numbers/test'])
    await recorded(await office.ask(owner, 'POST', path, { workspaceId: owner.workspace }));
  await recorded(await office.ask(owner, 'POST', '/rehearsals', { flowId }));
  await recorded(
    await office.ask(owner, 'POST', '/connection', {
      workspaceId: owner.workspace,
      region: 'sandbox',
      key: KEY,
      x: 1,
    }),
  );
  await recorded(await office.cron());
  await recorded(await office.webhook(new Request(`${ORIGIN}/vapi-webhook`, { method: 'POST', body: KEY })));
  const broken = office.stack.sql.unsafe;
  for (const table of ['secrets', 'vapi_connections']) {
    await broken(`alter table ${table} rename to away`);
    const { workspace: workspaceId } = owner;
    for (const [path, body] of [
      ['/requests/try', { workspaceId, step: connect, values: { who: 'Anna' } }],
      ['/secrets', { workspaceId, name: 'crm', value: CONNECTION }],
      ['/connection/test', { workspaceId }],
      ['/connection', { workspaceId, region: 'sandbox', key: KEY, signature: FIRST }],
      ['/rehearsals', { flowId }],
    ] as const)
      await recorded(await office.ask(owner, 'POST', path, body));
    await broken(`alter table away rename to ${table}`);
  }
  await ask('POST', '/person/erase', { number: CALLER });
  return viewer;
}

/** The built app, made where every secret lies in the environment under each name that something might read. */
function build(): string {
  const { VITEST: _, ...environment } = process.env;
  const names = Object.fromEntries(
    canaries.map(({ name, value }) => [`VITE_${name.replaceAll(/\W/g, '_')}`, value]),
  );
  const arguments_ = [
    'node_modules/vite/bin/vite.js',
    'build',
    '--logLevel',
    'error',
    '--outDir',
    join(folder, 'dist'),
  ];
  const built = spawnSync(process.execPath, arguments_, {
    cwd: PROJECT_ROOT,
    env: { ...environment, ...office.environment, ...names },
    encoding: 'utf8',
  });
  expect(built.stderr).toBe('');
  return join(folder, 'dist');
}
const textsBelow = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));

it('no secret is in what was built, answered, printed, exported or can be read, and a leak into any of it is found', async () => {
  const viewer = await live();
  const dist = build();
  const nowhere = async () => findCanaries({ database: await wholeDatabase(office.stack.sql) }, KEPT_NOWHERE);
  const search = async () =>
    findCanaries(
      {
        bundle: textsBelow(dist),
        'rows of the owner': await rowsOf(owner),
        'rows of a viewer': await rowsOf(viewer),
        answers,
        log: office.log,
        console: printed,
        exports: exported,
        mails: office.stack.mails,
      },
      canaries,
    );
  // Nothing was searched that was not there.
  const [crm, twilio, resend] = others.map(({ received }) => JSON.stringify(received));
  expect(crm).toContain(CONNECTION);
  expect(twilio).toContain(btoa(`${COURIERS.TWILIO_API_KEY}:${COURIERS.TWILIO_API_SECRET}`));
  expect(resend).toContain(COURIERS.RESEND_API_KEY);
  expect(office.log.length).toBeGreaterThan(2);
  for (const { value, name } of KEPT_NOWHERE.slice(0, 4))
    expect(JSON.stringify(passedOn), name).toContain(JSON.stringify(JSON.stringify(value)).slice(3, -3));
  expect(await search()).toEqual([]);
  expect(await nowhere()).toEqual([]);
  const files = textsBelow(dist).length;
  expect(files).toBeGreaterThan(20);
  process.stdout.write(
    `canaries: ${canaries.length} secrets, 0 finds in ${files} built files, ${answers.length / 2} answers, ${office.log.length} log lines, ${exported.length} exports\n`,
  );

  // Each of these is a leak as a mistake would make it.
  await office.stack.sql`update link_calls set visitor = ${VISITORS[0]}`;
  expect(await nowhere()).toEqual([{ place: 'database', canary: 'address of a visitor' }]);
  await office.stack.sql`update link_calls set visitor = null`;
  writeFileSync(join(dist, 'assets/leak.js'), `const key="${KEY}"`);
  expect(await search()).toEqual([{ place: 'bundle', canary: 'key of the workspace' }]);
  rmSync(join(dist, 'assets/leak.js'));
  await office.stack.sql`update flows set name = ${`Reception ${FIRST.secret.slice(-20)}`}`;
  expect((await search()).map(({ place }) => place)).toEqual([
    'rows of the owner',
    'rows of a viewer',
    'answers',
  ]);
  answers.length = 0;
  await office.stack.sql`update flows set name = 'Reception'`;
  await office.stack.sql`update phone_numbers set label = ${btoa(`x:${COURIERS.TWILIO_API_SECRET}`)}`;
  await read('numbers');
  expect(await search()).toContainEqual({ place: 'answers', canary: 'TWILIO_API_SECRET' });
  answers.length = 0;
  await office.stack.sql`update phone_numbers set label = ''`;
  office.deps.log({ function: 'api', event: 'failed', error: `Invalid ${CONNECTION}` });
  console.warn(new Error(office.stack.secrets.cronSecret));
  exported.push(
    personCsv({
      calls: [],
      mentions: [{ role: 'caller', text: encodeURIComponent(CONNECTION) }],
      messages: [],
      bookings: [],
      tests: [],
      requests: [],
    } as never),
  );
  expect(await search()).toEqual([
    { place: 'log', canary: 'secret of a connection' },
    { place: 'console', canary: 'cronSecret' },
    { place: 'exports', canary: 'secret of a connection' },
  ]);
}, 900_000);
