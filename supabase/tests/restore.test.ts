/**
 * Dump and restore: a backup holds people who were erased after it was made. Restored, it is put right by the list of removals that
 * is kept beside the backups: who was erased is gone again, and nobody else loses a row. The backup is Postgres' own copy of all files.
 */
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freshDatabase } from './stack/harness.ts';

const ANNE = '+33612345678';
const PAUL = '+33698765432';
const PATTERN = '33612345678';
const [workspace, closed] = [randomUUID(), randomUUID()];
const backup = `backup_${randomUUID().replaceAll('-', '')}`;

let live: Awaited<ReturnType<typeof freshDatabase>>;
let ledger: postgres.JSONValue;

async function inDatabase<Value>(url: string, work: (sql: postgres.Sql) => Promise<Value>): Promise<Value> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

const backupUrl = () => new URL(`/${backup}`, inject('postgresUrl')).href;

/** How often each of them is to be found, anywhere in any table of ours. */
const traces = (url: string) =>
  inDatabase(url, async (sql) => {
    const tables = await sql`select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'private')`;
    const found = { anne: 0, paul: 0, closed: 0 };
    for (const { name } of tables) {
      const [row] = await sql.unsafe(
        `select count(*) filter (where t::text like '%' || $1 || '%')::int as anne,
           count(*) filter (where t::text like '%' || $2 || '%')::int as paul,
           count(*) filter (where t::text like '%' || $3 || '%')::int as closed from ${name} as t`,
        [ANNE, PAUL, 'Closed office'],
      );
      found.anne += row!.anne;
      found.paul += row!.paul;
      found.closed += row!.closed;
    }
    return found;
  });

beforeAll(async () => {
  live = await freshDatabase();
  await inDatabase(live.url, async (sql) => {
    await sql`insert into workspaces (id, name) values (${workspace}, 'Office'), (${closed}, 'Closed office')`;
    const call = async (id: string, caller: string, text: string) => {
      const [row] = await sql`insert into calls (workspace_id, vapi_call_id, caller, status)
        values (${workspace}, ${id}, ${caller}, 'ended') returning id`;
      await sql`insert into call_turns (workspace_id, call_id, position, role, text)
        values (${workspace}, ${row!.id}, 0, 'caller', ${text})`;
      await sql`insert into call_events (workspace_id, call_id, vapi_call_id, type, dedupe_key, payload)
        values (${workspace}, ${row!.id}, ${id}, 'status-update', ${id}, ${sql.json({ from: caller, text })})`;
    };
    await call('of-anne', ANNE, `My number is ${ANNE}.`);
    await call('of-paul', PAUL, `My number is ${PAUL}.`);
    await call('about-anne', PAUL, `I am ${PAUL}, my sister has ${ANNE}.`);
    for (const phone of [ANNE, PAUL]) {
      await sql`insert into messages (workspace_id, node_id, channel, recipient, text, state)
        values (${workspace}, 'send', 'sms', ${phone}, 'Until Thursday.', 'sent')`;
      const hour = phone === ANNE ? 10 : 11;
      await sql`insert into bookings (workspace_id, node_id, service, starts_at, ends_at, free_from, time_zone, phone)
        values (${workspace}, 'book', 'Check-up', ${`2027-01-04 ${hour}:00Z`}, ${`2027-01-04 ${hour}:30Z`},
          ${`2027-01-04 ${hour}:30Z`}, 'Europe/Paris', ${phone})`;
      await sql`insert into call_events (vapi_call_id, type, dedupe_key, payload)
        values (${phone}, 'status-update', ${`nobody ${phone}`}, ${sql.json({ from: phone })})`;
    }
  });
  await inDatabase(
    inject('postgresUrl'),
    (sql) => sql`create database ${sql(backup)} template ${sql(new URL(live.url).pathname.slice(1))}`,
  );
  ledger = await inDatabase(live.url, async (sql) => {
    await sql`select forget_person(${workspace}, ${PATTERN})`;
    await sql`delete from workspaces where id = ${closed}`;
    const [row] = await sql`select export_removals() as ledger`;
    return row!.ledger;
  });
}, 300_000);

afterAll(async () => {
  await inDatabase(inject('postgresUrl'), (sql) => sql`drop database if exists ${sql(backup)} with (force)`);
  await live.drop();
});

test('the erased person and workspace are in the backup, and not in what is kept beside it', async () => {
  const before = await traces(backupUrl());
  expect(before.anne).toBeGreaterThanOrEqual(7);
  expect(before.closed).toBe(1);
  expect(JSON.stringify(ledger)).not.toMatch(/3361|3369|Closed/);
  expect(await traces(live.url)).toMatchObject({ anne: 0, closed: 0 });
});

test('a restored backup forgets again what was removed since, and nobody else', async () => {
  const removed = await inDatabase(backupUrl(), async (sql) => {
    const apply = async () =>
      (await sql`select apply_removals(${sql.json(ledger)}, now()) as removed`)[0]!.removed;
    return [await apply(), await apply()];
  });
  expect(removed[0]).toBeGreaterThanOrEqual(5);
  expect(removed[1]).toBe(0);
  const after = await traces(backupUrl());
  expect(after).toMatchObject({ anne: 0, closed: 0 });
  await inDatabase(backupUrl(), async (sql) => {
    const kept = await sql`select vapi_call_id, words_erased_at is null as has_words from calls order by 1`;
    // Which number was named on it is not known any more: all its words are gone.
    expect(kept.map((row) => ({ ...row }))).toEqual([
      { vapi_call_id: 'about-anne', has_words: false },
      { vapi_call_id: 'of-paul', has_words: true },
    ]);
    const [counts] = await sql`select (select count(*)::int from messages) as messages,
      (select count(*)::int from bookings) as bookings, (select count(*)::int from workspaces) as workspaces`;
    expect({ ...counts }).toEqual({ messages: 1, bookings: 1, workspaces: 1 });
    // What Vapi still sends about the call is skipped there too.
    await sql`insert into call_events (workspace_id, vapi_call_id, type, dedupe_key, payload)
      values (${workspace}, 'of-anne', 'status-update', 'late', '{}')`;
    expect(await sql`select 1 from call_events where dedupe_key = 'late'`).toHaveLength(0);
  });
  console.log(
    `restored and put right: ${removed[0]} rows removed again, traces left of the erased: ${after.anne}`,
  );
});
