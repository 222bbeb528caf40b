/** Tools that ask us during a call: a published flow played by the sandbox, its requests carried out against a server of this machine. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FlowDocument, NodeId } from '../../../src/flow/document.ts';
import { registry } from '../../../src/kinds/registry.ts';
import { stepVersions } from '../../../src/kinds/step-part.ts';
import { drawFlow as draw } from '../../../src/kinds/testing/play-flow.ts';
import { contentHash } from '../../../src/lib/hash.ts';
import { sign } from '../../../src/vapi/sandbox/webhooks.ts';
import {
  drawFlow,
  getNumber,
  type Office,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';
import { type OtherSystem, openOtherSystem } from '../../tests/functions/other-system.ts';
import { writeSecret } from '../_shared/secrets.ts';
import { handle } from './handler.ts';

/** What the tool of the request carries once the drawing is published. */
async function stepVersionOf(document: FlowDocument): Promise<string> {
  return (await stepVersions(document, registry)).get('case' as NodeId) ?? '';
}

const HOST = 'crm.example.com';
const CANARY = 'Bearer CANARY-3f9a1c77e2';

let office: Office;
let owner: Worker;
let crm: OtherSystem;

/** What the other system answers, everything sent to it said back. */
const worked = () => ({
  status: 200,
  body: JSON.stringify({ case: { number: 'A-7', internal: 'x' }, echo: CANARY }),
});

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  crm = await openOtherSystem();
  office.localHost(HOST, crm.port);
  await writeSecret(office.deps, owner.workspace, owner.userId, 'crm', CANARY);
});
beforeEach(() => {
  crm.received = [];
  crm.reply = worked;
});
afterAll(async () => {
  crm.close();
  await office.close();
});

function drawing(rest: object = {}): FlowDocument {
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
      case: {
        kind: 'connect',
        data: {
          label: 'Open a case',
          method: 'POST',
          url: `https://${HOST}/cases?source=phone`,
          headers: [{ name: 'Authorization', value: 'secret:crm' }],
          body: [{ name: 'customer', information: 'who', value: '' }],
          answers: [{ path: 'case.number', information: 'number' }],
          timeoutSeconds: 5,
          say: 'One moment.',
          ...rest,
        },
        to: { worked: 'done', problem: 'failed' },
      },
      done: { kind: 'hang-up', data: { closing: 'Your number is {{number}}. Goodbye.', outcome: '' } },
      failed: { kind: 'hang-up', data: { closing: 'I am sorry, it did not work.', outcome: '' } },
    },
    { who: { name: 'Name', type: 'name' }, number: { name: 'Case number', type: 'text' } },
  );
}

/** Publishes on the one number and calls it; what is said, all of it. */
async function call(document: FlowDocument): Promise<string> {
  const flowId = await drawFlow(owner, document);
  const number = await getNumber(office, owner);
  const deployment = await publishFlow(office, owner, flowId, number.id);
  expect(deployment).toMatchObject({ state: 'live', error: null });
  const { callId, said } = await office.line('/calls', { to: number.number, from: '+33612345678' });
  const turn = await office.line(`/calls/${callId}/say`, { text: 'Anna Smith' });
  return [...said, ...turn.said].join(' ');
}

describe('a request with a secret, during a call', () => {
  it('is made with the secret, and the call goes on with what was kept of the answer', async () => {
    expect(await call(drawing())).toContain('Your number is A-7. Goodbye.');
    expect(crm.received).toHaveLength(1);
    expect(crm.received[0]).toMatchObject({
      method: 'POST',
      url: '/cases?source=phone',
      headers: { authorization: CANARY, host: HOST, 'content-type': 'application/json' },
      body: '{"customer":"Anna Smith"}',
    });
  });

  it.each([
    ['the other system refuses', {}, () => ({ status: 500, body: '{}' })],
    ['its answer is no data', {}, () => ({ status: 200, body: '<html>' })],
    ['it leads elsewhere', {}, () => ({ status: 302, body: '{}' })],
    ['nobody has stored the secret', { headers: [{ name: 'A', value: 'secret:gone' }] }, worked],
    ['the name does not exist', { url: 'https://nowhere.example.invalid.example/' }, worked],
  ])('%s: the call takes the other way out', async (_, rest, answer) => {
    crm.reply = answer;
    expect(await call(drawing(rest))).toContain('I am sorry, it did not work.');
  });

  it('rehearses the draft in the same way', async () => {
    const flowId = await drawFlow(owner, drawing());
    const first = await office.ask(owner, 'POST', '/rehearsals', { flowId });
    const { conversation } = (await first.json()) as { conversation: string };
    const next = await office.ask(owner, 'POST', '/rehearsals', {
      flowId,
      previous: conversation,
      input: 'Anna Smith',
    });
    expect(await next.json()).toMatchObject({ information: { number: 'A-7' }, end: 'hung-up' });
  });
});

describe('a tool request', () => {
  const NODE = 'case';
  let flowId: string;
  let version: string;
  const timestamp = () => String(Math.floor(office.deps.clock.now() / 1000));

  beforeAll(async () => {
    crm.received = [];
    crm.reply = worked;
    const document = drawing();
    flowId = await drawFlow(owner, document);
    version = await contentHash(document);
    const number = await getNumber(office, owner);
    await publishFlow(office, owner, flowId, number.id);
  });

  const bodyOf = (rest: object = {}) => ({
    flow: flowId,
    version,
    node: NODE,
    call: crypto.randomUUID(),
    caller: '+33612345678',
    language: 'en',
    who: 'Anna',
    ...rest,
  });
  const send = (body: object, options: { secret?: string; at?: string; endpoint?: string } = {}) => {
    const text = JSON.stringify(body);
    const { secret = office.stack.secrets.webhookSecret, at = timestamp(), endpoint = 'connect' } = options;
    const headers = { 'x-timestamp': at, 'x-signature': sign(secret, at, text) };
    const request = { method: 'POST', headers, body: text };
    return handle(new Request(`https://functions.test/runtime/${endpoint}`, request), office.deps);
  };

  it('is answered with what the step keeps, and nothing else', async () => {
    const response = await send(bodyOf());
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ case: { number: 'A-7' } });
  });

  it.each([
    ['without a right signature', {}, { secret: 'another' }, 401],
    ['signed long ago', {}, { at: '1000000000' }, 401],
    ['for an endpoint that is not there', {}, { endpoint: 'nothing' }, 404],
    ['for a flow that does not exist', { flow: '00000000-0000-4000-8000-000000000000' }, {}, 404],
    ['for a version that was never published', { version: 'a'.repeat(64) }, {}, 404],
    ['for a step of another kind', { node: 'ask' }, {}, 404],
    ['for a step that is not there', { node: 'toString' }, {}, 404],
    ['with a value that no caller says', { who: 'x'.repeat(3000) }, {}, 502],
  ])('%s nothing is asked', async (_, body, options, status) => {
    expect((await send(bodyOf(body), options)).status).toBe(status);
    expect(crm.received).toEqual([]);
  });

  it('is carried out once, however often and however closely it is delivered', async () => {
    const body = bodyOf();
    const responses = await Promise.all([send(body), send(body), send(body)]);
    responses.push(await send(body));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const response of responses) expect(await response.json()).toEqual({ case: { number: 'A-7' } });
    expect(crm.received).toHaveLength(1);
    await send({ ...body, who: 'Bob' });
    await send({ ...body, call: crypto.randomUUID() });
    expect(crm.received).toHaveLength(3);
  });

  it('that failed outside stays failed; one that never got out may be tried again', async () => {
    crm.reply = () => ({ status: 500, body: '{}' });
    const body = bodyOf();
    expect((await send(body)).status).toBe(502);
    crm.reply = worked;
    expect((await send(body)).status).toBe(502);
    expect(crm.received).toHaveLength(1);

    await office.stack.sql`update secrets set name = 'away' where workspace_id = ${owner.workspace}`;
    const other = bodyOf();
    expect((await send(other)).status).toBe(502);
    await office.stack.sql`update secrets set name = 'crm' where workspace_id = ${owner.workspace}`;
    expect((await send(other)).status).toBe(200);
  });

  it('of an older version is answered from that version', async () => {
    const next = { ...drawing(), name: 'Changed' };
    await owner.client.from('flows').update({ document: next }).eq('id', flowId);
    const number = await getNumber(office, owner);
    await publishFlow(office, owner, flowId, number.id, 2);
    expect((await send(bodyOf())).status).toBe(200);
    expect((await send(bodyOf({ version: await contentHash(next) }))).status).toBe(200);
  });

  it('of a published step names what the step needs, and is answered for as long as that was ever in service', async () => {
    const first = drawing({ url: `https://${HOST}/first` });
    const step = await stepVersionOf(first);
    expect((await send(bodyOf({ version: step }))).status).toBe(404);
    const number = await getNumber(office, owner);
    let numbered = 3;
    const publish = async (document: FlowDocument) => {
      await owner.client.from('flows').update({ document }).eq('id', flowId);
      const [flow] = await office.stack.sql`select revision from flows where id = ${flowId}`;
      const deployment = await publishFlow(office, owner, flowId, number.id, flow?.revision);
      expect(deployment).toMatchObject({ state: 'live', version: numbered });
      numbered += 1;
    };
    await publish(first);
    const [made] = await office.stack.sql`
      select plan::text as plan from deployments where flow_id = ${flowId} order by created_at desc limit 1`;
    expect(made?.plan).toContain(step);
    expect(made?.plan).not.toContain(await contentHash(first));
    expect((await send(bodyOf({ version: step }))).status).toBe(200);

    // Another step is edited: the tool stays, and so does its address.
    const reworded = { ...first, name: 'Renamed' };
    await publish(reworded);
    expect(await stepVersionOf(reworded)).toBe(step);
    expect((await send(bodyOf({ version: step }))).status).toBe(200);

    // The step itself is edited: calls that began before go on with what they began with.
    const second = drawing({ url: `https://${HOST}/second` });
    await publish(second);
    crm.received = [];
    expect((await send(bodyOf({ version: step }))).status).toBe(200);
    expect((await send(bodyOf({ version: await stepVersionOf(second) }))).status).toBe(200);
    expect(crm.received.map(({ url }) => url)).toEqual(['/first', '/second']);
  });

  it('with the version of a step of another flow, or another workspace, nothing is asked', async () => {
    const other = await drawFlow(owner, drawing());
    const step = await stepVersionOf(drawing({ url: `https://${HOST}/first` }));
    crm.received = [];
    expect((await send(bodyOf({ flow: other, version: step }))).status).toBe(404);
    expect(crm.received).toEqual([]);
  });

  it('has a budget for each workspace', async () => {
    await office.stack.sql`
      update budgets set used = 240, window_start = now() where workspace_id = ${owner.workspace} and name = 'runtime'`;
    expect((await send(bodyOf())).status).toBe(429);
    expect(crm.received).toEqual([]);
    await office.stack
      .sql`update budgets set window_start = now() - interval '2 minutes' where name = 'runtime'`;
    expect((await send(bodyOf())).status).toBe(200);
  });
});

it('the secret is nowhere but where it was sent', async () => {
  await call(drawing());
  const { sql } = office.stack;
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema in ('public', 'auth') and table_type = 'BASE TABLE'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [schema] = await sql<{ schema: string }[]>`
      select table_schema as schema from information_schema.tables where table_name = ${name} limit 1`;
    const rows = await sql.unsafe(`select t::text as row from ${schema?.schema}.${name} as t`);
    if (JSON.stringify(rows).includes('CANARY')) found.push(name);
  }
  expect(found).toEqual([]);
  expect(JSON.stringify(office.log)).not.toContain('CANARY');
  const { data, error } = await owner.client.from('secrets').select('name');
  expect([data, error]).toEqual([[{ name: 'crm' }], null]);
  expect((await owner.client.from('secrets').select('sealed')).error).not.toBeNull();
});
