/** Postgres alone, beside the product and in the same run: an update of one drawing and an insert of one event, past everything of ours. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { pause, type Record } from './record.ts';

/** The database of the stack that keeps its data there, as its superuser. */
export function openDatabase(dataFolder: string): postgres.Sql {
  const root = join(dataFolder, 'postgres');
  const port = readFileSync(join(root, 'data/postmaster.pid'), 'utf8').split('\n')[3];
  const password = readFileSync(join(root, 'password'), 'utf8').trim();
  return postgres(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`, {
    max: 2,
    onnotice: () => {},
  });
}

/** Tables of the same shape and indexes as the product's, without triggers and policies, with one row to update. */
export async function prepareBare(sql: postgres.Sql, document: unknown, body: unknown): Promise<void> {
  await sql`create schema bare`;
  await sql`create table bare.flows (id integer primary key, document jsonb not null, revision integer not null)`;
  await sql`insert into bare.flows values (1, ${sql.json(document as postgres.JSONValue)}, 1)`;
  await sql`create table bare.events (id bigint generated always as identity primary key, body jsonb not null)`;
  await sql`insert into bare.events (body) values (${sql.json(body as postgres.JSONValue)})`;
}

export async function bareUpdate(
  sql: postgres.Sql,
  document: unknown,
  record: Record,
  name: string,
): Promise<void> {
  await record.timed(
    name,
    () =>
      sql`update bare.flows set document = ${sql.json(document as postgres.JSONValue)}, revision = revision + 1 where id = 1 and revision > 0 returning revision`,
  );
}

export async function bareInsert(
  sql: postgres.Sql,
  body: unknown,
  record: Record,
  name: string,
): Promise<void> {
  await record.timed(
    name,
    () => sql`insert into bare.events (body) values (${sql.json(body as postgres.JSONValue)})`,
  );
}

/** Ten of each a second, while everything else goes on. */
export async function keepAskingBarely(
  sql: postgres.Sql,
  document: unknown,
  body: unknown,
  record: Record,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    await bareUpdate(sql, document, record, 'bare update');
    await bareInsert(sql, body, record, 'bare insert');
    await pause(100);
  }
}
