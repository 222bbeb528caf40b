/**
 * Brings a database to the newest migration. Keeps the same record as the official CLI
 * (`supabase_migrations.schema_migrations`), so that both can work on one database. Knows no table of the product.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type postgres from 'postgres';

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../migrations', import.meta.url));
const BOOTSTRAP = fileURLToPath(new URL('./bootstrap.sql', import.meta.url));

/** Roles, schemas and functions that a hosted project has from the start. */
export async function bootstrap(sql: postgres.Sql): Promise<void> {
  await sql.begin((transaction) => transaction.unsafe(readFileSync(BOOTSTRAP, 'utf8')).simple());
}

interface Migration {
  readonly version: string;
  readonly name: string;
  readonly text: string;
}

/** Each migration is one transaction together with its record. Gives back the versions that were applied. */
export async function migrate(sql: postgres.Sql, folder: string): Promise<string[]> {
  const rows = await sql<{ version: string }[]>`select version from supabase_migrations.schema_migrations`;
  const done = new Set(rows.map((row) => row.version));
  const applied: string[] = [];
  for (const migration of readMigrations(folder)) {
    if (done.has(migration.version)) continue;
    await apply(sql, migration);
    applied.push(migration.version);
  }
  return applied;
}

function readMigrations(folder: string): Migration[] {
  return readFileNames(folder).map(({ file, version, name }) => ({
    version,
    name,
    text: readFileSync(`${folder}/${file}`, 'utf8'),
  }));
}

function readFileNames(folder: string) {
  if (!existsSync(folder)) return [];
  const found: { file: string; version: string; name: string }[] = [];
  for (const file of readdirSync(folder).sort()) {
    const [, version, name] = /^(\d+)_(.*)\.sql$/.exec(file) ?? [];
    if (version !== undefined && name !== undefined) found.push({ file, version, name });
  }
  return found;
}

async function apply(sql: postgres.Sql, { version, name, text }: Migration): Promise<void> {
  try {
    await sql.begin(async (transaction) => {
      // The simple protocol takes many statements at once.
      await transaction.unsafe(text).simple();
      // A migration may have changed settings of its session, search_path above all.
      await transaction.unsafe('reset all');
      await transaction`
        insert into supabase_migrations.schema_migrations (version, name, statements)
        values (${version}, ${name}, ${[text]})`;
    });
  } catch (error) {
    throw new Error(`Migration ${version}_${name}.sql failed: ${describe(error, text)}`, { cause: error });
  }
}

/** Postgres gives the place as a character number; people count lines. */
function describe(error: unknown, text: string): string {
  const { message, detail, position } = error as { message: string; detail?: string; position?: string };
  const line = position === undefined ? '' : ` (line ${text.slice(0, Number(position)).split('\n').length})`;
  return `${message}${line}${detail === undefined ? '' : `; ${detail}`}`;
}
