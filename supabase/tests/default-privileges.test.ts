/**
 * Who may do what is said by our migrations alone. Hosted projects differ in what new tables are granted to the API's
 * roles by default (all, or nothing); the result must be the same on both.
 */
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { MIGRATIONS_FOLDER, migrate } from '../local/migrations.ts';
import { freshDatabase } from './stack/harness.ts';

const GENEROUS_DEFAULTS = `
  alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
  alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
  alter default privileges in schema public grant all on functions to anon, authenticated, service_role;`;

/** What each role may do, in effect: also through PUBLIC. */
const PRIVILEGES = `
  with role (name) as (values ('anon'), ('authenticated'), ('service_role'))
  select format('%s: %s %s', role.name, privilege, c.relname) as line
    from role, pg_class c, unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) privilege
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p') and has_table_privilege(role.name, c.oid, privilege)
  union all
  select format('%s: %s %s.%s', role.name, privilege, c.relname, a.attname)
    from role, pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped, unnest(array['select', 'insert', 'update']) privilege
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p') and has_column_privilege(role.name, c.oid, a.attnum, privilege)
  union all
  select format('%s: use %s', role.name, c.relname) from role, pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' and has_sequence_privilege(role.name, c.oid, 'usage')
  union all
  select format('%s: execute %s', role.name, p.oid::regprocedure) from role, pg_proc p
   where p.pronamespace = 'public'::regnamespace and has_function_privilege(role.name, p.oid, 'execute')
  order by 1`;

async function privilegesAfterMigration(defaults: string): Promise<string[]> {
  const database = await freshDatabase('empty');
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(defaults).simple();
    await migrate(sql, MIGRATIONS_FOLDER);
    const rows = await sql.unsafe<{ line: string }[]>(PRIVILEGES);
    return rows.map(({ line }) => line);
  } finally {
    await sql.end();
    await database.drop();
  }
}

test('grants do not depend on the default privileges of the project', async () => {
  const closed = await privilegesAfterMigration('');
  expect(closed.length).toBeGreaterThan(0);
  expect(await privilegesAfterMigration(GENEROUS_DEFAULTS)).toEqual(closed);
});
