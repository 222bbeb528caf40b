/** Starts one Postgres for a whole test run, with a migrated database that each test file copies. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { MIGRATIONS_FOLDER } from '../../local/migrations.ts';
import { startPostgres } from '../../local/postgres.ts';
import { makeSecrets } from '../../local/secrets.ts';
import { createStack } from '../../local/stack.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the superuser's database `postgres`. */
    postgresUrl: string;
  }
}

/** A database with what hosted Supabase has from the start, but no migration of ours. */
export const EMPTY_TEMPLATE = 'template_empty';
/** The same with our migrations. */
export const TEMPLATE = 'template_migrated';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'allokoli-test-'));
  const postgres = await startPostgres(folder, { durable: false });
  const prepare = async (name: string, migrations: string) => {
    const stack = await createStack({
      databaseUrl: postgres.url(name),
      secrets: makeSecrets(),
      siteUrl: 'http://127.0.0.1:5173',
      migrations,
    });
    await stack.close();
  };
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const none = join(folder, 'no-migrations');
    mkdirSync(none);
    await postgres.createDatabase(EMPTY_TEMPLATE);
    await prepare(EMPTY_TEMPLATE, none);
    await postgres.createDatabase(TEMPLATE, EMPTY_TEMPLATE);
    await prepare(TEMPLATE, MIGRATIONS_FOLDER);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('postgresUrl', postgres.url('postgres'));
  return stop;
}
