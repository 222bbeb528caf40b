/** The activity log on a real database: who did what, written in the transaction that does it, and never changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActivityAnswer } from '../../../src/publish/workspace-wire.ts';
import { drawFlow, hireViewer, type Office, openOffice, type Worker } from '../../tests/functions/office.ts';
import { PASSWORD } from '../../tests/stack/harness.ts';

let office: Office;
let owner: Worker;
const CANARY = 'vk_CANARY_0123456789';

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire('owner@example.com');
});
afterAll(() => office.close());

const sql = () => office.stack.sql;
async function log(worker: Worker = owner, query = ''): Promise<ActivityAnswer> {
  const response = await office.ask(worker, 'GET', `/activity?workspaceId=${owner.workspace}${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as ActivityAnswer;
}
const latest = async () => (await log()).entries[0];

async function callWithWords(): Promise<string> {
  const [call] = await sql()`insert into calls (workspace_id, vapi_call_id, status, started_at)
    values (${owner.workspace}, ${`call-${Math.random()}`}, 'ended', now()) returning id`;
  await sql()`insert into call_turns (workspace_id, call_id, position, role, text)
    values (${owner.workspace}, ${call?.id}, 0, 'caller', 'Hello')`;
  return call?.id as string;
}

describe('the log says who did what', () => {
  it('from the first sign-in on', async () => {
    const { error } = await office.stack
      .anon()
      .auth.signInWithPassword({ email: owner.email, password: PASSWORD });
    expect(error).toBeNull();
    const actions = (await log()).entries.map(({ action }) => action);
    expect(actions).toContain('workspace-created');
    expect(actions[0]).toBe('signed-in');
  });

  it('what people change of the workspace by themselves', async () => {
    await owner.client
      .from('workspaces')
      .update({ name: 'Practice', keep_words: 7 })
      .eq('id', owner.workspace);
    const { entries } = await log();
    expect(
      entries
        .slice(0, 2)
        .map(({ action }) => action)
        .sort(),
    ).toEqual(['retention-changed', 'workspace-renamed']);
    expect(entries[0]).toMatchObject({ who: 'person', email: 'owner@example.com' });
    await owner.client.from('objections').insert({ workspace_id: owner.workspace, number: '+33612345678' });
    expect(await latest()).toMatchObject({ action: 'objection-noted', facts: { caller: '…78' } });
  });

  it('invitations, roles and removals, by whom and to whom', async () => {
    await office.ask(owner, 'POST', '/invitations', {
      workspaceId: owner.workspace,
      email: 'guest@example.com',
      role: 'viewer',
      language: 'en',
    });
    expect(await latest()).toMatchObject({
      action: 'invited',
      email: 'owner@example.com',
      facts: { email: 'g…@example.com', role: 'viewer' },
    });
    const viewer = await hireViewer(office, owner);
    const member = { workspaceId: owner.workspace, userId: viewer.userId };
    await office.ask(owner, 'POST', '/people/role', { ...member, role: 'editor' });
    expect(await latest()).toMatchObject({
      action: 'role-changed',
      email: 'owner@example.com',
      about: viewer.email,
      facts: { from: 'viewer', to: 'editor' },
    });
    await office.ask(owner, 'POST', '/people/remove', member);
    expect(await latest()).toMatchObject({
      action: 'member-removed',
      email: 'owner@example.com',
      about: viewer.email,
    });
  });

  it('that a secret and a key were set, never what they are', async () => {
    await office.ask(owner, 'POST', '/secrets', { workspaceId: owner.workspace, name: 'crm', value: CANARY });
    expect(await latest()).toMatchObject({
      action: 'secret-set',
      email: owner.email,
      facts: { name: 'crm' },
    });
    await office.ask(owner, 'POST', '/secrets/remove', { workspaceId: owner.workspace, name: 'crm' });
    expect(await latest()).toMatchObject({ action: 'secret-removed', email: owner.email });
    const connected = await office.ask(owner, 'POST', '/connection', {
      workspaceId: owner.workspace,
      region: 'sandbox',
      key: office.stack.secrets.vapiApiKey,
    });
    expect(connected.status).toBe(200);
    expect(await latest()).toMatchObject({ action: 'connection-set', email: owner.email });
    await office.ask(owner, 'POST', '/connection/remove', { workspaceId: owner.workspace });
    const stored = JSON.stringify(await sql()`select * from activity`);
    expect(stored).not.toContain(CANARY);
    expect(stored).not.toContain(office.stack.secrets.vapiApiKey.slice(-4));
  });

  it('that recording was switched on in a drawing', async () => {
    const flow = await drawFlow(owner);
    await sql()`update flows set document = jsonb_set(document, '{settings,recording}', 'true') where id = ${flow}`;
    expect(await latest()).toMatchObject({ action: 'recording-on', facts: { flow: 'Reception' } });
  });

  it('what was asked about a caller, without the number', async () => {
    const person = { workspaceId: owner.workspace, number: '06 12 34 56 78' };
    await office.ask(owner, 'POST', '/person/export', person);
    expect(await latest()).toMatchObject({ action: 'person-exported', facts: { caller: '…78' } });
    await office.ask(owner, 'POST', '/person/erase', person);
    expect(await latest()).toMatchObject({ action: 'person-erased', email: owner.email });
  });
});

describe('reading what was said', () => {
  it('is noted once for a call that is kept open, for each who reads it', async () => {
    const call = await callWithWords();
    const viewer = await hireViewer(office, owner);
    for (const worker of [owner, owner, viewer]) {
      const read = await office.ask(worker, 'GET', `/calls/${call}/words`);
      expect(await read.json()).toMatchObject({ turns: [{ text: 'Hello' }] });
    }
    const noted =
      await sql()`select person from activity where action = 'words-read' and facts ->> 'call' = ${call}`;
    expect(noted.map(({ person }) => person).sort()).toEqual([owner.userId, viewer.userId].sort());
  });

  it('is refused to strangers as if there were no such call, and not possible in another way', async () => {
    const call = await callWithWords();
    const stranger = await office.hire();
    const foreign = await office.ask(stranger, 'GET', `/calls/${call}/words`);
    const unknown = await office.ask(stranger, 'GET', `/calls/${crypto.randomUUID()}/words`);
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await unknown.text());
    const { error } = await owner.client.from('call_turns').select('text');
    expect(error?.code).toBe('42501');
  });
});

describe('the log', () => {
  it('is for owners alone', async () => {
    const viewer = await hireViewer(office, owner);
    const stranger = await office.hire();
    const ask = (worker: Worker) => office.ask(worker, 'GET', `/activity?workspaceId=${owner.workspace}`);
    expect([(await ask(viewer)).status, (await ask(stranger)).status]).toEqual([403, 404]);
  });

  it('goes back page by page without losing or repeating an entry', async () => {
    await sql()`insert into activity (workspace_id, action, person)
      select ${owner.workspace}, 'signed-in', ${owner.userId} from generate_series(1, 120)`;
    const [all] =
      await sql()`select count(*)::int as entries from activity where workspace_id = ${owner.workspace}`;
    const seen = new Set<string>();
    let page = await log();
    for (;;) {
      for (const { id } of page.entries) seen.add(id);
      if (!page.hasMore) break;
      page = await log(owner, `&before=${encodeURIComponent(page.entries.at(-1)?.at ?? '')}`);
    }
    expect(seen.size).toBe(all?.entries);
  });

  it('can be changed by nobody, not even by who owns the database', async () => {
    for (const statement of [
      `update activity set action = 'published'`,
      `delete from activity`,
      `truncate activity`,
    ])
      await expect(sql().unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('forgets what is older than the workspace keeps it, and nothing else', async () => {
    await sql()`insert into activity (workspace_id, action, at) values
      (${owner.workspace}, 'signed-in', now() - interval '366 days'),
      (${owner.workspace}, 'signed-in', now() - interval '364 days')`;
    await office.cron();
    const old = await sql()`select at from activity where at < now() - interval '300 days'`;
    expect(old.length).toBe(1);
  });

  it('knows a deleted account by a number only', async () => {
    const viewer = await hireViewer(office, owner);
    await sql()`insert into activity (workspace_id, action, person) values (${owner.workspace}, 'signed-in', ${viewer.userId})`;
    await sql()`delete from auth.users where id = ${viewer.userId}`;
    const text = JSON.stringify(await log());
    expect(text).not.toContain(viewer.email);
    expect(text).not.toContain(viewer.userId);
    expect((await log()).entries.some(({ who }) => who === 'gone')).toBe(true);
  });
});
