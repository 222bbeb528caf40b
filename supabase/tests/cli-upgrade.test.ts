/**
 * An upgrade with the official CLI, as the README has it: a copy is made, the new migrations are applied to a project that is in use, and
 * what was there is there. Going back is putting the copy in place; from there the way forward works again.
 */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { MIGRATIONS_FOLDER } from '../local/migrations.ts';
import { PROJECT_ROOT } from '../local/settings.ts';
import { freshDatabase } from './stack/harness.ts';

const CLI = 'supabase@3.1.0';
const PATIENCE = 300_000;
/** Migrations of the release that is installed. */
const NEWER = 5;
const files = readdirSync(MIGRATIONS_FOLDER)
  .filter((file) => file.endsWith('.sql'))
  .sort();
const older = files.slice(0, -NEWER);
const workspace = randomUUID();
const copy = `copy_${randomUUID().replaceAll('-', '')}`;

let folder: string;
let project: Awaited<ReturnType<typeof freshDatabase>>;

beforeAll(async () => {
  project = await freshDatabase('empty');
  folder = mkdtempSync(join(tmpdir(), 'allokoli-upgrade-'));
  for (const part of ['config.toml', ...older.map((file) => `migrations/${file}`)])
    cpSync(join(PROJECT_ROOT, 'supabase', part), join(folder, 'supabase', part));
}, PATIENCE);

afterAll(async () => {
  await inDatabase(inject('postgresUrl'), (sql) =>
    sql.unsafe(`drop database if exists ${copy} with (force)`),
  );
  await project.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function inDatabase<Value>(url: string, work: (sql: postgres.Sql) => Promise<Value>): Promise<Value> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

function cli(...args: string[]): Promise<{ status: number; output: string }> {
  const env = { ...process.env, DO_NOT_TRACK: '1', NO_COLOR: '1' };
  return new Promise((resolve) => {
    execFile(
      'npx',
      ['--yes', CLI, ...args],
      { cwd: folder, env, encoding: 'utf8' },
      (error, stdout, stderr) => {
        const status = typeof error?.code === 'number' ? error.code : error ? 1 : 0;
        resolve({ status, output: stdout + stderr });
      },
    );
  });
}

async function push(url: string): Promise<void> {
  const { status, output } = await cli(
    'db',
    'push',
    '--yes',
    `--remote=${url}?sslmode=disable`,
    '--workdir',
    folder,
  );
  expect(status, output).toBe(0);
}

const state = (url: string) =>
  inDatabase(url, async (sql) => {
    const versions = await sql<
      { version: string }[]
    >`select version from supabase_migrations.schema_migrations`;
    const [row] = await sql<{ name: string }[]>`select name from workspaces where id = ${workspace}`;
    return { migrations: versions.length, workspace: row?.name };
  });

const copyUrl = () => new URL(`/${copy}`, inject('postgresUrl')).href;

test('what was there before an upgrade is there afterwards', { timeout: PATIENCE }, async () => {
  await push(project.url);
  await inDatabase(
    project.url,
    (sql) => sql`insert into workspaces (id, name) values (${workspace}, 'Office')`,
  );
  expect(await state(project.url)).toEqual({ migrations: older.length, workspace: 'Office' });
  const source = new URL(project.url).pathname.slice(1);
  await inDatabase(inject('postgresUrl'), (sql) =>
    sql.unsafe(`create database ${copy} template "${source}"`),
  );
  cpSync(join(PROJECT_ROOT, 'supabase/migrations'), join(folder, 'supabase/migrations'), { recursive: true });
  await push(project.url);
  expect(await state(project.url)).toEqual({ migrations: files.length, workspace: 'Office' });
});

test('the copy is as it was, and can be upgraded again', { timeout: PATIENCE }, async () => {
  expect(await state(copyUrl())).toEqual({ migrations: older.length, workspace: 'Office' });
  await push(copyUrl());
  expect(await state(copyUrl())).toEqual({ migrations: files.length, workspace: 'Office' });
});
