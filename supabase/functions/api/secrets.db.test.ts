/** Secrets of a workspace, and the requests of steps that use them, through `api`. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectData } from '../../../src/kinds/connect/settings.ts';
import { type Office, openOffice, type Worker } from '../../tests/functions/office.ts';
import { type OtherSystem, openOtherSystem } from '../../tests/functions/other-system.ts';
import { createSealer } from '../_shared/sealing.ts';
import { base64url } from '../_shared/secret.ts';
import { resealSecrets } from '../_shared/secrets.ts';

const HOST = 'crm.example.com';
const CANARY = 'Bearer CANARY-8b2e41d09f';
const NOBODY = '00000000-0000-4000-8000-000000000000';

let office: Office;
let owner: Worker;
let editor: Worker;
let viewer: Worker;
let stranger: Worker;
let crm: OtherSystem;

beforeAll(async () => {
  office = await openOffice();
  [owner, editor, viewer, stranger] = await Promise.all([
    office.hire(),
    office.hire(),
    office.hire(),
    office.hire(),
  ]);
  for (const [person, role] of [
    [editor, 'editor'],
    [viewer, 'viewer'],
  ] as const)
    await office.stack.sql`
      insert into members (workspace_id, user_id, role) values (${owner.workspace}, ${person.userId}, ${role})`;
  crm = await openOtherSystem();
  office.localHost(HOST, crm.port);
});
beforeEach(async () => {
  crm.received = [];
  crm.reply = () => ({ status: 200, body: JSON.stringify({ data: { tier: 'gold', points: 12 } }) });
  await office.stack.sql`delete from budgets`;
});
afterAll(async () => {
  crm.close();
  await office.close();
});

const set = (worker: Worker | null, body: object) => office.ask(worker, 'POST', '/secrets', body);
const list = async (worker: Worker, workspace = owner.workspace) => {
  const response = await office.ask(worker, 'GET', `/secrets?workspaceId=${workspace}`);
  return ((await response.json()) as { name: string }[]).map(({ name }) => name);
};

describe('secrets', () => {
  it.each([
    ['an owner', 200],
    ['an editor', 200],
    ['a viewer', 403],
    ['a stranger', 404],
    ['nobody', 401],
  ])('%s sets and removes one: %i', async (who, status) => {
    const workers: Record<string, Worker> = {
      'an owner': owner,
      'an editor': editor,
      'a viewer': viewer,
      'a stranger': stranger,
    };
    const worker = workers[who] ?? null;
    const secret = { workspaceId: owner.workspace, name: 'key' };
    expect((await set(worker, { ...secret, value: 'abc' })).status).toBe(status);
    expect((await office.ask(worker, 'POST', '/secrets/remove', secret)).status).toBe(status);
  });

  it('are known by name to members, and to nobody else', async () => {
    await set(owner, { workspaceId: owner.workspace, name: 'crm', value: `  ${CANARY}\n` });
    for (const member of [owner, editor, viewer]) expect(await list(member)).toEqual(['crm']);
    expect(await list(stranger)).toEqual([]);
    expect(await list(owner, NOBODY)).toEqual([]);
  });

  it.each([
    ['a name with a capital', { name: 'CRM', value: 'x' }],
    ['no value', { name: 'crm', value: ' ' }],
    ['a value too long', { name: 'crm', value: 'x'.repeat(4001) }],
    ['a field too many', { name: 'crm', value: 'x', sealed: 'y' }],
  ])('%s is refused', async (_, body) => {
    expect((await set(owner, { workspaceId: owner.workspace, ...body })).status).toBe(400);
  });

  it('are a hundred at most, and one that is there can be replaced', async () => {
    await office.stack.sql`
      insert into secrets (workspace_id, name, sealed, key_id)
      select ${owner.workspace}, 'extra-' || n, 'x', 'local' from generate_series(1, 99) as n`;
    expect((await set(owner, { workspaceId: owner.workspace, name: 'new', value: 'x' })).status).toBe(409);
    expect((await set(owner, { workspaceId: owner.workspace, name: 'crm', value: CANARY })).status).toBe(200);
    await office.stack.sql`delete from secrets where name like 'extra-%'`;
  });

  it('are sealed anew when there is a newer key, and open with it alone', async () => {
    const { service, sealer, clock } = office.deps;
    const newest = `newest:${base64url(crypto.getRandomValues(new Uint8Array(32)))}`;
    const both = createSealer(`${newest},${office.environment.ENCRYPTION_KEYS}`);
    expect(await resealSecrets({ service, clock, sealer }, 50)).toBe(0);
    expect(await resealSecrets({ service, clock, sealer: both }, 50)).toBe(1);
    expect(await resealSecrets({ service, clock, sealer: both }, 50)).toBe(0);
    const [row] = await office.stack.sql<{ sealed: string; key_id: string }[]>`
      select sealed, key_id from secrets where name = 'crm'`;
    expect(row?.key_id).toBe('newest');
    const belongsTo = ['workspace-secret', owner.workspace, 'crm'];
    expect(await createSealer(newest).open(row?.sealed ?? '', belongsTo)).toBe(CANARY);
    // Back to the key that the functions have.
    await set(owner, { workspaceId: owner.workspace, name: 'crm', value: CANARY });
  });

  it('that were moved to another workspace do not open there', async () => {
    await office.stack.sql`
      insert into secrets (workspace_id, name, sealed, key_id)
      select ${stranger.workspace}, name, sealed, key_id from secrets where name = 'crm'`;
    expect(await attempt({}, stranger)).toEqual({ outcome: 'failed', fault: 'missing-secret', about: 'crm' });
    expect(crm.received).toEqual([]);
  });
});

const STEP: ConnectData = {
  label: '',
  method: 'GET',
  url: `https://${HOST}/customers?phone={{phone}}`,
  headers: [{ name: 'Authorization', value: 'secret:crm' }],
  body: [],
  answers: [
    { path: 'data.tier', information: 'tier' },
    { path: 'data.name', information: 'name' },
  ],
  timeoutSeconds: 5,
  say: '',
};

async function attempt(rest: Partial<ConnectData>, worker = editor): Promise<unknown> {
  const workspaceId = worker === stranger ? stranger.workspace : owner.workspace;
  const body = { workspaceId, step: { ...STEP, ...rest }, values: { phone: '+33 6' } };
  const response = await office.ask(worker, 'POST', '/requests/try', body);
  return response.ok ? response.json() : response.status;
}

describe('a request that is tried', () => {
  it('tells what came back, and what would be kept of it', async () => {
    expect(await attempt({})).toEqual({
      outcome: 'answered',
      status: 200,
      milliseconds: expect.any(Number),
      shown: { json: { data: { tier: 'gold', points: 12 } }, isWhole: true },
      isEmpty: false,
      works: true,
      kept: [
        { path: 'data.tier', information: 'tier', value: 'gold' },
        { path: 'data.name', information: 'name', value: null },
      ],
    });
    expect(crm.received[0]).toMatchObject({
      url: '/customers?phone=%2B33%206',
      headers: { authorization: CANARY },
    });
  });

  it.each([
    [
      'the other system refuses',
      {},
      () => ({ status: 403, body: '{"error":"no"}' }),
      { status: 403, works: false },
    ],
    ['the answer is no JSON', {}, () => ({ status: 200, body: '<html>' }), { shown: null, works: false }],
    ['nothing comes back', {}, () => ({ status: 200, body: '' }), { isEmpty: true, works: false }],
    [
      'nothing is to be kept',
      { answers: [] },
      () => ({ status: 204, body: '' }),
      { isEmpty: true, works: true },
    ],
    ['it leads elsewhere', {}, () => ({ status: 302, body: '' }), { fault: 'redirected' }],
    [
      'the secret is not there',
      { headers: [{ name: 'A', value: 'secret:no' }] },
      null,
      { fault: 'missing-secret', about: 'no' },
    ],
    [
      'a header is ours',
      { headers: [{ name: 'Host', value: 'x' }] },
      null,
      { fault: 'header', about: 'Host' },
    ],
    ['the address is private', { url: 'https://10.0.0.1/' }, null, { fault: 'private' }],
    ['the address is none', { url: 'ftp://x' }, null, { fault: 'address' }],
    ['the port is odd', { url: `https://${HOST}:22/` }, null, { fault: 'address' }],
  ] as const)('%s', async (_, rest, reply, answer) => {
    if (reply) crm.reply = reply;
    expect(await attempt(rest as Partial<ConnectData>)).toMatchObject(answer);
    if (!reply) expect(crm.received).toEqual([]);
  });

  it('masks a secret that comes back', async () => {
    crm.reply = () => ({ status: 200, body: JSON.stringify({ [CANARY]: [CANARY.slice(7), `x ${CANARY}`] }) });
    expect(JSON.stringify(await attempt({}))).not.toContain('CANARY');
  });

  it.each([
    ['a viewer', () => viewer, 403],
    ['somebody else', () => stranger, { outcome: 'failed', fault: 'missing-secret', about: 'crm' }],
  ] as const)('%s does not reach the other system with our secret', async (_, who, answer) => {
    expect(await attempt({}, who())).toEqual(answer);
    expect(crm.received).toEqual([]);
  });

  it('cannot be tried without end', async () => {
    for (let n = 0; n < 20; n++) expect(await attempt({})).toMatchObject({ outcome: 'answered' });
    expect(await attempt({})).toBe(429);
    expect(crm.received).toHaveLength(20);
  });
});

it('nothing of it is in a log', () => expect(JSON.stringify(office.log)).not.toContain('CANARY'));
