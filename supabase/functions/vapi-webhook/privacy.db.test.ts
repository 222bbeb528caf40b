/**
 * What of a call never gets into a table, an answer, an export or a log: what the workspace hides, addresses that open without
 * a key, and, for browsers, the ids by which a call can be listened to.
 */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
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

let office: Office;
let owner: Worker;
let phone = '';
let flowId = '';

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  flowId = await drawFlow(owner);
  const number = await getNumber(office, owner);
  phone = number.number;
  await publishFlow(office, owner, flowId, number.id);
});
afterAll(() => office.close());
beforeEach(() => office.interceptWebhooks(null));

const sql = () => office.stack.sql;

async function deliver(message: object): Promise<number> {
  const [target] = await sql()`select vapi_id from phone_numbers where number = ${phone}`;
  const body = JSON.stringify({ message }).replaceAll('THE-NUMBER', target?.vapi_id as string);
  const timestamp = String(Math.floor(office.deps.clock.now() / 1000));
  const mac = createHmac('sha256', office.stack.secrets.webhookSecret).update(`${timestamp}.${body}`);
  const headers = { 'x-timestamp': timestamp, 'x-signature': mac.digest('hex') };
  return (await office.webhook(new Request(`${ORIGIN}/vapi-webhook`, { method: 'POST', body, headers })))
    .status;
}

const callOf = (id: string) => ({ id, phoneNumberId: 'THE-NUMBER', customer: { number: '+33612345678' } });
const report = (id: string, lines: readonly [string, string][], more: object = {}) => ({
  type: 'end-of-call-report',
  timestamp: office.deps.clock.now(),
  endedReason: 'customer-ended-call',
  cost: 0.1,
  call: callOf(id),
  artifact: { messages: lines.map(([role, message]) => ({ role, message })), ...more },
});

async function everywhere(): Promise<string> {
  const all: unknown[] = [];
  for (const table of Object.keys(TABLES)) all.push(await sql()`select * from ${sql()(table)}`);
  return JSON.stringify([all, office.log]);
}

it('what the workspace hides is in no table; what was asked for is collected', async () => {
  const secrets = ['4242 4242 4242 4242', 'FR76 3000 6000 0112 3456 7890 189', '2 55 08 14 168 025 38'];
  const said: [string, string][] = [
    ['user', `My card is ${secrets[0]} and my account ${secrets[1]}.`],
    ['user', `zéro six douze trente-quatre cinquante-six soixante-dix-neuf, NIR ${secrets[2]}`],
    ['bot', 'So it is 06 12 34 56 79, jeanne@example.fr?'],
    ['user', 'Born on 12/03/1985.'],
  ];
  const tool = {
    id: 't',
    type: 'function',
    function: { name: 'noted', arguments: { phone: '06 12 34 56 79' } },
  };
  const structuredOutputs = {
    o: {
      name: 'record',
      result: { phone: '06 12 34 56 79', reason: `Pay with ${secrets[0]}, mail jeanne@example.fr` },
    },
  };
  expect(await deliver({ ...report('call-hidden', said, { structuredOutputs }), toolCallList: [tool] })).toBe(
    200,
  );
  const stored = await everywhere();
  for (const secret of [...secrets, 'soixante-dix-neuf', 'jeanne@example.fr', '12/03/1985'])
    expect(stored.includes(secret), secret).toBe(false);
  const [call] =
    await sql()`select information, (select string_agg(text, '|' order by position) from call_turns t
    where t.call_id = c.id) as said from calls c where vapi_call_id = 'call-hidden'`;
  expect(call?.information).toMatchObject({ phone: '06 12 34 56 79' });
  expect(call?.said).toBe('My card is ••• and my account •••.|•••, NIR •••|So it is •••, •••?|Born on •••.');
});

it('a workspace that hides nothing keeps everything; numbers of the drawing are never hidden', async () => {
  const [first] = await sql()`select document from flow_versions limit 1`;
  expect(JSON.stringify(first)).toContain('nodes');
  await owner.client.from('workspaces').update({ hides: [] }).eq('id', owner.workspace);
  await deliver(report('call-open', [['user', 'I am at 06 12 34 56 79.']]));
  await owner.client
    .from('workspaces')
    .update({ hides: ['phone'] })
    .eq('id', owner.workspace);
  await deliver(report('call-phone-only', [['user', '06 12 34 56 79, jeanne@example.fr']]));
  const turns =
    await sql()`select c.vapi_call_id as id, t.text from call_turns t join calls c on c.id = t.call_id
    where c.vapi_call_id in ('call-open', 'call-phone-only') order by 1`;
  expect(turns.map(({ text }) => text)).toEqual(['I am at 06 12 34 56 79.', '•••, jeanne@example.fr']);
  const { error } = await owner.client
    .from('workspaces')
    .update({ hides: ['name'] })
    .eq('id', owner.workspace);
  expect(error?.code).toBe('23514');
});

it('news of a call that nobody knows yet is hidden too, but not what may have been asked for', async () => {
  const call = { id: 'call-unknown', phoneNumberId: 'elsewhere' };
  const tool = {
    id: 't',
    type: 'function',
    function: { name: 'noted', arguments: { phone: '06 12 34 56 79', text: '4242 4242 4242 4242' } },
  };
  await deliver({ ...report('call-unknown', [['user', '06 12 34 56 79']]), call, toolCallList: [tool] });
  const [row] =
    await sql()`select payload::text as text, workspace_id from call_events where vapi_call_id = 'call-unknown'`;
  expect(row?.workspace_id).toBeNull();
  expect(row?.text).toContain('"phone": "06 12 34 56 79"');
  expect(row?.text).not.toContain('4242');
  expect(row?.text).toContain('"message": "•••"');
});

it('addresses that open without a key are stored nowhere, wherever Vapi puts them', async () => {
  const address = 'https://CANARY.example/recording?X-Amz-Signature=CANARY';
  const urls = Object.fromEntries(
    [
      'recordingUrl',
      'stereoRecordingUrl',
      'presignedRecordingUrl',
      'presignedLogUrl',
      'pcapUrl',
      'logUrl',
      'listenUrl',
      'controlUrl',
      'url',
      'videoRecordingUrl',
    ].map((name) => [name, address]),
  );
  const nested = { ...urls, recording: { mono: urls, stereoUrl: address }, monitor: urls, transport: urls };
  const message = report('call-addresses', [['user', 'Hello']], nested);
  const lines = message.artifact.messages.map((line) => ({ ...line, ...nested }));
  const whole = {
    ...message,
    ...nested,
    artifact: { ...message.artifact, messages: lines },
    call: { ...callOf('call-addresses'), ...nested, artifact: nested },
  };
  expect(await deliver(whole)).toBe(200);
  expect(await deliver({ ...whole, type: 'status-update', status: 'ended' })).toBe(200);
  expect(await deliver({ ...whole, call: { id: 'addresses-unknown', ...nested } })).toBe(200);
  const stored = await everywhere();
  expect(stored).toContain('addresses-unknown');
  expect(stored.includes('CANARY')).toBe(false);
});

it('ids of calls reach no browser: no row, no answer, no export, no log', async () => {
  const { callId } = await office.line('/calls', { to: phone, from: '+33612345678' });
  await office.line(`/calls/${callId}/say`, { text: 'An appointment, please' });
  await office.line(`/calls/${callId}/hang-up`, {});
  await office.cron();
  const viewer = await hireViewer(office, owner);
  const shown: unknown[] = [];
  let cells = 0;
  for (const worker of [owner, viewer])
    for (const [table, { columns }] of Object.entries(TABLES)) {
      if (columns.select.length === 0) continue;
      const { data, error } = await worker.client.from(table).select(columns.select.join(', '));
      expect(error, table).toBeNull();
      shown.push(data);
      cells += (data?.length ?? 0) * columns.select.length;
    }
  const body = { workspaceId: owner.workspace, number: '+33612345678' };
  for (const path of ['/person/find', '/person/export', '/person/erase']) {
    const answer = await office.ask(owner, 'POST', path, body);
    shown.push(await answer.text());
  }
  shown.push(await (await office.ask(owner, 'POST', '/rehearsals', { flowId })).text());
  const seen = JSON.stringify([shown, office.log]);
  expect(seen).toContain('An appointment, please');
  const ids = [callId, 'call-hidden', 'call-open', 'call-phone-only', 'call-addresses'];
  for (const id of ids)
    expect(seen.includes(`"${id}"`) || (id === callId && seen.includes(id)), id).toBe(false);
  for (const [table, column] of [
    ['calls', 'vapi_call_id'],
    ['messages', 'vapi_call_id'],
    ['call_events', '*'],
  ] as const) {
    const { error } = await owner.client.from(table).select(column);
    expect(error?.code, table).toBe('42501');
  }
  console.info(
    `ids of calls and presigned addresses: 0 in ${cells} cells read by browsers, ${office.log.length} log lines`,
  );
});
