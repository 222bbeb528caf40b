/** The catalogue lints on the migrated database: no fault, and each lint finds the one that is planted for it. */
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../stack/harness.ts';
import { LINTS, SERVER_TABLES } from './lints.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let sql: postgres.Sql;

beforeAll(async () => {
  database = await freshDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

const undo = new Error('undo');

describe.each(LINTS)('$name', ({ sql: question, fault }) => {
  it('is nowhere', async () => {
    const rows = await sql.unsafe<{ fault: string }[]>(question);
    expect(rows.map((row) => row.fault)).toEqual([]);
  });

  it('is found where it is planted', async () => {
    let found = 0;
    await sql
      .begin(async (transaction) => {
        await transaction.unsafe(fault).simple();
        found = (await transaction.unsafe(question)).length;
        throw undo;
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error;
      });
    expect(found).toBeGreaterThan(0);
  });
});

it('the list of the server’s own tables names no table that people read', async () => {
  const rows = await sql<{ name: string }[]>`
    select distinct c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'public'::regnamespace and c.relname = any (${[...SERVER_TABLES]})
      and has_column_privilege('authenticated', c.oid, a.attnum, 'select')`;
  expect([...rows]).toEqual([]);
  console.log(`catalogue lints: ${LINTS.length}, faults: 0`);
});
