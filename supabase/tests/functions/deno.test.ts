/** The same functions in real Deno, over HTTP: that they start there, and that one journey works from end to end. */
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeploymentAnswer, NumberAnswer, RehearsalAnswer } from '../../../src/publish/wire.ts';
import { refereed } from '../../../src/vapi/contract/testing/referee.ts';
import { createSandbox, type Sandbox } from '../../../src/vapi/sandbox/sandbox.ts';
import { type RunningFunctions, startFunctions } from '../../local/functions.ts';
import { type FreshStack, freshStack, type SignedUp } from '../stack/harness.ts';
import { appointmentBooking } from './office.ts';
import { type OtherSystem, openOtherSystem } from './other-system.ts';

let stack: FreshStack;
let sandbox: Sandbox;
let functions: RunningFunctions;
let person: SignedUp;
let workspace: string;
let flowId: string;
let crm: OtherSystem;
const servers: Server[] = [];
const output: string[] = [];

async function listen(answer: (request: Request) => Promise<Response>): Promise<string> {
  // The listener's own requests are not instances of Node's class, which others may insist on.
  const copy = async ({ url, method, headers, body }: Request) =>
    new Request(url, {
      method,
      headers,
      ...(body === null ? {} : { body: await new Response(body).arrayBuffer() }),
    });
  const listener = async (request: Request) => answer(await copy(request));
  const server = createServer(getRequestListener(listener, { overrideGlobalObjects: false }));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

beforeAll(async () => {
  stack = await freshStack();
  const { secrets } = stack;
  const supabase = await listen((request) => stack.fetch(request));
  crm = await openOtherSystem();
  const vapiUrl = await listen(refereed((request: Request) => sandbox.fetch(request), { always: true }));
  functions = await startFunctions({
    origin: supabase,
    secrets,
    vapi: {
      baseUrl: vapiUrl,
      apiKey: secrets.vapiApiKey,
      webhookSecret: secrets.webhookSecret,
      webhookCredentialId: secrets.webhookCredentialId,
      publicFunctionsUrl: 'http://functions.local/functions/v1',
    },
    localHosts: `crm.example.com=${crm.port}`,
    onOutput: (line) => output.push(line),
  });
  sandbox = createSandbox({
    key: secrets.vapiApiKey,
    webhookSecret: secrets.webhookSecret,
    webhookCredentialId: secrets.webhookCredentialId,
    appUrl: 'http://functions.local',
    fetch: (url, init) => fetch(url.replace('http://functions.local', base()), init),
  });
  await functions.ready();
  person = await stack.signUp();
  const { data } = await person.client.from('workspaces').select('id').single();
  workspace = (data as { id: string }).id;
  const flow = await person.client
    .from('flows')
    .insert({ workspace_id: workspace, name: 'Reception', document: appointmentBooking() })
    .select('id')
    .single();
  flowId = (flow.data as { id: string }).id;
});

afterAll(async () => {
  await functions.stop();
  crm.close();
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  await stack.close();
});

const base = () => `http://127.0.0.1:${functions.port}`;

function ask(
  method: string,
  path: string,
  body?: unknown,
  token = person.session.access_token,
): Promise<Response> {
  return fetch(`${base()}/functions/v1${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function json<Body>(response: Promise<Response>): Promise<Body> {
  const answer = await response;
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}; ${output.join('\n')}`);
  return (await answer.json()) as Body;
}

describe('in Deno', () => {
  it('everybody gets the status, nobody gets anything else without signing in', async () => {
    expect(await json(ask('GET', '/api/status', undefined, ''))).toEqual({
      sandbox: true,
      vapi: true,
      runtime: true,
      messages: { sms: 'caught', email: 'caught' },
    });
    expect((await ask('POST', '/api/rehearsals', { flowId }, '')).status).toBe(401);
    expect((await ask('POST', '/api/rehearsals', { flowId }, 'x.y.z')).status).toBe(401);
  });

  it('ids of others are 404', async () => {
    const stranger = await stack.signUp();
    const token = stranger.session.access_token;
    expect((await ask('POST', '/api/rehearsals', { flowId }, token)).status).toBe(404);
    expect((await ask('POST', '/api/numbers/test', { workspaceId: workspace }, token)).status).toBe(404);
  });

  it('a draft is rehearsed, published, called, and its call is shown', async () => {
    const first = await json<RehearsalAnswer>(ask('POST', '/api/rehearsals', { flowId }));
    expect(first.said.length).toBeGreaterThan(0);

    const number = await json<NumberAnswer>(ask('POST', '/api/numbers/test', { workspaceId: workspace }));
    const start = { flowId, numberId: number.id, revision: 1 };
    let deployment = await json<DeploymentAnswer>(ask('POST', '/api/publications', start));
    for (let round = 0; deployment.state === 'running' && round < 10; round++) {
      deployment = await json<DeploymentAnswer>(ask('POST', `/api/publications/${deployment.id}/advance`));
    }
    expect(deployment).toMatchObject({ state: 'live', error: null });

    // A new number rings after a moment.
    await expect
      .poll(async () => (await line('/calls', { to: number.number, from: '+33612345678' })).ok, {
        timeout: 10_000,
      })
      .toBe(true);
    await sandbox.settled();
    const { data: calls } = await person.client.from('calls').select('status, path');
    expect(calls?.[0]?.status).toBe('in-progress');
  });

  it('webhooks are taken with the right signature, once, in time and unchanged', async () => {
    const body = JSON.stringify({
      message: { type: 'status-update', status: 'ringing', call: { id: 'smoke' } },
    });
    const send = (text: string, secret: string, age = 0) => {
      const timestamp = String(Math.floor(Date.now() / 1000) - age);
      const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
      const headers = { 'x-timestamp': timestamp, 'x-signature': signature };
      return fetch(`${base()}/functions/v1/vapi-webhook`, { method: 'POST', body: text, headers });
    };
    const { webhookSecret } = stack.secrets;
    expect((await send(body, 'wrong')).status).toBe(401);
    expect((await send(body, webhookSecret, 400)).status).toBe(401);
    expect((await send(body.replace('ringing', 'ended'), webhookSecret)).status).toBe(401);
    expect((await send(body, webhookSecret)).status).toBe(200);
    expect((await send(body, webhookSecret)).status).toBe(200);
    const rows = await stack.sql`select 1 from call_events where vapi_call_id = 'smoke'`;
    expect(rows.length).toBe(1);
  });

  it('a request of a step is made with its secret, and never to a private address', async () => {
    const secret = 'Bearer CANARY-51d0e8';
    crm.reply = () => ({ status: 200, body: JSON.stringify({ tier: 'gold', echo: secret }) });
    await json(ask('POST', '/api/secrets', { workspaceId: workspace, name: 'crm', value: secret }));
    const step = {
      label: '',
      method: 'POST',
      url: 'https://crm.example.com/customers',
      headers: [{ name: 'Authorization', value: 'secret:crm' }],
      body: [{ name: 'customer', information: '', value: 'Anna' }],
      answers: [{ path: 'tier', information: 'tier' }],
      timeoutSeconds: 10,
      say: '',
    };
    const attempt = (rest: object = {}) =>
      json(
        ask('POST', '/api/requests/try', { workspaceId: workspace, step: { ...step, ...rest }, values: {} }),
      );
    expect(await attempt()).toMatchObject({
      outcome: 'answered',
      works: true,
      kept: [{ path: 'tier', information: 'tier', value: 'gold' }],
    });
    expect(crm.received).toMatchObject([
      { method: 'POST', headers: { authorization: secret }, body: '{"customer":"Anna"}' },
    ]);
    expect(await attempt({ url: 'https://2130706433/' })).toMatchObject({ fault: 'private' });
    expect(await attempt({ url: 'https://nowhere.invalid.example/' })).toMatchObject({
      fault: 'unknown-name',
    });
    expect(JSON.stringify([await attempt(), output])).not.toContain('CANARY');
  });

  it('cron runs with its secret', async () => {
    expect((await ask('POST', '/cron', undefined, 'wrong')).status).toBe(401);
    const done = await json<Record<string, unknown>>(
      ask('POST', '/cron', undefined, stack.secrets.cronSecret),
    );
    expect(Object.values(done)).not.toContain('failed');
  });

  it('find nothing missing or wrong in the environment of a local stack', () => {
    expect(output.filter((line) => line.includes('"environment"'))).toEqual([]);
  });

  it('no output tells a key or a token', () => {
    const { secretKey, vapiApiKey, webhookSecret, cronSecret } = stack.secrets;
    for (const secret of [secretKey, vapiApiKey, webhookSecret, cronSecret, person.session.access_token]) {
      expect(output.join('\n')).not.toContain(secret);
    }
  });
});

function line(path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const request = new Request(`http://sandbox/sandbox/line${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return sandbox.fetch(request);
}
