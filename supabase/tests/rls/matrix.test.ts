/** Tries every cell of the matrix on real Postgres, each in a transaction that is rolled back. */
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../stack/harness.ts';
import { type Outcome, PRINCIPALS, type Principal, TABLES, VERBS, type Verb } from './matrix.ts';
import { type DatabaseRole, FUNCTIONS } from './matrix-functions.ts';
import { buildWorld, claimsOf, idsOf, MOVE, PEOPLE, TRIALS } from './world.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let sql: postgres.Sql;
let asserted = 0;

beforeAll(async () => {
  database = await freshDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  await buildWorld(sql);
});

afterAll(async () => {
  await sql.end();
  await database.drop();
});

const undo = Symbol('undo');

/** Runs in a transaction that leaves nothing behind. */
async function inTrial<Value>(
  work: (transaction: postgres.TransactionSql) => Promise<Value>,
): Promise<Value> {
  let value: Value | undefined;
  await sql
    .begin(async (transaction) => {
      value = await work(transaction);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return value as Value;
}

async function become(transaction: postgres.TransactionSql, principal: Principal): Promise<void> {
  const claims = claimsOf(principal);
  await transaction`select set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`;
  await transaction.unsafe(`set local role ${claims.role}`);
}

/** What a statement does for a principal, and whether the row of workspace `a` is as before afterwards. */
async function attempt(
  principal: Principal,
  table: string,
  verb: Verb,
): Promise<{ outcome: Outcome; untouched: boolean }> {
  return inTrial(async (transaction) => {
    const before = await snapshot(transaction, table, verb);
    const statement = statementOf(principal, table, verb);
    const outcome = await transaction
      .savepoint(async (inner): Promise<Outcome> => {
        await become(inner, principal);
        const result = await inner.unsafe(statement);
        await inner.unsafe('reset role');
        return result.count > 0 ? 'allowed' : 'nothing';
      })
      .catch((error: { code?: string }): Outcome => {
        if (error.code === '42501') return 'refused';
        if (error.code?.startsWith('23')) return 'blocked';
        throw error;
      });
    const after = await snapshot(transaction, table, verb);
    return { outcome, untouched: before === after };
  });
}

/** The whole table and everything below it, as the superuser sees it; `xmin` changes with every write. */
async function snapshot(transaction: postgres.TransactionSql, table: string, verb: Verb): Promise<string> {
  if (verb === 'select') return '';
  const rows = await transaction.unsafe(
    `select xmin::text, to_jsonb(t) as row from public.${table} as t order by 2`,
  );
  return JSON.stringify(rows);
}

function statementOf(principal: Principal, table: string, verb: Verb): string {
  const trial = TRIALS[table];
  const columns = TABLES[table]?.columns;
  if (!trial || !columns) throw new Error(`world.ts or matrix.ts has no table ${table}`);
  const [a, b] = [idsOf('a'), idsOf('b')];
  const foreign = principal === 'stranger' ? a : b;
  switch (verb) {
    case 'select':
      return `select ${columns.select.join(', ') || '*'} from public.${table} where ${trial.where}`;
    case 'insert':
      return trial.insert(a, a);
    case 'insert-foreign':
      return trial.insert(foreign, foreign);
    case 'foreign-parent':
      return principal === 'stranger' ? trial.insert(b, a) : trial.insert(a, b);
    case 'update':
      return `update public.${table} set ${trial.update} where ${trial.where}`;
    case 'delete':
      return `delete from public.${table} where ${trial.deleteWhere ?? trial.where}`;
    case 'move':
      return `update public.${table} set ${trial.move ?? MOVE} where ${trial.where}`;
  }
}

describe('rows', () => {
  for (const [table, { cells }] of Object.entries(TABLES)) {
    it(table, async () => {
      const seen: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const verb of VERBS) {
        const row = cells[verb];
        if (!row) continue;
        for (const principal of PRINCIPALS) {
          const { outcome, untouched } = await attempt(principal, table, verb);
          const changed = outcome !== 'allowed' && !untouched ? ' but something changed' : '';
          seen[`${principal} ${verb}`] = outcome + changed;
          expected[`${principal} ${verb}`] = row[principal];
          asserted++;
        }
      }
      expect(seen).toEqual(expected);
    });
  }
});

describe('columns', () => {
  for (const [table, { columns }] of Object.entries(TABLES)) {
    it(table, async () => {
      const rows = await sql<
        { name: string; verb: 'select' | 'insert' | 'update'; anon: boolean; person: boolean }[]
      >`
        select a.attname as name, verb,
          has_column_privilege('anon', c.oid, a.attnum, verb) as anon,
          has_column_privilege('authenticated', c.oid, a.attnum, verb) as person
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped,
          unnest(array['select', 'insert', 'update']) as verb
        where c.oid = ${`public.${table}`}::regclass`;
      for (const verb of ['select', 'insert', 'update'] as const) {
        const granted = rows.filter((row) => row.verb === verb && row.person).map((row) => row.name);
        expect(granted.sort(), `${verb} on ${table} by signed-in people`).toEqual([...columns[verb]].sort());
      }
      expect(rows.filter((row) => row.anon)).toEqual([]);
    });
  }
});

describe('catalogue', () => {
  it('has no table, view or sequence that the matrix does not list', async () => {
    const rows = await sql<{ name: string }[]>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')`;
    expect(rows.map((row) => row.name).sort()).toEqual(Object.keys(TABLES).sort());
  });

  it('has no function that the matrix does not list, and the listed ones are executed by the listed roles', async () => {
    const roles: DatabaseRole[] = ['anon', 'authenticated', 'service_role'];
    const rows = await sql<{ name: string; roles: DatabaseRole[] }[]>`
      select p.proname as name,
        array(select role from unnest(${roles}::text[]) as role where has_function_privilege(role, p.oid, 'execute')) as roles
      from pg_proc p where p.pronamespace = 'public'::regnamespace`;
    expect(Object.fromEntries(rows.map((row) => [row.name, row.roles]))).toEqual(FUNCTIONS);
  });

  it('enforces row-level security on every table, for its owner too', async () => {
    const rows = await sql`select relname from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`;
    expect([...rows]).toEqual([]);
  });

  it('has policies for signed-in people only, which look membership up once a statement', async () => {
    const rows = await sql<
      { name: string; roles: string; qual: string | null; check: string | null; cmd: string }[]
    >`
      select policyname as name, roles::text, qual, with_check as check, cmd from pg_policies where schemaname = 'public'`;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.roles, row.name).toBe('{authenticated}');
      for (const text of [row.qual, row.check]) {
        if (text === null) continue;
        expect(text, row.name).toMatch(/IN \( SELECT private\.my_workspaces\(/);
        expect(text.replaceAll(/SELECT auth\.uid\(\)/g, ''), row.name).not.toContain('auth.uid()');
      }
      if (row.cmd === 'UPDATE') expect(row.qual !== null && row.check !== null, row.name).toBe(true);
    }
  });

  it('keeps schema private out of reach', async () => {
    const [row] = await sql`select has_schema_privilege('anon', 'private', 'usage') as anon,
      has_schema_privilege('authenticated', 'private', 'usage') as person`;
    expect(row).toEqual({ anon: false, person: false });
  });

  it('gives nothing away with the next table or function', async () => {
    await inTrial(async (transaction) => {
      await transaction`create table public.next_table (id integer)`;
      await transaction`create function public.next_function() returns integer language sql return 1`;
      const [row] = await transaction`select
        bool_or(has_table_privilege(role, 'public.next_table', 'select')) as reads,
        bool_or(has_function_privilege(role, 'public.next_function()', 'execute')) as executes
        from unnest(array['anon', 'authenticated', 'service_role']) as role`;
      expect(row).toEqual({ reads: false, executes: false });
    });
  });
});

describe('rules of the tables', () => {
  /** What a signed-in person reads of workspace `a`, in every table that people may read at all. */
  async function readBy(transaction: postgres.TransactionSql, person: string): Promise<string[]> {
    const claims = JSON.stringify({ role: 'authenticated', sub: person });
    await transaction`select set_config('request.jwt.claims', ${claims}, true)`;
    await transaction.unsafe('set local role authenticated');
    const seen: string[] = [];
    for (const [table, { columns }] of Object.entries(TABLES)) {
      if (columns.select.length === 0) continue;
      const column = table === 'workspaces' ? 'id' : 'workspace_id';
      const rows = await transaction.unsafe(
        `select ${columns.select.join(', ')} from public.${table} where ${column} = '${idsOf('a').workspace}'`,
      );
      if (rows.length > 0) seen.push(table);
    }
    return seen;
  }

  it('a removed member sees nothing with the next statement', async () => {
    await inTrial(async (transaction) => {
      expect((await readBy(transaction, PEOPLE.editor)).length).toBeGreaterThan(10);
      await transaction.unsafe('reset role');
      await transaction`delete from members where user_id = ${PEOPLE.editor} and workspace_id = ${idsOf('a').workspace}`;
      expect(await readBy(transaction, PEOPLE.editor)).toEqual([]);
    });
  });

  it('whoever is invited sees nothing before they have accepted', async () => {
    await inTrial(async (transaction) => {
      const hash = 'f'.repeat(64);
      await transaction`update auth.users set email_confirmed_at = now() where id = ${PEOPLE.newcomer}`;
      await transaction`select invite(${idsOf('a').workspace}, ${PEOPLE.owner}, 'newcomer@example.com', 'viewer', ${hash}, 60)`;
      expect(await readBy(transaction, PEOPLE.newcomer)).toEqual([]);
      await transaction.unsafe('reset role');
      await transaction`select accept_invitation(${hash}, ${PEOPLE.newcomer})`;
      expect(await readBy(transaction, PEOPLE.newcomer)).toEqual(await readBy(transaction, PEOPLE.viewer));
    });
  });

  it('the last owner can neither leave nor be made less', async () => {
    const owner = PEOPLE.owner;
    const workspace = idsOf('a').workspace;
    const leave = (t: postgres.TransactionSql) =>
      t`delete from members where user_id = ${owner} and workspace_id = ${workspace}`;
    const demote = (t: postgres.TransactionSql) =>
      t`update members set role = 'viewer' where user_id = ${owner} and workspace_id = ${workspace}`;
    await expect(inTrial(leave)).rejects.toMatchObject({ code: '23514' });
    await expect(inTrial(demote)).rejects.toMatchObject({ code: '23514' });
    await inTrial(async (transaction) => {
      await transaction`update members set role = 'owner' where user_id = ${PEOPLE.editor}`;
      expect((await leave(transaction)).count).toBe(1);
    });
  });

  it('an account can be deleted unless that leaves people without an owner', async () => {
    const remove = (person: string) =>
      inTrial((transaction) => transaction`delete from auth.users where id = ${person}`);
    await expect(remove(PEOPLE.owner)).rejects.toMatchObject({ code: '23514', message: 'last-owner' });
    await expect(remove(PEOPLE.editor)).resolves.toMatchObject({ count: 1 });
  });

  it('a workspace goes with everything in it', async () => {
    await inTrial(async (transaction) => {
      await transaction`delete from workspaces where id = ${idsOf('a').workspace}`;
      for (const table of Object.keys(TABLES)) {
        const column = table === 'workspaces' ? 'id' : 'workspace_id';
        const rows = await transaction.unsafe(
          `select 1 from public.${table} where ${column} = '${idsOf('a').workspace}'`,
        );
        expect(rows.length, table).toBe(0);
      }
    });
  });

  it('the file of a workspace that goes is still removed at Vapi', async () => {
    await inTrial(async (transaction) => {
      const { workspace, file } = idsOf('a');
      await transaction`delete from workspaces where id = ${workspace}`;
      await become(transaction, 'service');
      const rows = await transaction`select file_id, vapi_id from public.list_file_removals()`;
      expect([...rows]).toEqual([{ file_id: file, vapi_id: 'file-a' }]);
      await transaction`select public.finish_file_removal(${file})`;
      expect((await transaction`select from public.list_file_removals(${file})`).length).toBe(0);
    });
  });

  const plan = (fileId: string) => ({
    resources: [{ tools: [{ knowledgeBases: [{ fileIds: [fileId] }] }] }],
  });

  it('a publication reads only files of its own workspace', async () => {
    const { workspace, flow, version, number } = idsOf('a');
    const publish = (fileId: string) =>
      inTrial(
        (transaction) => transaction`
          insert into deployments (workspace_id, flow_id, version_id, phone_number_id, plan, manifest)
          values (${workspace}, ${flow}, ${version}, ${number}, ${transaction.json(plan(fileId))}, '{}')`,
      );
    await expect(publish('file-a')).resolves.toMatchObject({ count: 1 });
    for (const foreign of ['file-b', 'nobody', idsOf('a').file])
      await expect(publish(foreign), foreign).rejects.toMatchObject({ code: '55000', message: 'file-gone' });
  });

  it('a file is removed unless something in service reads it', async () => {
    const { file, deployment, flow, spareFlow } = idsOf('a');
    const removal = (state: string, reads: string) =>
      inTrial(async (transaction) => {
        await transaction`update deployments set state = ${state}, plan = ${transaction.json(plan(reads))}
          where id = ${deployment}`;
        await transaction`update flows set document =
          ${transaction.json({ nodes: { n: { data: { files: [{ id: file }] } } } })} where id = ${spareFlow}`;
        await become(transaction, 'service');
        const uses = await transaction`select flow_id, in_service from public.uses_of_file(${file})`;
        const [row] = await transaction`select public.remove_knowledge_file(${file}) as outcome`;
        return { outcome: row?.outcome, uses: [...uses] };
      });
    const drawn = { flow_id: spareFlow, in_service: false };
    const served = { outcome: 'in-service', uses: [{ flow_id: flow, in_service: true }, drawn] };
    for (const state of ['live', 'running']) expect(await removal(state, 'file-a')).toEqual(served);
    expect(await removal('live', 'file-b')).toEqual({ outcome: 'removed', uses: [drawn] });
    expect(await removal('superseded', 'file-a')).toEqual({ outcome: 'removed', uses: [drawn] });
  });

  it('a flow that answers a number is not deleted', async () => {
    const remove = inTrial((transaction) => transaction`delete from flows where id = ${idsOf('a').flow}`);
    await expect(remove).rejects.toMatchObject({ code: '23503', message: 'flow-in-service' });
  });

  it('a version never changes, but forgets who made it', async () => {
    const { workspace, flow, version } = idsOf('a');
    const change = inTrial(
      (transaction) => transaction`update flow_versions set note = 'x' where id = ${version}`,
    );
    await expect(change).rejects.toMatchObject({ code: '42501' });
    await inTrial(async (transaction) => {
      await transaction`
        insert into flow_versions (workspace_id, flow_id, number, document, content_hash, created_by)
        values (${workspace}, ${flow}, 2, '{}', 'hash', ${PEOPLE.editor})`;
      await transaction`delete from auth.users where id = ${PEOPLE.editor}`;
      const rows =
        await transaction`select created_by from flow_versions where flow_id = ${flow} and number = 2`;
      expect([...rows]).toEqual([{ created_by: null }]);
    });
  });

  it('saving compares and swaps: each save raises the revision, an old one finds no row', async () => {
    await inTrial(async (transaction) => {
      await become(transaction, 'editor');
      const save = (revision: number) => transaction`
        update public.flows set name = 'Saved', document = '{"n": 1}'
        where id = ${idsOf('a').flow} and revision = ${revision} returning revision`;
      expect([...(await save(1))]).toEqual([{ revision: 2 }]);
      expect([...(await save(1))]).toEqual([]);
      expect([...(await save(2))]).toEqual([{ revision: 3 }]);
    });
  });

  it('opening hours are saved the same way, and are an object of at most 128 kB', async () => {
    await inTrial(async (transaction) => {
      await become(transaction, 'editor');
      const save = (revision: number) => transaction`
        update public.opening_hours set name = 'Saved', hours = '{"n": 1}'
        where id = ${idsOf('a').hours} and revision = ${revision} returning revision`;
      expect([...(await save(1))]).toEqual([{ revision: 2 }]);
      expect([...(await save(1))]).toEqual([]);
      expect([...(await save(2))]).toEqual([{ revision: 3 }]);
    });
    const put = (hours: string) =>
      inTrial(
        (transaction) =>
          transaction`update opening_hours set hours = ${hours}::text::jsonb where id = ${idsOf('a').hours}`,
      );
    for (const wrong of ['[]', JSON.stringify({ text: 'x'.repeat(128 * 1024) })])
      await expect(put(wrong)).rejects.toMatchObject({ code: '23514' });
  });

  it('of drawings set aside the last 20 of a flow stay, and none for longer than 90 days', async () => {
    const { workspace, flow, spareFlow, snapshot } = idsOf('a');
    await inTrial(async (transaction) => {
      await transaction`update flow_snapshots set created_at = now() - interval '91 days' where id = ${snapshot}`;
      await become(transaction, 'editor');
      for (const kept of [spareFlow, ...Array.from({ length: 25 }, () => flow)])
        await transaction`
          insert into public.flow_snapshots (workspace_id, flow_id, side, document)
          values (${workspace}, ${kept}, 'own', '{}')`;
      const left = await transaction<{ flow_id: string; count: number }[]>`
        select flow_id, count(*)::int as count from public.flow_snapshots group by flow_id order by count`;
      expect([...left]).toEqual([
        { flow_id: spareFlow, count: 1 },
        { flow_id: flow, count: 20 },
      ]);
      const old = await transaction`select id from public.flow_snapshots where id = ${snapshot}`;
      expect([...old]).toEqual([]);
    });
  });

  it('a document is an object of at most 2 MB', async () => {
    const save = (document: string) =>
      inTrial(
        (transaction) =>
          transaction`update flows set document = ${document}::text::jsonb where id = ${idsOf('a').flow}`,
      );
    await expect(save('[]')).rejects.toMatchObject({ code: '23514' });
    await expect(save(JSON.stringify({ text: 'x'.repeat(2 * 1024 * 1024) }))).rejects.toMatchObject({
      code: '23514',
    });
    await expect(save(JSON.stringify({ text: 'x'.repeat(2 * 1024 * 1024 - 100) }))).resolves.toBeDefined();
  });

  it('a new person owns a workspace, named as wished or after the address', async () => {
    const names = await inTrial(async (transaction) => {
      await transaction`insert into auth.users (id, email, raw_user_meta_data) values
        (gen_random_uuid(), 'jeanne.martin@example.com', '{}'),
        (gen_random_uuid(), 'other@example.com', '{"workspace_name": "  Cabinet Martin "}')`;
      return transaction<{ name: string }[]>`
        select w.name from workspaces w join members m on m.workspace_id = w.id and m.role = 'owner'
        join auth.users u on u.id = m.user_id where u.email in ('jeanne.martin@example.com', 'other@example.com')`;
    });
    expect(names.map((row) => row.name).sort()).toEqual(['Cabinet Martin', 'jeanne.martin']);
  });
});

it('asserts every cell there is', async () => {
  const tables = await sql<{ name: string; child: boolean }[]>`
    select c.relname as name, exists (
      select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and cardinality(k.conkey) > 1
    ) as child
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`;
  let existing = 0;
  for (const { name, child } of tables) {
    const verbs = VERBS.filter(
      (verb) =>
        (name === 'workspaces' ? verb !== 'insert-foreign' : true) && (child || verb !== 'foreign-parent'),
    );
    existing += verbs.length * PRINCIPALS.length;
  }
  const [objects] = await sql<{ count: number }[]>`select
    (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S'))
    + (select count(distinct proname)::int from pg_proc where pronamespace = 'public'::regnamespace) as count`;
  const listed = Object.keys(TABLES).length + Object.keys(FUNCTIONS).length;
  console.log(`RLS cells asserted / existing: ${asserted} / ${existing}`);
  console.log(`objects not listed: ${(objects?.count ?? 0) - listed}`);
  expect(objects?.count).toBe(listed);
  expect(asserted).toBe(existing);
});
