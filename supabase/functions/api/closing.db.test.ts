/** The end of a workspace and of an account: nothing of it is left at Vapi or here, whatever kills it on the way. */
import { createClient } from '@supabase/supabase-js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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
import { removeWorkspaces } from '../_shared/removal.ts';

let office: Office;
const MINUTE = 60_000;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
afterEach(() => office.interceptVapi(null));

const sql = () => office.stack.sql;

async function everythingAtVapi(): Promise<string[]> {
  const { vapi } = office.deps;
  if (!vapi) throw new Error('no Vapi');
  const lists = await Promise.all([
    vapi.listAssistants({ limit: 1000 }),
    vapi.listSquads({ limit: 1000 }),
    vapi.listPhoneNumbers({ limit: 1000 }),
    vapi.listFiles(),
    vapi.listCalls({ limit: 1000 }),
  ]);
  return lists.flatMap((list) => (list.ok ? list.value.map(({ id }) => id) : ['unread'])).sort();
}

/** A workspace that has something of every sort, here and at Vapi. */
async function furnished(): Promise<Worker> {
  const owner = await office.hire();
  const number = await getNumber(office, owner);
  await publishFlow(office, owner, await drawFlow(owner, restaurantReservation()), number.id);
  const form = new FormData();
  form.set('workspaceId', owner.workspace);
  form.set('file', new File(['Our prices'], 'prices.txt', { type: 'text/plain' }));
  expect((await office.ask(owner, 'POST', '/files', form)).status).toBe(200);
  const begun = await office.line('/calls', { to: number.number, from: '+33612345678' });
  if (!begun.ended) await office.line(`/calls/${begun.callId}/hang-up`, {});
  const limit = { unit: 'minutes', most: 1, language: 'en', message: 'Later, please.', transferTo: null };
  await sql()`update usage set seconds = 600 where workspace_id = ${owner.workspace}`;
  await office.ask(owner, 'POST', '/usage/limit', { workspaceId: owner.workspace, ...limit });
  return owner;
}

const rename = (owner: Worker) =>
  sql()`update workspaces set name = 'Practice' where id = ${owner.workspace}`;
const close = (owner: Worker, name = 'Practice', workspace = owner.workspace) =>
  office.ask(owner, 'POST', '/workspaces/close', { workspaceId: workspace, name });

async function expectGone(workspace: string): Promise<void> {
  const tables =
    await sql()`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'workspace_id'`;
  for (const { name } of tables)
    expect(
      (await sql().unsafe(`select 1 from ${name} where workspace_id = '${workspace}'`)).length,
      name as string,
    ).toBe(0);
  expect((await sql()`select 1 from workspaces where id = ${workspace}`).length).toBe(0);
}

describe('a workspace', () => {
  it('is closed by an owner who writes its name out, and by nobody else', async () => {
    const owner = await office.hire();
    await rename(owner);
    const viewer = await hireViewer(office, owner);
    const answers = [
      await close(viewer),
      await close(await office.hire(), 'Practice', owner.workspace),
      await close(owner, 'practise'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 404, 409]);
    expect((await owner.client.from('workspaces').select('id')).data).toHaveLength(1);
  });

  it('goes with everything of ours at Vapi and here, and takes nothing of others along', async () => {
    const other = await furnished();
    const before = await everythingAtVapi();
    const owner = await furnished();
    await rename(owner);
    expect((await everythingAtVapi()).length).toBeGreaterThan(before.length + 4);
    expect((await close(owner)).status).toBe(200);
    expect((await owner.client.from('workspaces').select('id')).data).toEqual([]);
    await office.cron();
    await expectGone(owner.workspace);
    expect(await everythingAtVapi()).toEqual(before);
    expect((await other.client.from('flows').select('id')).data).toHaveLength(1);
  }, 400_000);

  it('hands a number back that was brought along, and what opened the account there', async () => {
    const owner = await office.hire();
    await rename(owner);
    const brought = await office.ask(owner, 'POST', '/numbers/import', {
      workspaceId: owner.workspace,
      number: '+33142685399',
      label: '',
      account: { provider: 'telnyx', apiKey: 'KEY0123456789_secret' },
    });
    expect(brought.status).toBe(200);
    const left = async () => {
      const numbers = await office.deps.vapi!.listPhoneNumbers({ limit: 1000 });
      const credentials = await office.deps.vapi!.listCredentials();
      if (!numbers.ok || !credentials.ok) throw new Error('no list');
      return [
        numbers.value.filter(({ number }) => number === '+33142685399').length,
        credentials.value.length,
      ];
    };
    expect(await left()).toEqual([1, 1]);
    expect((await close(owner)).status).toBe(200);
    await expectGone(owner.workspace);
    expect(await left()).toEqual([0, 0]);
  });

  it('waits for Vapi, and is closed for everybody meanwhile', async () => {
    const owner = await furnished();
    await rename(owner);
    office.interceptVapi(() => Promise.reject(new TypeError('out of reach')));
    expect((await close(owner)).status).toBe(200);
    expect((await owner.client.from('flows').select('id')).data).toEqual([]);
    expect((await office.ask(owner, 'GET', `/people?workspaceId=${owner.workspace}`)).status).toBe(404);
    expect((await sql()`select 1 from workspaces where id = ${owner.workspace}`).length).toBe(1);
    office.interceptVapi(null);
    office.wait(10 * MINUTE);
    await office.cron();
    await expectGone(owner.workspace);
  });

  it('killed at any request to Vapi or to the database, it goes on and leaves nothing', async () => {
    const before = await everythingAtVapi();
    let kills = 0;
    let isReached = true;
    for (let step = 0; isReached; step += 5) {
      const owner = await furnished();
      await rename(owner);
      await sql()`select close_workspace(${owner.workspace}, ${owner.userId}, 'Practice')`;
      let count = 0;
      const dies = () => count++ >= step;
      office.interceptVapi(async (_request, pass) => {
        if (dies()) throw new TypeError('killed');
        const answer = await pass();
        if (dies()) throw new TypeError('killed');
        return answer;
      });
      const { secretKey } = office.stack.secrets;
      const fetch: typeof globalThis.fetch = (input, init) =>
        dies() ? Promise.reject(new TypeError('killed')) : office.stack.fetch(input, init);
      const service = createClient(office.stack.url, secretKey, {
        auth: { persistSession: false },
        global: { fetch },
      });
      await removeWorkspaces({ ...office.deps, service }).catch(() => 0);
      isReached = count > step;
      kills += isReached ? 1 : 0;
      office.interceptVapi(null);
      for (let round = 0; round < 2; round++) {
        office.wait(300 * MINUTE);
        await removeWorkspaces(office.deps);
      }
      await expectGone(owner.workspace);
      expect(await everythingAtVapi(), `killed at ${step}`).toEqual(before);
    }
    console.log(`workspace removal killed at ${kills} points: 0 left behind`);
    expect(kills).toBeGreaterThan(5);
  }, 900_000);
});

describe('an account', () => {
  const closeAccount = (worker: Worker, email = worker.email) =>
    office.ask(worker, 'POST', '/account/close', { email });

  it('stays while it is the only owner of people, and until its address is written out', async () => {
    const owner = await office.hire();
    await hireViewer(office, owner);
    expect((await closeAccount(owner, 'somebody@example.com')).status).toBe(409);
    const refused = await closeAccount(owner);
    expect(await refused.json()).toMatchObject({ error: { code: 'last-owner' } });
    expect((await owner.client.from('workspaces').select('id')).data).toHaveLength(1);
  });

  it('goes with the workspaces of nobody else; others keep what was drawn', async () => {
    const owner = await office.hire();
    const guest = await hireViewer(office, owner);
    const flow = await drawFlow(owner);
    await sql()`update flows set created_by = ${guest.userId} where id = ${flow}`;
    const [alone] =
      await sql()`select workspace_id from members where user_id = ${guest.userId} and role = 'owner'`;
    expect((await closeAccount(guest)).status).toBe(200);
    expect((await sql()`select 1 from auth.users where id = ${guest.userId}`).length).toBe(0);
    await office.cron();
    await expectGone(alone?.workspace_id as string);
    expect([...(await sql()`select created_by from flows where id = ${flow}`)]).toEqual([
      { created_by: null },
    ]);
  });
});
