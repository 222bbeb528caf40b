/** The official Supabase CLI applies our migrations, and to the same result as the runner of the local stack. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MIGRATIONS_FOLDER } from '../local/migrations.ts';
import { PROJECT_ROOT } from '../local/settings.ts';
import { freshDatabase } from './stack/harness.ts';

const CLI = 'supabase@3.1.0';
/** The first run downloads the CLI. */
const PATIENCE = 180_000;

let folder: string;
let pushed: Awaited<ReturnType<typeof freshDatabase>>;
let migrated: Awaited<ReturnType<typeof freshDatabase>>;

beforeAll(async () => {
  pushed = await freshDatabase('empty');
  migrated = await freshDatabase('migrated');
  // A copy: the CLI writes notes of its own beside the settings.
  folder = mkdtempSync(join(tmpdir(), 'allokoli-cli-'));
  for (const name of ['config.toml', 'migrations']) {
    cpSync(join(PROJECT_ROOT, 'supabase', name), join(folder, 'supabase', name), { recursive: true });
  }
  const { status, output } = await run(['--version']);
  if (status !== 0 || !output.includes('3.1.0')) {
    throw new Error(`npx could not fetch ${CLI}: this test needs the npm registry once. It said:\n${output}`);
  }
}, PATIENCE);

afterAll(async () => {
  await pushed.drop();
  await migrated.drop();
  rmSync(folder, { recursive: true, force: true });
});

function run(args: string[]): Promise<{ status: number; output: string }> {
  const env = { ...process.env, DO_NOT_TRACK: '1', NO_COLOR: '1' };
  return new Promise((resolve) => {
    execFile(
      'npx',
      ['--yes', CLI, ...args],
      { cwd: folder, env, encoding: 'utf8' },
      (error, stdout, stderr) => {
        resolve({
          status: typeof error?.code === 'number' ? error.code : error ? 1 : 0,
          output: stdout + stderr,
        });
      },
    );
  });
}

const push = () =>
  run(['db', 'push', '--yes', `--remote=${pushed.url}?sslmode=disable`, '--workdir', folder]);

async function query<Row>(url: string, statement: string): Promise<Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return (await sql.unsafe(statement)) as unknown as Row[];
  } finally {
    await sql.end();
  }
}

const versions = (url: string) =>
  query<{ version: string; name: string }>(
    url,
    'select version, name from supabase_migrations.schema_migrations order by version',
  );

/** Everything of our schemas that decides what a request can do. */
const DESCRIBE_SCHEMA = `
  with ours as (select oid, nspname from pg_namespace where nspname in ('public', 'private'))
  select 'schema' as what, nspname as name, nspacl::text as value from pg_namespace where oid in (select oid from ours)
  union all select 'column', format('%s.%s.%s', table_schema, table_name, column_name),
         format('%s %s %s', data_type, is_nullable, column_default)
    from information_schema.columns where table_schema in (select nspname from ours)
  union all select 'table', oid::regclass::text, format('%s %s %s %s', relkind, relrowsecurity, relforcerowsecurity, relacl)
    from pg_class where relnamespace in (select oid from ours)
  union all select 'column grant', format('%s.%s', attrelid::regclass, attname), attacl::text
    from pg_attribute where attacl is not null
     and attrelid in (select oid from pg_class where relnamespace in (select oid from ours))
  union all select 'constraint', format('%s.%s', conrelid::regclass, conname), pg_get_constraintdef(oid)
    from pg_constraint where connamespace in (select oid from ours)
  union all select 'index', indexname, indexdef from pg_indexes where schemaname in (select nspname from ours)
  union all select 'policy', format('%s.%s', tablename, policyname),
         format('%s %s %s %s %s', permissive, roles, cmd, qual, with_check)
    from pg_policies where schemaname in (select nspname from ours)
  union all select 'function', oid::regprocedure::text, format('%s %s', proacl, pg_get_functiondef(oid))
    from pg_proc where pronamespace in (select oid from ours) and prokind <> 'a'
  union all select 'trigger', format('%s.%s', tgrelid::regclass, tgname), pg_get_triggerdef(oid)
    from pg_trigger where not tgisinternal
  union all select 'enum', typname,
         (select string_agg(enumlabel, ',' order by enumsortorder) from pg_enum where enumtypid = t.oid)
    from pg_type t where typnamespace in (select oid from ours) and typtype = 'e'
  order by 1, 2, 3`;

test('db push applies every migration', { timeout: PATIENCE }, async () => {
  const { status, output } = await push();
  expect(status, output).toBe(0);
  const files = readdirSync(MIGRATIONS_FOLDER).filter((file) => file.endsWith('.sql'));
  const applied = await versions(pushed.url);
  expect(applied.map(({ version, name }) => `${version}_${name}.sql`)).toEqual(files.sort());
});

test('a second push finds nothing to do', { timeout: PATIENCE }, async () => {
  const before = await versions(pushed.url);
  const { status, output } = await push();
  expect(status, output).toBe(0);
  expect(output).toMatch(/up to date/i);
  expect(await versions(pushed.url)).toEqual(before);
});

test('the CLI and the local runner make the same schema', async () => {
  expect(await query(pushed.url, DESCRIBE_SCHEMA)).toEqual(await query(migrated.url, DESCRIBE_SCHEMA));
});

test('the CLI accepts what the local runner has recorded', { timeout: PATIENCE }, async () => {
  const target = `--remote=${migrated.url}?sslmode=disable`;
  const { status, output } = await run(['db', 'push', '--yes', target, '--workdir', folder]);
  expect(status, output).toBe(0);
  expect(output).toMatch(/up to date/i);
});
