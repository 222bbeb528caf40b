/** The activity log on a real database: who did what, written in the transaction that does it, and never changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ActivityAnswer,
  type ActivityCheck,
  activityCheck,
} from '../../../src/publish/workspace-wire.ts';
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

describe('the chain of the log', () => {
  const check = async () => {
    const response = await office.ask(owner, 'GET', `/activity/check?workspaceId=${owner.workspace}`);
    expect(response.status).toBe(200);
    return activityCheck.parse(await response.json());
  };
  /** As the owner of the tables, who can do anything; whatever it was is undone afterwards. */
  async function tamper(...statements: readonly string[]) {
    const undone = Symbol('undone');
    let found: ActivityCheck | undefined;
    await sql()
      .begin(async (all) => {
        await all`set local session_replication_role = replica`;
        for (const statement of statements) await all.unsafe(statement);
        const [row] = await all`select verify_activity(${owner.workspace}) as check`;
        found = row?.check as ActivityCheck;
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    return found?.fault;
  }
  const one = (offset = 0) => `(select id from activity where workspace_id = '${owner.workspace}'
    and at > now() - interval '1 day' order by at, id offset ${offset} limit 1)`;

  it('is whole after all that was done above, and for whoever did nothing yet', async () => {
    const { entries, fault, at, blanked, link } = await check();
    expect({ fault, at, blanked }).toEqual({ fault: null, at: null, blanked: 0 });
    expect(entries).toBeGreaterThan(120);
    expect(link).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['another action', `update activity set action = 'flow-deleted' where id = `, '', 'changed'],
    ['another person', `update activity set person = gen_random_uuid() where id = `, '', 'changed'],
    ['another time', `update activity set at = at - interval '1 second' where id = `, '', 'changed'],
    ['other facts', `update activity set facts = '{"flow": "Other"}' where id = `, '', 'changed'],
    ['another salt', `update activity set salt = gen_random_uuid() where id = `, '', 'changed'],
    ['an entry that is gone', `delete from activity where id = `, '', 'missing'],
  ])('%s is found, in every entry', async (_, begin, end, fault) => {
    const { entries } = await check();
    for (let offset = 0; offset < 20; offset += 1)
      expect(await tamper(`${begin}${one(offset * Math.floor(entries / 25))}${end}`)).toBe(fault);
  });

  it.each([
    [
      'one that nobody wrote',
      () => [`insert into activity (workspace_id, action) values ('${owner.workspace}', 'signed-in')`],
      'added',
    ],
    [
      'one that went with its link',
      () => [
        `delete from private.activity_chain where entry = ${one(3)}`,
        `delete from activity where id = ${one(3)}`,
      ],
      'broken',
    ],
    [
      'the last one that went with its link',
      () => [
        `delete from activity where id = (select entry from private.activity_chain
          where workspace_id = '${owner.workspace}' order by position desc limit 1)`,
        `delete from private.activity_chain where position = (select max(position) from private.activity_chain
          where workspace_id = '${owner.workspace}') and workspace_id = '${owner.workspace}'`,
      ],
      'broken',
    ],
    [
      'one that is said to be forgotten',
      () => [
        `update private.activity_chain set entry = null where entry = ${one(3)}`,
        `delete from activity where id = ${one(3)}`,
      ],
      'missing',
    ],
    [
      'one that is said to be forgotten long ago',
      () => [
        `update private.activity_chain set entry = null, at = now() - interval '200 days' where entry = ${one(3)}`,
        `delete from activity where id = ${one(3)}`,
      ],
      // An older one is still there.
      'missing',
    ],
    [
      'a digest that was made to fit',
      () => [
        `update activity set action = 'flow-deleted' where id = ${one(3)}`,
        `update private.activity_chain as c set digest = private.digest_of_entry(a, c.position, c.facts_digest)
          from activity as a where a.id = c.entry and c.entry = ${one(3)}`,
      ],
      'broken',
    ],
  ])('%s is found', async (_, statements, fault) => {
    expect(await tamper(...statements())).toBe(fault);
  });

  it('cannot be made anew once it is sealed, and is not sealed anew then', async () => {
    office.wait(2 * 3_600_000);
    await office.cron();
    expect(await check()).toMatchObject({ fault: null, sealedAt: expect.any(String) });
    const { link } = await check();
    expect(office.log).toContainEqual(expect.objectContaining({ event: 'activity-sealed', code: link }));
    await sql()`create table private.kept_chain as select * from private.activity_chain where workspace_id = ${owner.workspace}`;
    await sql()`create table private.kept_head as select * from private.activity_heads where workspace_id = ${owner.workspace}`;
    const [entry] = await sql().unsafe(`select * from activity where id = ${one(3)}`);
    // Whoever owns the tables changes an entry and makes the whole chain again.
    const anew = (change: string) =>
      sql().begin(async (all) => {
        await all`set local session_replication_role = replica`;
        await all.unsafe(change);
        await all`delete from private.activity_chain where workspace_id = ${owner.workspace}`;
        await all`update private.activity_heads set position = 0, link = private.first_link(workspace_id)
          where workspace_id = ${owner.workspace}`;
        await all`select private.link_entry(a) from (
          select a from activity as a join private.kept_chain as c on c.entry = a.id order by c.position) as kept`;
      });
    await anew(`update activity set action = 'flow-deleted' where id = '${entry?.id}'`);
    expect(await check()).toMatchObject({ fault: 'made-anew' });
    await sql()`insert into activity (workspace_id, action)
      select ${owner.workspace}, 'signed-in' from generate_series(1, 5)`;
    office.wait(2 * 3_600_000);
    await office.cron();
    expect(await check()).toMatchObject({ fault: 'made-anew' });
    expect(office.log).toContainEqual({ function: 'cron', event: 'activity-changed' });
    // A seal of another workspace does not stand for it either.
    const stranger = await office.hire();
    await office.cron();
    await sql()`update private.activity_heads as h set sealed = o.sealed from private.activity_heads as o
      where h.workspace_id = ${owner.workspace} and o.workspace_id = ${stranger.workspace}`;
    expect(await check()).toMatchObject({ fault: 'made-anew' });
    await sql().begin(async (all) => {
      await all`set local session_replication_role = replica`;
      await all`update activity set action = ${entry?.action} where id = ${entry?.id}`;
      await all`delete from private.activity_chain where workspace_id = ${owner.workspace}`;
      await all`delete from private.activity_heads where workspace_id = ${owner.workspace}`;
      await all`insert into private.activity_chain select * from private.kept_chain`;
      await all`insert into private.activity_heads select * from private.kept_head`;
      await all`delete from activity where workspace_id = ${owner.workspace}
        and id not in (select entry from private.kept_chain where entry is not null)`;
      await all`drop table private.kept_chain, private.kept_head`;
    });
    expect(await check()).toMatchObject({ fault: null });
  });

  it('stays whole when old entries are forgotten and when a person is erased from it', async () => {
    await drawFlow(owner);
    await sql()`update flows set name = 'Calls of 06 12 34 56 78' where workspace_id = ${owner.workspace}`;
    await sql()`delete from flows where workspace_id = ${owner.workspace}`;
    const erased = await office.ask(owner, 'POST', '/person/erase', {
      workspaceId: owner.workspace,
      number: '06 12 34 56 78',
    });
    expect(erased.status).toBe(200);
    const { fault, blanked } = await check();
    expect({ fault, isBlanked: blanked > 0 }).toEqual({ fault: null, isBlanked: true });
    expect(JSON.stringify(await sql()`select * from activity`)).not.toContain('06 12 34 56 78');
    const [{ entries } = {}] = await sql()`select count(*)::int as entries from activity
      where workspace_id = ${owner.workspace} and action = 'flow-deleted'`;
    expect(entries).toBeGreaterThan(0);
    // Nothing of what is forgotten can be guessed from its link.
    const forgotten = await sql()`select entry from private.activity_chain
      where workspace_id = ${owner.workspace} and at < now() - interval '365 days'`;
    expect(forgotten).toEqual([{ entry: null }]);
  });

  it('holds what many write at once', async () => {
    const before = (await check()).entries;
    await Promise.all(
      Array.from(
        { length: 40 },
        () =>
          sql()`insert into activity (workspace_id, action, person) values (${owner.workspace}, 'signed-in', ${owner.userId})`,
      ),
    );
    expect(await check()).toMatchObject({ fault: null, entries: before + 40 });
  });

  it('is checked by owners alone', async () => {
    const viewer = await hireViewer(office, owner);
    const stranger = await office.hire();
    const ask = async (worker: Worker) =>
      (await office.ask(worker, 'GET', `/activity/check?workspaceId=${owner.workspace}`)).status;
    expect([await ask(viewer), await ask(stranger)]).toEqual([403, 404]);
  });
});
